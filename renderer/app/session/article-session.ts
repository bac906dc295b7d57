import { AppError } from '../../../article/app-error.ts';
import type { Article } from '../../../article/article.ts';
import { mergeArticles } from '../../../article/merge.ts';
import type { ArticleEdit } from '../../../article/story-lines.ts';
import type { OpenArticle, Saved } from '../../../electron/contract/calls.ts';
import { Changers, changersOf } from './changers.ts';
import { keepingFieldCaret } from './field-caret-kept.ts';
import type { SaveState, SessionView } from './session-view.ts';
import type { Timeline } from './timeline.ts';
import type { SaveCall, SessionHost } from './session-host.ts';

/** Fields of an article with new values. */
export type ArticleChange = ArticleEdit;

/** What else a save is to do: keep the state as a version, write over a file that is damaged. */
interface SaveOptions extends Pick<Parameters<SaveCall>[0], 'keepVersion' | 'over'> {
  /** Nobody asked for it: words of others that meet those of this window are shown in a pause. */
  unasked?: boolean;
}

/**
 * A change is sent at most so many milliseconds after it was made, also during typing: with the time
 * that the services give the desk before they keep it themselves, less than a second.
 */
const SAVE_WITHIN = 600;
/** From when on a save is said to be under way still, and then not to be done yet, in milliseconds. */
const SLOW_AFTER = { still: 2000, long: 15_000 };
const RETRY_AFTER = 5000;
const PAUSE = 1500;

/**
 * One open article between the views and its file. Every change goes through `change`; it is
 * written within a second, and `Saved` is said only when the services have said so.
 */
export class ArticleSession {
  /** What can be undone in this story. */
  readonly timeline: Timeline;
  private readonly leaveTimeline: () => void;
  private view: SessionView;
  private readonly host: SessionHost;
  private readonly listeners = new Set<() => void>();
  private hash: string;
  /** As it was last sent to its file, and so the base of the next merge. */
  private written: Article;
  private readonly first: Article;
  private timer: ReturnType<typeof setTimeout> | undefined;
  /** Set while it is to be looked whether the last change was sent. */
  private keepTimer: ReturnType<typeof setTimeout> | undefined;
  /** The article as it was last sent to be written or kept. */
  private sent: Article;
  /** Sent, and not answered: the file may have it or not. */
  private unheard: Article | undefined;
  /** The saves that were asked for: one at a time is on its way, and each starts from the one before. */
  private saves: Promise<void> = Promise.resolve();
  /** The last words that were asked to be kept: a save of newer ones never overtakes them. */
  private kept: Promise<unknown> = Promise.resolve();
  private ended = false;
  /** True while the next save waits for a pause in the typing. */
  private calm = false;
  private readonly changers = new Changers();
  /** When something was changed last, in milliseconds. */
  private changed = -Infinity;

  /** `timeline` may be that of an earlier session which left the file as it is now. */
  constructor(opened: OpenArticle, host: SessionHost, timeline: Timeline) {
    this.host = host;
    this.timeline = timeline;
    this.leaveTimeline = timeline.serve({ now: () => this.view.article, put: this.put });
    this.hash = opened.hash;
    this.written = opened.article;
    this.first = opened.article;
    this.sent = opened.article;
    this.view = {
      article: opened.article,
      save: { kind: opened.readOnly ? 'read-only' : 'saved' },
      load: 0,
      keptAs: undefined,
      changedBy: undefined,
      fromTrash: undefined,
    };
  }

  get id(): string {
    return this.view.article.id;
  }

  /** The content hash of the file that this session last read or wrote. */
  get fileHash(): string {
    return this.hash;
  }

  /** The present state; the same object until something changes. */
  readonly snapshot = (): SessionView => this.view;

  /** Hears every change; answers a function that ends the listening. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** True while nothing has been changed since the story was opened. */
  get untouched(): boolean {
    return this.view.article === this.first;
  }

