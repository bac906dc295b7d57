import { setTimeout as sleep } from 'node:timers/promises';
import type { Article } from '../../article/article.ts';
import type { Answer } from '../../electron/contract/calls.ts';
import { ArticleSession } from '../../renderer/app/session/article-session.ts';
import { Timeline } from '../../renderer/app/session/timeline.ts';
import { Typing } from '../../renderer/app/session/typing.ts';
import type { GalleyProcess } from './galley.ts';

/** A word, and when it was typed, in milliseconds. */
interface Typed {
  word: string;
  at: number;
}

const WINDOW = 'window';
/** The time between two words, in milliseconds. */
const BETWEEN = 15;
/** A paragraph that is longer is cut down to its last words, which keeps long tortures alike. */
const LONGEST = 300;
const STAYING = 50;

/**
 * A person who types one word after the other into a story, with the session that the window has:
 * when it saves, and when it keeps what waits, is the app's own doing.
 */
export class Typist {
  /** What was typed in this life, and how many of these words were told to be saved. */
  readonly typed: Typed[] = [];
  saved = 0;
  /** What the story is to hold besides: what it held, or was kept of it, when this life began. */
  expected: string[] = [];
  /** What the paragraph held when this life began to type. */
  private words: string[] = [];
  private readonly galley: GalleyProcess;
  private readonly id: string;
  private readonly paragraph: string;
  /** The words that were taken away, in this life and those before: they need be nowhere. */
  private readonly removed: Set<string>;
  private session: ArticleSession | undefined;
  private isOver = false;
  private timer: ReturnType<typeof setInterval> | undefined;

  constructor(galley: GalleyProcess, id: string, paragraph: string, removed = new Set<string>()) {
    this.galley = galley;
    this.id = id;
    this.paragraph = paragraph;
    this.removed = removed;
  }

  /** Opens the story; what an earlier life could not save is answered, and taken back by `work`. */
  async open(): Promise<{ file: string[]; kept: string[]; opened: Answer<'articles.open'> }> {
    const opened = await this.galley.call('articles.open', { id: this.id, window: WINDOW });
    const file = this.wordsOf(opened.article);
    const kept = opened.recovered === undefined ? [] : this.wordsOf(opened.recovered.article);
    this.expected = [...new Set([...file, ...kept])];
    return { file, kept, opened };
  }

  /** Begins to type into the story as it was opened; `life` makes the words its own. */
  begin(opened: Answer<'articles.open'>, life = 0): void {
    this.type(this.sessionOn(opened), life);
  }

  /** Types, and saves, renames and trashes at times, until the process is gone. */
  async work(opened: Answer<'articles.open'>, life: number): Promise<void> {
    const { galley, id } = this;
    const session = this.sessionOn(opened);
    const { recovered } = opened;
    if (recovered !== undefined) {
      await session.flush({ keepVersion: true });
      session.replace(recovered.article, recovered.base);
    }
    this.type(session, life, recovered === undefined ? LONGEST : Infinity);
    if (recovered !== undefined) {
      // A session that has ended writes nothing more, and answers at once.
      while (session.dirty && !this.isOver) {
        // oxlint-disable-next-line no-await-in-loop
        await session.flush();
      }
      await galley.call('articles.forgetRecovered', { id });
    }
    for (;;) {
      // oxlint-disable-next-line no-await-in-loop
      await sleep(Math.random() * 300);
      // oxlint-disable-next-line no-await-in-loop
      await session.flush();
      const chance = Math.random();
      // oxlint-disable-next-line no-await-in-loop
      if (chance < 0.3) await galley.call('articles.rename', { id });
      else if (chance < 0.6) {
        // oxlint-disable-next-line no-await-in-loop
        await galley.call('articles.trash', { id });
        // A save that came in between has brought it back.
        // oxlint-disable-next-line no-await-in-loop
        await galley.call('articles.restore', { id }).catch(() => undefined);
      }
    }
  }

  /** The window is gone with its Galley. */
  stop(): void {
    this.isOver = true;
    clearInterval(this.timer);
    this.session?.dispose();
  }

  private sessionOn(opened: Answer<'articles.open'>): ArticleSession {
    const { galley } = this;
    this.session = new ArticleSession(
      opened,
      {
        save: (args) => galley.call('articles.save', { ...args, window: WINDOW }),
        keep: (article) => galley.call('articles.keep', { article, window: WINDOW }),
        isOwn: () => false,
      },
      new Timeline({ typing: new Typing() }),
    );
    return this.session;
  }

  /** Types word after word behind those that the paragraph has; of more than `longest` the last stay. */
  private type(session: ArticleSession, life: number, longest = LONGEST): void {
    this.words = this.wordsOf(session.snapshot().article);
    if (this.words.length > longest) {
      for (const word of this.words.slice(0, -STAYING)) this.removed.add(word);
      this.expected = this.words = this.words.slice(-STAYING);
    }
    session.subscribe(() => {
      if (session.snapshot().save.kind === 'saved') this.saved = this.typed.length;
    });
    this.timer = setInterval(() => this.add(session, `w${life}x${this.typed.length}z`), BETWEEN);
  }

  private add(session: ArticleSession, word: string): void {
    const { body } = session.snapshot().article;
    this.typed.push({ word, at: performance.now() });
    const text = [...this.words, ...this.typed.map((one) => one.word)].join(' ');
    session.change({
      body: body.map((block) =>
        block.id === this.paragraph && block.type === 'paragraph'
          ? { ...block, content: [{ text }] }
          : block,
      ),
    });
  }

  private wordsOf({ body }: Article): string[] {
    const block = body.find(({ id }) => id === this.paragraph);
    if (block?.type !== 'paragraph') return [];
    return block.content
      .map((run) => ('text' in run ? run.text : ''))
      .join('')
      .split(' ');
  }
}
