import { type LexicalNode, $getState, $setState, createState } from 'lexical';
import { deepEqual } from '../../../article/deep-equal.ts';
import type { Mark } from '../../../article/inline.ts';

type Rest = Readonly<Record<string, unknown>>;

const NOTHING: Rest = Object.freeze({});
const NO_MARKS: readonly Mark[] = Object.freeze([]);

/** The id of the block or list item that a node shows; empty until one is given. */
export const idState = createState('id', {
  parse: (value) => (typeof value === 'string' ? value : ''),
  resetOnCopyNode: true,
});

/** The keys of a block or list item that the editor does not show: unknown ones, a suggestion. */
export const restState = createState('rest', {
  parse: (value): Rest => (typeof value === 'object' && value !== null ? (value as Rest) : NOTHING),
  isEqual: deepEqual,
  resetOnCopyNode: true,
});

/** The marks of a run that are not text formats or links: notes, comments, suggestions, unknown. */
export const marksState = createState('marks', {
  parse: (value): readonly Mark[] => (Array.isArray(value) ? (value as Mark[]) : NO_MARKS),
  isEqual: deepEqual,
});

/** The keys of a run, or of a line break, that the editor does not know. */
export const runRestState = createState('run', {
  parse: (value): Rest => (typeof value === 'object' && value !== null ? (value as Rest) : NOTHING),
  isEqual: deepEqual,
});

/** The id of the block or list item that a node shows; empty if it has none yet. */
export function $idOf(node: LexicalNode): string {
  return $getState(node, idState);
}

/** Gives a node the id and the hidden keys of a block or list item. */
export function $setIdentity<N extends LexicalNode>(node: N, id: string, rest: Rest = NOTHING): N {
  $setState(node, idState, id);
  return $setState(node, restState, rest);
}

/** `value` without the keys that the editor shows in its own way. */
export function restOf(value: object, ...shown: string[]): Rest {
  const entries = Object.entries(value).filter(([key]) => !shown.includes(key));
  return entries.length === 0 ? NOTHING : Object.fromEntries(entries);
}

/** The hidden keys of the block or list item that a node shows. */
export function $restOf(node: LexicalNode): Rest {
  return $getState(node, restState);
}
