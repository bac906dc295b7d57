import type { ArticleIndex } from './article-index.ts';

/** How often there is a look, in milliseconds: what is new is shown within 2 s, the look included. */
export const LOOK_EVERY = 1750;
/** So many stories that were changed last are looked at each time. */
const RECENT = 64;
/** Those of this month and the last are looked at within so long, in milliseconds. */
const MONTHS_WITHIN = 30_000;
/** All others are looked at within so long, in milliseconds. */
const ALL_WITHIN = 600_000;

/**
 * Which folders each look is for, so that nobody waits for a look at everything: the newest stories
 * every time, the others in turn, those of this month and the last more often than the rest.
 */
export class DeskRounds {
  private readonly index: ArticleIndex;
  private readonly months: Round;
  private readonly all: Round;

  constructor(index: ArticleIndex) {
    this.index = index;
    this.months = new Round(index, MONTHS_WITHIN);
    this.all = new Round(index, ALL_WITHIN);
  }

  /** The folders that it is time for. */
  next(now: Date): string[] {
    const lastMonth = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - 1));
    return [
      ...this.index.latestFolders(RECENT),
      ...this.months.next(lastMonth.toISOString()),
      ...this.all.next(''),
    ];
  }
}

/** Goes through folders by their names, and begins again. */
class Round {
  private readonly index: ArticleIndex;
  private readonly looks: number;
  private last = '';

  constructor(index: ArticleIndex, within: number) {
    this.index = index;
    this.looks = Math.floor(within / LOOK_EVERY);
  }

  next(since: string): string[] {
    const { index } = this;
    const count = Math.ceil(index.countSince(since) / this.looks);
    const folders = index.foldersAfter(this.last, since, count);
    folders.push(...index.foldersAfter('', since, count - folders.length));
    this.last = folders.at(-1) ?? '';
    return folders;
  }
}
