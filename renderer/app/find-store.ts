import type { Article } from '../../article/article.ts';
import type { Block } from '../../article/blocks/blocks.ts';
import { type FindQuery, type Finder, type Hit, makeFinder } from '../../article/find.ts';
import {
  type LineEdit,
  type LinePlace,
  editLines,
  lineId,
  storyLines,
} from '../../article/story-lines.ts';
import { t } from '../locale/locale.ts';
import { messageOf } from './notices.ts';
import type { ArticleSession } from './session/article-session.ts';
import { Store } from './store.ts';

/** A place in a line of the story, in characters. */
export interface SpotInLine {
  line: LinePlace;
  at: number;
}

/** The stretches that are selected, by the ids of their lines. */
export type SelectedSpans = ReadonlyMap<string, readonly [from: number, to: number]>;

/** The text in which hits are shown, while there is one. */
export interface FoundText {
  /** Where the caret is, or was when the focus left the text. */
  caret(): SpotInLine | undefined;
  /** What is selected, where that is more than words of one line. */
  selected(): SelectedSpans;
  /** Puts other blocks in the place of the body, as one step that can be undone. */
  put(body: readonly Block[]): void;
  /** Selects a hit and gives it the focus; without one the caret goes on where it was. */
  goTo(hit: Hit | undefined): void;
}

interface FindState {
  isOpen: boolean;
  /** How often the bar was asked for: each time it takes the focus. */
  asked: number;
  /** Whether the row for replacing is shown. */
  replaces: boolean;
  query: FindQuery;
  replacement: string;
  /** What alone is looked through; undefined for the whole story. */
  scope: SelectedSpans | undefined;
  hits: readonly Hit[];
  /** The number of the hit one is at; -1 where there is none. */
  at: number;
  /** Why the regular expression cannot be understood. */
  fault: string | undefined;
}

/** What one looks for in the open story, and where it was found. */
export class FindStore extends Store<FindState> {
  private finder: Finder = makeFinder({ text: '' });
  private text: FoundText | undefined;

  constructor() {
    super({
      isOpen: false,
      asked: 0,
      replaces: false,
      query: { text: '' },
      replacement: '',
      scope: undefined,
      hits: [],
      at: -1,
      fault: undefined,
    });
  }

  /** Says who shows the text; answers a function that takes it back. */
  serve(text: FoundText): () => void {
    this.text = text;
    return () => {
      if (this.text === text) this.text = undefined;
    };
  }

  /** Opens the bar, with these words where there are some. */
  open(article: Article, { text, replaces }: { text: string; replaces: boolean }): void {
    const { asked, isOpen, query, replaces: did } = this.snapshot();
    this.set({ isOpen: true, asked: asked + 1, replaces: replaces || (isOpen && did) });
    this.ask(article, text === '' ? query : { ...query, text });
  }

  /** Closes the bar; the hit that one was at is selected, and has the focus. */
  close(): void {
    const { hits, at } = this.snapshot();
    const hit = hits[at];
    this.set({ isOpen: false, hits: [], at: -1, scope: undefined });
    this.text?.goTo(hit);
  }

  /** Looks for something else, from the caret on. */
  ask(article: Article, query: FindQuery): void {
    let fault: string | undefined;
    try {
      this.finder = makeFinder(query);
    } catch (error) {
      this.finder = makeFinder({ text: '' });
      fault = t('find.pattern', { reason: messageOf(error) });
    }
    const { hits: before, at } = this.snapshot();
    const hit = before[at];
    const from = hit === undefined ? this.text?.caret() : { line: hit.line, at: hit.from };
    this.set({ query, fault });
    this.look(article, from);
  }

  /** Looks at the story as it is now; one stays at the hit one was at, or goes to the next. */
  look(article: Article, from = this.spot()): void {
    const { isOpen, scope } = this.snapshot();
    if (!isOpen) return;
    const hits = this.finder.hits(article).filter((hit) => isIn(hit, scope));
    const next = from === undefined ? 0 : nextFrom(article, hits, from);
    this.set({ hits, at: hits.length === 0 ? -1 : next % hits.length });
  }

  /** Looks through what is selected alone, or through the whole story again. */
  toggleScope(article: Article): void {
    const selected = this.snapshot().scope === undefined ? this.text?.selected() : undefined;
    this.set({ scope: selected?.size === 0 ? undefined : selected });
    this.look(article);
  }

  /** Goes to the next hit or the one before, round the end of the story. */
  step(by: 1 | -1): void {
    const { hits, at } = this.snapshot();
    if (hits.length > 0) this.set({ at: (at + by + hits.length) % hits.length });
  }

  /** Replaces the hit one is at and goes on to the next; answers whether that could be done. */
  replace(session: ArticleSession): boolean {
    const { hits, at, replacement } = this.snapshot();
    const hit = hits[at];
    if (hit === undefined) return false;
    if (hit.line.fixed) {
      this.step(1);
      return false;
    }
    const edit = this.finder.edit(hit, replacement);
    this.write(session, [edit]);
    this.look(session.snapshot().article, { line: hit.line, at: hit.from + edit.text.length });
    return true;
  }

  /** Replaces every hit as one step; answers how many that were. */
  replaceAll(session: ArticleSession): number {
    const { hits, replacement } = this.snapshot();
    const edits = hits
      .filter(({ line }) => line.fixed !== true)
      .map((hit) => this.finder.edit(hit, replacement));
    this.write(session, edits);
    this.look(session.snapshot().article);
    return edits.length;
  }

  private write(session: ArticleSession, edits: readonly LineEdit[]): void {
    const { article, save } = session.snapshot();
    if (edits.length === 0 || save.kind === 'read-only') return;
    const { body, ...fields } = editLines(article, edits);
    const hasFields = Object.keys(fields).length > 0;
    if (body === undefined) {
      session.change(fields);
      return;
    }
    const { scope } = this.snapshot();
    if (scope !== undefined) this.set({ scope: moved(scope, edits) });
    this.text?.put(body);
    if (hasFields) session.timeline.asPartOfLast(() => session.change(fields));
  }

  private spot(): SpotInLine | undefined {
    const { hits, at } = this.snapshot();
    const hit = hits[at];
    return hit && { line: hit.line, at: hit.from };
  }
}

function isIn({ line, from, to }: Hit, scope: SelectedSpans | undefined): boolean {
  if (scope === undefined) return true;
  const span = scope.get(lineId(line));
  return span !== undefined && from >= span[0] && to <= span[1];
}

/** The spans with the lengths that their lines have after these edits. */
function moved(scope: SelectedSpans, edits: readonly LineEdit[]): SelectedSpans {
  const by = new Map<string, number>();
  for (const { line, from, to, text } of edits) {
    const id = lineId(line);
    by.set(id, (by.get(id) ?? 0) + text.length - (to - from));
  }
  return new Map([...scope].map(([id, [from, to]]) => [id, [from, to + (by.get(id) ?? 0)]]));
}

/** The number of the first hit at a place or after it; that of none is how many there are. */
function nextFrom(article: Article, hits: readonly Hit[], { line, at }: SpotInLine): number {
  const order = new Map(storyLines(article).map((one, index) => [lineId(one), index]));
  const place = order.get(lineId(line)) ?? 0;
  const next = hits.findIndex((hit) => {
    const there = order.get(lineId(hit.line)) ?? 0;
    return there > place || (there === place && hit.from >= at);
  });
  return next === -1 ? 0 : next;
}
