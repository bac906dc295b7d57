import type { EditorState, NodeKey } from 'lexical';
import type { Block } from '../../../article/blocks/blocks.ts';
import type { ArticleChange } from './article-session.ts';

/** A field of a block in the text. */
export interface BlockField {
  block: NodeKey;
  name: string;
}

/** The text at one moment. */
export interface TextState {
  blocks: readonly Block[];
  /** As it was shown; undefined when words of others have come into it since. */
  shown: EditorState | undefined;
}

/** What a story holds before or after a step, as far as the step changes it. */
export interface Moment {
  fields?: ArticleChange;
  body?: TextState;
}

/** A change of a story that can be undone and done again. */
export interface Step {
  before: Moment;
  after: Moment;
  /** About how many bytes it takes. */
  size: number;
  /** The field of a block in which it was made, if it was. */
  field?: BlockField | undefined;
  /** Set when words of others have come in since. */
  isPast?: boolean;
}
