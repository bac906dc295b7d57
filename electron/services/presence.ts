import os from 'node:os';
import { isDeepStrictEqual } from 'node:util';
import { AppError } from '../../article/app-error.ts';
import type { CaretAt, Present } from '../contract/present.ts';
import type { Event } from '../contract/events.ts';
import { type HereFiles, type HereFound, type HereStory, MOST_STORIES } from './here-files.ts';
import { type Installation, hasEnded } from './installation.ts';
import {
  BEAT_EVERY,
  DEAD_AFTER,
  HEARD_WITHIN,
  type PresenceTimes,
  SILENT,
  TIMES,
} from './presence-times.ts';
import { QuietTimes } from './quiet-times.ts';
import { type Place, othersIn, placesByStory } from './story-places.ts';

export interface PresenceContext {
  files: HereFiles;
  self: Installation;
  /** True where each writing of a file has a program carry it to other machines. */
  synced: boolean;
  /** The person's name; may be empty. */
  name(): Promise<string>;
  /** RFC 3339, UTC */
  now(): string;
  emit(event: Event): void;
  /** Milliseconds that never go back (default: the machine's own). */
  clock?(): number;
  /** Default: a look each second, and a writing each two. */
  times?: PresenceTimes | undefined;
}

interface WindowPlace {
  id: string;
  caret: CaretAt;
  /** When it was last heard of. */
  heard: number;
}

interface Seen extends HereFound {
  /** Since when the file is as it is, by the own clock. */
  since: number;
}

/**
 * Who is in which story, and where: told to other Galleys in a file of this one, and found in theirs.
 * It only shows; nobody is kept from writing.
 */
export class Presence {
  private readonly context: PresenceContext;
  private readonly times: PresenceTimes;
  private readonly windows = new Map<string, WindowPlace>();
  private own = new Map<string, HereStory>();
  private readonly quiet = new QuietTimes(() => this.clock());
  private seen = new Map<string, Seen>();
  private hasLooked = false;
  private looking: NodeJS.Timeout | undefined;
  private soon: NodeJS.Timeout | undefined;
  private writing: Promise<void> = Promise.resolve();
  private count = 0;
  private writtenAt = -Infinity;
  /** The stories as they were last written, to compare. */
  private written = '[]';
  private told: readonly Present[] = [];
  /** Who had the writing mark of each own story when that was last looked at. */
  private writers = new Map<string, string>();
  private person: { machine: string; name: string };
  private isUnwritable = false;
  private isClosed = false;

  constructor(context: PresenceContext) {
    this.context = context;
    this.times = context.times ?? TIMES;
    this.person = { machine: context.self.machine, name: '' };
  }

  /** Looks at the files of others from now on. */
  async start(): Promise<void> {
    await this.readName();
    // One that was killed has left it.
    await this.remove();
    await this.lookOn();
  }

  /** Says which story a window shows and where its caret is; without one that it shows none. */
  at(window: string, id?: string, caret: CaretAt = {}): readonly Present[] {
    const before = this.windows.get(window);
    if (id === undefined || before?.id !== id || !isDeepStrictEqual(before.caret, caret)) {
      // Of two windows with one story, the last in the list tells where the person is.
      this.windows.delete(window);
    }
    if (id !== undefined) this.windows.set(window, { id, caret, heard: this.clock() });
    this.settle();
    return this.told;
  }

  /** Says that something was typed into a story; where its writer is gone quiet, who types is the next. */
  wrote(id: string): void {
    const own = this.own.get(id);
    if (own === undefined) return;
    this.quiet.end(id);
    const first = this.places().get(id)?.[0];
    if (first?.here !== undefined && first.quiet === 5) own.mark = first.mark + 1;
    this.settle();
  }

  /** Shows others the person's name as it is now. */
  async renamed(): Promise<void> {
    await this.readName();
    if (this.own.size > 0) this.writeSoon();
    this.tell();
  }

  /**
   * Gives the writing mark of a story to this Galley; answers the name of who had it, undefined where
   * nobody else did. The caller holds the lock of the story. Throws an AppError when that cannot be
   * written where others see it.
   */
  async takeOver(id: string): Promise<string | undefined> {
    await this.look();
    const own = this.own.get(id);
    if (own === undefined) throw new AppError('not-open', 'open the story and try again');
    const places = this.places().get(id) ?? [];
    const writer = othersIn(places, this.person).find(({ writes }) => writes);
    own.mark = Math.max(1, places[0]?.mark ?? 0) + 1;
    this.quiet.end(id);
    delete own.quiet;
    await this.write();
    this.tell();
    return writer?.name;
  }

  /** Takes the own file away. */
  async close(): Promise<void> {
    this.isClosed = true;
    clearTimeout(this.looking);
    clearTimeout(this.soon);
    await this.writing.catch(() => undefined);
    await this.remove();
  }

  private async remove(): Promise<void> {
    const { files, self } = this.context;
    try {
      await files.remove(self.id);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      console.warn(error.message);
    }
  }

