import type { Article } from '../../../article/article.ts';
import { deepEqual } from '../../../article/deep-equal.ts';
import type { ArticleChange } from './article-session.ts';
import { fieldsNow, takeInto } from './past-steps.ts';
import type { BlockField, Moment, Step, TextState } from './step.ts';
import { StepLimit } from './step-limit.ts';
import type { Watched } from '../store.ts';
import type { Run, Typing } from './typing.ts';

/** The fields of a story. */
interface StoryFields {
  now(): Article;
  put(fields: ArticleChange): void;
}

interface TimelineView {
  canUndo: boolean;
  canRedo: boolean;
}

/**
 * Shows a state of the text and puts the caret where the change was; one that was not shown is made
 * of the text as it is, by changing in it what differs between `from` and that state. Answers false
 * where others have changed the same words since; the text is then left as it is.
 */
type ShowBody = (body: TextState, from: TextState, field: BlockField | undefined) => boolean;

/** Calls `apply`, which changes these fields, and puts the caret into one of them. */
type FollowFields = (fields: ArticleChange, apply: () => void) => void;

/** What the stories of a window have in common. */
export interface TimelineParts {
  /** How the person types. */
  typing: Typing;
  limit?: StepLimit<Step>;
  /** Told where a step could not be turned back, since others have changed the same words. */
  onOverwritten?: () => void;
}

const MOST_STEPS = 1000;

/**
 * The text has states of its own; who moved a story on, and when, stays on the record whatever is
 * undone.
 */
const NO_FIELDS = new Set(['body', 'status', 'history']);

/**
 * What was done to one story, in its text and in its fields, in the order in which it was done.
 * Undo takes the last step back wherever it was made; typing that goes on is one step.
 *
 * The timeline of a story is kept while Galley runs, also while other stories are open: 1,000
 * steps for each story, 64 MiB for all of them, and the oldest go first. When words of others come
 * in, what was done before is taken back within the text and the fields as they are then: the states
 * hold the whole text, and would bring back the old one over those words. It ends when recovered words
 * are put back, or the file is not as this window left it.
 */
export class Timeline implements Watched<TimelineView> {
  private done: Step[] = [];
  private undone: Step[] = [];
  private going: { name: string; until: number } | undefined;
  /** True while everything belongs to the last step. */
  private joining = false;
  private turning = false;
  private view: TimelineView = { canUndo: false, canRedo: false };
  private readonly listeners = new Set<() => void>();
  private readonly limit: StepLimit<Step>;
  private showBody: ShowBody | undefined;
  private followFields: FollowFields | undefined;
  private story: StoryFields | undefined;
  /** How the person types whose steps these are. */
  readonly typing: Typing;
  private readonly onOverwritten: () => void;

  constructor({ typing, limit = new StepLimit(), onOverwritten = () => {} }: TimelineParts) {
    this.typing = typing;
    this.limit = limit;
    this.onOverwritten = onOverwritten;
  }

  readonly snapshot = (): TimelineView => this.view;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /**
   * Takes a step up. Typing (`run`) becomes part of the last step where it goes on from there, and
   * is a new one where it begins, as a letter that was typed over selected words does.
   */
  record(step: Step, run?: Run, mayGoOn = true): void {
    if (this.turning) return;
    const now = performance.now();
    const goesOn =
      mayGoOn && run !== undefined && run.name === this.going?.name && now < this.going.until;
    this.going = run && { name: run.name, until: now + run.within };
    const last = this.done.at(-1);
    if (last !== undefined && (goesOn || this.joining)) this.join(last, step);
    else this.push(step);
    this.tell();
  }

  /** Takes up how fields were changed. */
  recordFields(before: Article, after: Article, run?: Run): void {
    const names = [
      ...new Set([...Object.keys(before), ...Object.keys(after)]),
    ] as (keyof Article)[];
    const changed = names.filter(
      (name) => !NO_FIELDS.has(name) && !deepEqual(before[name], after[name]),
    );
    if (changed.length === 0) return;
    const [old, now] = [before, after].map((article) =>
      Object.fromEntries(changed.map((name) => [name, article[name]])),
    ) as [ArticleChange, ArticleChange];
    const size = 2 * JSON.stringify([old, now]).length;
    this.record({ before: { fields: old }, after: { fields: now }, size }, run);
  }

  /** What is done meanwhile belongs to the last step. */
  asPartOfLast(act: () => void): void {
    this.joining = true;
    try {
      act();
    } finally {
      this.joining = false;
    }
  }