  /** True while there are words that the file does not have. */
  get dirty(): boolean {
    return this.view.article !== this.written;
  }

  /** Changes fields of the article. Does nothing in a read-only article. */
  readonly change = (fields: ArticleChange): void => {
    const before = this.view.article;
    this.put(fields);
    this.timeline.recordFields(before, this.view.article, this.timeline.typing.now);
  };

  private readonly put = (fields: ArticleChange): void => {
    if (this.view.save.kind === 'read-only') return;
    const article = { ...this.view.article, ...fields } as Article;
    for (const [key, value] of Object.entries(fields)) {
      if (value === undefined) delete article[key as keyof Article];
      // Some programs put NUL characters on the clipboard; the file takes none.
      if (typeof value === 'string') Object.assign(article, { [key]: value.replaceAll('\0', '') });
    }
    const save: SaveState = this.view.save.kind === 'saved' ? { kind: 'saving' } : this.view.save;
    this.update({ article, save });
    this.changed = performance.now();
    if (this.calm) {
      clearTimeout(this.timer);
      this.timer = undefined;
    }
    this.schedule(this.calm ? PAUSE : SAVE_WITHIN);
    this.keepTimer ??= setTimeout(() => this.keepUnsent(), SAVE_WITHIN);
  };

  /**
   * Replaces the article by one from outside the editor, such as recovered words; `base` is the hash
   * of the file that it is based on.
   */
  replace(article: Article, base = this.hash): void {
    this.hash = base;
    this.unheard = undefined;
    const gone = Object.keys(this.view.article).filter((key) => !(key in article));
    this.view = { ...this.view, load: this.view.load + 1 };
    this.change({ ...Object.fromEntries(gone.map((key) => [key, undefined])), ...article });
    this.timeline.end();
  }

  /** Takes up a file that was changed elsewhere while nothing was unsaved here. */
  takeUp(opened: OpenArticle, how: 'told' | 'silent' = 'silent'): void {
    if (this.dirty) return;
    const by = changersOf(this.written, opened.article, this.host.isOwn);
    this.hash = opened.hash;
    this.unheard = undefined;
    this.written = opened.article;
    this.takeIn({
      article: opened.article,
      ...(how === 'told' && { changedBy: this.changers.with(this.view.changedBy, by) }),
      save: { kind: opened.readOnly ? 'read-only' : 'saved' },
    });
  }

  /** The person has seen what came of saving. */
  acknowledge(...seen: ('keptAs' | 'changedBy' | 'fromTrash')[]): void {
    if (seen.includes('changedBy')) this.changers.see(this.view.changedBy);
    this.update(Object.fromEntries(seen.map((what) => [what, undefined])));
  }