  private async readName(): Promise<void> {
    this.person = { ...this.person, name: (await this.context.name()).trim() };
  }

  private async lookOn(): Promise<void> {
    if (this.isClosed) return;
    await this.look().catch((error: unknown) => console.error(error));
    if (this.isClosed) return;
    this.looking = setTimeout(() => void this.lookOn(), this.times.lookEvery);
    this.looking.unref();
  }

  private clock(): number {
    return this.context.clock?.() ?? performance.now();
  }

  private async look(): Promise<void> {
    const found = await this.context.files.others(this.context.self.id);
    const now = this.clock();
    this.seen = new Map(
      [...found].map(([id, one]) => {
        const before = this.seen.get(id);
        return [id, before?.text === one.text ? before : { ...one, since: now }];
      }),
    );
    this.hasLooked = true;
    for (const [window, { heard }] of this.windows) {
      if (now - heard > SILENT) this.windows.delete(window);
    }
    this.settle();
    if (!this.context.synced && this.own.size > 0 && now - this.writtenAt > BEAT_EVERY) {
      this.writeSoon();
    }
  }

  /** Brings the own stories in step with the windows; writes what others shall see of it. */
  private settle(): void {
    const { self, synced, now } = this.context;
    const own = new Map<string, HereStory>();
    for (const { id, caret } of this.windows.values()) {
      const { since = now(), mark = 0 } = this.own.get(id) ?? {};
      own.set(id, { id, since, mark, ...(!synced && caret) });
    }
    for (const id of this.own.keys()) if (!own.has(id)) this.quiet.forget(id);
    this.own = own;
    const places = this.places();
    for (const story of own.values()) {
      // Whoever is first, or is left when the others have gone, has the mark.
      const isFirst = places.get(story.id)?.[0]?.installation === self.id;
      if (this.hasLooked && isFirst && story.mark === 0) story.mark = 1;
      const quiet = synced ? undefined : this.quiet.of(story);
      if (quiet !== undefined) story.quiet = quiet;
    }
    if (keyOf([...own.values()].slice(0, MOST_STORIES)) !== this.written) this.writeSoon();
    this.tell();
  }

  private places(): Map<string, Place[]> {
    const { self, now } = this.context;
    const alive = [...this.seen.values()].filter(({ here, since }) => {
      if (hasEnded(here, self)) return false;
      if (here.beats) return this.clock() - since <= DEAD_AFTER;
      return Date.parse(now()) - Date.parse(here.at) <= HEARD_WITHIN;
    });
    return placesByStory(
      alive.map(({ here }) => here),
      this.own.values(),
      self.id,
    );
  }

  private tell(): void {
    const { self, emit } = this.context;
    const places = this.places();
    const people = [...places.values()].flatMap((those) => othersIn(those, this.person));
    if (JSON.stringify(people) !== JSON.stringify(this.told)) {
      this.told = people;
      emit({ name: 'presence-changed', data: { people } });
    }
    const before = this.writers;
    this.writers = new Map();
    for (const id of this.own.keys()) {
      const first = places.get(id)?.[0];
      if (first === undefined) continue;
      this.writers.set(id, first.installation);
      // Of two that came at the same moment, one turns out to be the second: nobody took anything.
      const isLeft = this.own.get(id)?.quiet === 5;
      const isTaken =
        before.get(id) === self.id && first.here !== undefined && first.mark > 1 && !isLeft;
      const by = people.find((one) => one.id === id && one.writes);
      if (isTaken && by !== undefined) emit({ name: 'story-taken', data: { id, by } });
    }
  }

  private writeSoon(): void {
    if (this.soon !== undefined || this.isClosed) return;
    const wait = Math.max(0, this.writtenAt + this.times.apart - this.clock());
    this.soon = setTimeout(() => {
      this.soon = undefined;
      this.write().then(
        () => (this.isUnwritable = false),
        (error: unknown) => {
          // Others do not see who is here; everything else goes on.
          if (!this.isUnwritable) console.warn(error instanceof AppError ? error.message : error);
          this.isUnwritable = true;
          this.written = '';
        },
      );
    }, wait);
    this.soon.unref();
  }

  /** Writes the own stories as they are at this moment. */
  private write(): Promise<void> {
    const stories = [...this.own.values()].slice(0, MOST_STORIES);
    this.written = keyOf(stories);
    this.writtenAt = this.clock();
    this.writing = this.writing.catch(() => undefined).then(() => this.writeStories(stories));
    return this.writing;
  }

  private async writeStories(stories: HereStory[]): Promise<void> {
    if (this.isClosed) return;
    const { files, self, synced, now } = this.context;
    const { id: installation, machine, boot, pid } = self;
    this.count += 1;
    await files.write({
      installation,
      machine,
      boot,
      pid,
      name: this.person.name,
      host: os.hostname(),
      count: this.count,
      beats: !synced,
      at: now(),
      stories,
    });
  }
}

function keyOf(stories: readonly HereStory[]): string {
  return JSON.stringify(stories);
}
