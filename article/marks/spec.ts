import type { z } from 'zod';

/** What becomes of marked words when a story is published; see `publish`. */
export type Fate = 'keep' | 'strip' | 'drop';

/** Everything Galley knows about one type of mark. */
export interface MarkSpec {
  type: string;
  /** Reads the mark from a file; unknown keys are kept. */
  schema: z.ZodType;
  /** Keeps the mark, leaves the words without it, or leaves the words out. */
  publish(mark: never): Fate;
  /** Text that is typed right after marked words has it, too. */
  inclusive?: true;
  /** The same words may have several of it. */
  repeats?: true;
}

/** A mark that says only that it is there, and has an element of its own. */
export interface SimpleMarkSpec {
  type: string;
  /** The element that it is in HTML. */
  tag: string;
  /** The elements that are read as it. */
  tags: readonly string[];
  /**
   * What a declaration of a style says of it, `font-weight: bold`: true or false, `own` where only
   * what the element itself says is taken back, undefined where it says nothing of it.
   */
  style?(property: string, value: string): boolean | 'own' | undefined;
  /** Markdown has no sign for it: it is written with its element. */
  unsigned?: true;
  inclusive?: true;
}