  /** Writes what is not written and waits for the result, which `snapshot` then tells. */
  flush(options: SaveOptions = {}): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.saves = this.saves.then(() => this.send(options));
    return this.saves;
  }

  /** Ends the timers and lets go of the timeline; what is not written yet stays so. */
  dispose(): void {
    this.ended = true;
    clearTimeout(this.timer);
    clearTimeout(this.keepTimer);
    this.leaveTimeline();
    this.listeners.clear();
  }

  private schedule(delay: number): void {
    if (this.timer !== undefined || this.ended) return;
    this.timer = setTimeout(() => {
      this.timer = undefined;
      void this.flush({ unasked: true });
    }, delay);
  }

  /** Keeps the newest words where their save waits: for an earlier one, a pause or a fault to end. */
  private keepUnsent(): void {
    clearTimeout(this.keepTimer);
    this.keepTimer = undefined;
    const { article } = this.view;
    if (!this.dirty || article === this.sent) return;
    this.sent = article;
    // Where they are is said by the save.
    this.kept = this.host.keep(article).catch((error: unknown) => console.warn(error));
  }

  private async send({ unasked = false, ...options }: SaveOptions): Promise<void> {
    const isAsked = options.keepVersion === true || options.over === true;
    if (this.ended || this.view.save.kind === 'read-only') return;
    if (!(this.dirty || isAsked)) {
      // What failed was more than the words, such as keeping a version of them.
      if (this.view.save.kind === 'failed') this.update({ save: { kind: 'saved' } });
      return;
    }
    // The services know these again; others would meet them in the file as if they were someone else's.
    const sent = this.unheard ?? this.view.article;
    const hasMore = sent !== this.view.article;
    if (!hasMore) this.sent = sent;
    const answered = this.sayWhenSlow();
    try {
      await this.kept;
      const saved = await this.host.save({ article: sent, base: this.hash, ...options });
      answered();
      this.unheard = undefined;
      this.settle(sent, saved, unasked);
      if (hasMore && !this.calm) await this.send({ unasked, ...options });
    } catch (error) {
      answered();
      const isUnheard = error instanceof AppError && error.code === 'unreachable';
      this.unheard = isUnheard && sent !== this.written ? sent : undefined;
      const reason = error instanceof AppError ? error.message : String(error);
      this.update({ save: { kind: 'failed', reason } });
      this.schedule(RETRY_AFTER);
    }
  }

  /** Says of a save that takes long that it does; answers what is to be called when it is over. */
  private sayWhenSlow(): () => void {
    const say = (slow: 'still' | 'long') => {
      if (this.view.save.kind === 'saving') this.update({ save: { kind: 'saving', slow } });
    };
    const timers = (['still', 'long'] as const).map((slow) =>
      setTimeout(say, SLOW_AFTER[slow], slow),
    );
    return () => timers.forEach(clearTimeout);
  }

  private settle(sent: Article, saved: Saved, unasked: boolean): void {
    const { merged, modified, saves } = saved;
    const now = this.view.article;
    const by = merged === undefined ? [] : changersOf(sent, merged, this.host.isOwn);
    const keptAs = saved.keptAs ? { ...saved.keptAs, by } : this.view.keptAs;
    const fromTrash = saved.fromTrash ?? this.view.fromTrash;
    const dirty = now !== sent;
    let article: Article = { ...now, modified, saves };
    if (merged !== undefined) {
      const both = mergeArticles(sent, now, merged);
      const isTyping = unasked && performance.now() - this.changed < PAUSE;
      const meets = both.conflicts.length > 0 || (isTyping && saved.keptAs !== undefined);
      if (meets || this.timeline.typing.isComposing) {
        // What is being typed meets the other person's words, which are shown in a pause; what an
        // input method is at is left alone until it is done. The services can keep both, as long as
        // the next save still names the version that both had.
        this.calm = meets;
        this.update({ keptAs, fromTrash, save: { kind: 'saving' } });
        if (meets) this.schedule(PAUSE);
        else void this.timeline.typing.composed().then(() => this.flush({ unasked: true }));
        return;
      }
      article = both.merged;
    }
    this.calm = false;
    this.hash = saved.hash;
    this.written = dirty ? (merged ?? { ...sent, modified, saves }) : article;
    const changedBy = this.changers.with(this.view.changedBy, by);
    const save: SaveState = { kind: dirty ? 'saving' : 'saved' };
    if (merged === undefined) this.update({ article, keptAs, changedBy, fromTrash, save });
    else this.takeIn({ article, keptAs, changedBy, fromTrash, save });
    if (dirty) this.schedule(SAVE_WITHIN);
  }

  /** Shows the words of others. */
  private takeIn(changes: Partial<SessionView>): void {
    keepingFieldCaret(() => this.update({ ...changes, load: this.view.load + 1 }));
    this.timeline.othersCame(this.view.article);
  }

  private update(changes: Partial<SessionView>): void {
    this.view = { ...this.view, ...changes };
    for (const listener of this.listeners) {
      try {
        listener();
      } catch (error) {
        // A view that cannot show the words says nothing about where they are.
        console.error(error);
      }
    }
  }
}