  readonly undo = (): void => this.turn(this.done, this.undone, 'before');

  readonly redo = (): void => this.turn(this.undone, this.done, 'after');

  /** True if undo or redo leads to the text, not to a field of the story. */
  leadsToText(direction: 'undo' | 'redo'): boolean {
    const steps = direction === 'undo' ? this.done : this.undone;
    return steps.at(-1)?.before.body !== undefined;
  }

  /** Forgets everything: what was before cannot be undone. */
  end(): void {
    this.limit.remove([...this.done, ...this.undone]);
    this.done = [];
    this.undone = [];
    this.going = undefined;
    this.tell();
  }

  /**
   * Words of others have come into what `now` has of the story: what was done before is turned back
   * without touching them.
   */
  othersCame(now: Partial<Article>): void {
    const last = this.done.at(-1);
    if (last !== undefined && !takeInto(last, now)) this.going = undefined;
    for (const step of [...this.done, ...this.undone]) {
      step.isPast = true;
      for (const { body } of [step.before, step.after]) if (body) body.shown = undefined;
    }
  }

  /** Lets go of the oldest step, and of all that cannot be done without it. */
  drop(step: Step): void {
    if (this.done[0] === step) this.done.shift();
    else {
      this.limit.remove(this.undone);
      this.undone = [];
    }
    this.tell();
  }

  /** Says who has the fields of the story; answers a function that takes it back. */
  serve(story: StoryFields): () => void {
    this.story = story;
    return () => {
      if (this.story === story) this.story = undefined;
    };
  }

  /** Says who shows the text; answers a function that takes it back. */
  attachText(show: ShowBody): () => void {
    this.showBody = show;
    return () => {
      if (this.showBody === show) this.showBody = undefined;
    };
  }

  /** Says who puts the caret into fields; answers a function that takes it back. */
  attachFields(follow: FollowFields): () => void {
    this.followFields = follow;
    return () => {
      if (this.followFields === follow) this.followFields = undefined;
    };
  }

  private push(step: Step): void {
    this.limit.remove(this.undone);
    this.undone = [];
    this.done.push(step);
    this.limit.add(step, this);
    if (this.done.length > MOST_STEPS) this.limit.remove(this.done.splice(0, 1));
  }

  private join(last: Step, { before, after, size, field }: Step): void {
    last.before = merged(before, last.before);
    last.after = merged(last.after, after);
    last.field ??= field;
    const { body, fields } = last.before;
    if (body === undefined && deepEqual(fields, last.after.fields)) {
      // An input method took its word back.
      this.done.pop();
      this.limit.remove([last]);
      this.going = undefined;
    } else this.limit.resize(last, Math.max(last.size, size));
  }

  private turn(from: Step[], to: Step[], side: 'before' | 'after'): void {
    const step = from.at(-1);
    if (step === undefined || this.turning) return;
    const [goal, left] = side === 'before' ? [step.before, step.after] : [step.after, step.before];
    const { body } = goal;
    const fields = step.isPast
      ? fieldsNow(goal.fields, left.fields, this.story?.now())
      : goal.fields;
    // Without an editor, as after a fault, nobody can show the text.
    if (body !== undefined && this.showBody === undefined) return;
    from.pop();
    this.going = undefined;
    this.turning = true;
    try {
      const apply = () => {
        if (fields !== undefined) this.story?.put(fields);
      };
      const isDone = body
        ? this.showBody?.(body, left.body ?? body, step.field) !== false
        : fields !== undefined;
      if (!isDone) {
        this.limit.remove([step]);
        this.onOverwritten();
        return;
      }
      to.push(step);
      if (body !== undefined) apply();
      else if (this.followFields !== undefined && fields !== undefined) {
        this.followFields(fields, apply);
      } else apply();
    } finally {
      this.turning = false;
      this.tell();
    }
  }

  private tell(): void {
    const view = { canUndo: this.done.length > 0, canRedo: this.undone.length > 0 };
    if (deepEqual(view, this.view)) return;
    this.view = view;
    for (const listener of this.listeners) listener();
  }
}

/** Both moments as one; of what both say, `over` holds. */
function merged(under: Moment, over: Moment): Moment {
  const fields = under.fields ?? over.fields;
  const body = over.body ?? under.body;
  return {
    ...(fields !== undefined && { fields: { ...under.fields, ...over.fields } }),
    ...(body !== undefined && { body }),
  };
}
