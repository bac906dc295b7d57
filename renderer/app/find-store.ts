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
import { shiftedOffset } from '../../article/shifted-offset.ts';
import { t } from '../locale/locale.ts';
import { messageOf } from './notices.ts';
import type { ArticleSession } from './session/article-session.ts';
import { Store } from './store.ts';

/** A place in a line of the story, in characters. */
export interface SpotInLine {
  line: LinePlace;
  at: number;
}

/** A stretch of a line, which knows where it is in its block unless that is its key. */
export interface Stretch {
  line: LinePlace & { path?: string };
  from: number;
  to: number;
}

/** What is selected, from one place to another behind it in the story. */
export interface SelectedSpan {
  from: SpotInLine;
  to: SpotInLine;
}

/** The stretches that are looked through, by the ids of their lines, with what their lines say. */
type Scope = ReadonlyMap<string, { text: string; from: number; to: number }>;

/** The text in which hits are shown, while there is one. */
export interface FoundText {
  /** Where the caret is in the story, or was in the text when the focus left it. */
  caret(): SpotInLine | undefined;
  /** What is selected there; undefined for nothing. */
  selected(): SelectedSpan | undefined;
  /** Puts other blocks in the place of the body, as one step that can be undone. */
  put(body: readonly Block[]): void;
  /** Selects a stretch of a line and gives it the focus; without one the text has it. */
  goTo(place: Stretch | undefined): void;
}

interface FindState {
  isOpen: boolean;
  /** How often the bar was asked for: each time it takes the focus. */
  asked: number;
  /** Whether the row for replacing is shown. */
  replaces: boolean;
  query: FindQuery;
  replacement: string;
  /** Whether what was selected is looked through alone. */
  isScoped: boolean;
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
  /** Where the person was when the bar was asked for, in which story, and what was selected. */
  private came: { story: string; at?: SpotInLine | undefined; scope?: Scope | undefined } = {
    story: '',
  };

  constructor() {
    super({
      isOpen: false,
      asked: 0,
      replaces: false,
      query: { text: '' },
      replacement: '',
      isScoped: false,
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
    const selected = this.text?.selected();
    this.came = {
      story: article.id,
      at: this.text?.caret(),
      scope: selected && scopeOf(article, selected),
    };
    this.set({ isOpen: true, asked: asked + 1, replaces: replaces || (isOpen && did), at: -1 });
    this.ask(article, text === '' ? query : { ...query, text });
  }

  /** Closes the bar; the hit that one was at is selected and has the focus, else where one came from. */
  close(): void {
    const { hits, at } = this.snapshot();
    const { at: spot } = this.came;
    const place = hits[at] ?? (spot && { line: spot.line, from: spot.at, to: spot.at });
    this.set({ isOpen: false, hits: [], at: -1, isScoped: false });
    this.text?.goTo(place);
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
    const from = hit === undefined ? this.came.at : { line: hit.line, at: hit.from };
    this.set({ query, fault });
    this.look(article, from);
  }

  /** Looks at the story as it is now; one stays at the hit one was at, or goes to the next. */
  look(article: Article, from = this.spot()): void {
    if (!this.snapshot().isOpen) return;
    if (article.id !== this.came.story) {
      this.came = { story: article.id };
      this.set({ isScoped: false });
    }
    this.came.scope &&= scopeNow(article, this.came.scope);
    const scope = this.snapshot().isScoped ? this.came.scope : undefined;
    const hits = this.finder.hits(article).filter((hit) => isIn(hit, scope));
    const next = from === undefined ? 0 : nextFrom(article, hits, from);
    this.set({ hits, at: hits.length === 0 ? -1 : next });
  }

  /** Looks through what was selected alone, or through the whole story again. */
  toggleScope(article: Article): void {
    this.set({ isScoped: !this.snapshot().isScoped && this.came.scope !== undefined });
    this.look(article);
  }

  /** Goes to the next hit or the one before, round the end of the story. */
  step(by: 1 | -1): void {
    const { hits, at } = this.snapshot();
    if (hits.length > 0) this.set({ at: (at + by + hits.length) % hits.length });
  }

  /** Opens the bar, and goes on from the hit where one is. */
  goOn(article: Article, by: 1 | -1): void {
    this.open(article, { text: '', replaces: false });
    const [spot, from] = [this.spot(), this.came.scope && this.came.at];
    const isOnHit = spot && from && spot.at === from.at && lineId(spot.line) === lineId(from.line);
    // The hit is the first behind the caret.
    if (by === -1 || isOnHit) this.step(by);
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
    if (!this.write(session, [edit])) return false;
    this.look(session.snapshot().article, { line: hit.line, at: hit.from + edit.text.length });
    return true;
  }

  /** Replaces every hit as one step; answers how many that were. */
  replaceAll(session: ArticleSession): number {
    const { hits, replacement } = this.snapshot();
    const edits = hits
      .filter(({ line }) => line.fixed !== true)
      .map((hit) => this.finder.edit(hit, replacement));
    if (!this.write(session, edits)) return 0;
    this.look(session.snapshot().article);
    return edits.length;
  }

  private write(session: ArticleSession, edits: readonly LineEdit[]): boolean {
    const { article, save } = session.snapshot();
    if (edits.length === 0 || save.kind === 'read-only') return false;
    const { body, ...fields } = editLines(article, edits);
    if (body !== undefined) this.text?.put(body);
    if (Object.keys(fields).length === 0) return true;
    if (body === undefined) session.change(fields);
    else session.timeline.asPartOfLast(() => session.change(fields));
    return true;
  }

  private spot(): SpotInLine | undefined {
    const { hits, at } = this.snapshot();
    const hit = hits[at];
    return hit && { line: hit.line, at: hit.from };
  }
}

function isIn({ line, from, to }: Hit, scope: Scope | undefined): boolean {
  if (scope === undefined) return true;
  const span = scope.get(lineId(line));
  return span !== undefined && from >= span.from && to <= span.to;
}

/** The lines from one place to another, in the order of the story. */
function scopeOf(article: Article, { from, to }: SelectedSpan): Scope | undefined {
  const lines = storyLines(article);
  const [first, last] = [from, to].map(({ line }) =>
    lines.findIndex((one) => lineId(one) === lineId(line)),
  ) as [number, number];
  if (first === -1 || last < first) return undefined;
  return new Map(
    lines.slice(first, last + 1).map((line, index) => {
      const { text } = line;
      const start = index === 0 ? from.at : 0;
      const end = first + index === last ? to.at : text.length;
      return [lineId(line), { text, from: start, to: end }];
    }),
  );
}

/** The same stretches in what their lines say now. */
function scopeNow(article: Article, scope: Scope): Scope {
  const texts = new Map(storyLines(article).map((line) => [lineId(line), line.text]));
  return new Map(
    [...scope].map(([id, span]) => {
      const text = texts.get(id) ?? '';
      if (text === span.text) return [id, span];
      // What is written at its end is in it.
      const after = span.text.length - span.to;
      const to = after === 0 ? text.length : shiftedOffset(span.text, text, span.to);
      return [id, { text, from: shiftedOffset(span.text, text, span.from), to }];
    }),
  );
}

/** The number of the first hit at a place or after it; the first of all, where none is. */
function nextFrom(article: Article, hits: readonly Hit[], { line, at }: SpotInLine): number {
  const order = new Map(storyLines(article).map((one, index) => [lineId(one), index]));
  const place = order.get(lineId(line)) ?? 0;
  const next = hits.findIndex((hit) => {
    const there = order.get(lineId(hit.line)) ?? 0;
    return there > place || (there === place && hit.from >= at);
  });
  return Math.max(next, 0);
}
