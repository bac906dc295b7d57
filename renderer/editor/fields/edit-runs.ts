import {
  type Mark,
  type Run,
  joinRuns,
  markedText,
  plainText,
  cutRuns,
} from '../../../article/inline.ts';
import { markSpecs } from '../../../article/marks/marks.ts';
import { sharedEnds } from '../../../article/shared-ends.ts';

/**
 * The runs, changed so that they read as `text`. Text that did not change keeps its marks. New text
 * takes the marks of the text that it replaces, or else of the text before it, but does not
 * lengthen a link or a note; with `next` it takes these marks instead.
 */
export function editRuns(runs: readonly Run[], text: string, next?: readonly Mark[]): Run[] {
  const before = plainText(runs);
  if (before === text) return [...runs];
  const { head: start, tail: end } = sharedEnds(before, text);
  const head = cutRuns(runs, [0, start]);
  const tail = cutRuns(runs, [before.length - end, before.length]);
  const model = cutRuns(runs, [start, before.length - end]).at(0) ?? head.at(-1);
  const beside = model !== undefined && 'text' in model ? (model.marks ?? []) : [];
  const marks = [...(next ?? beside.filter(({ type }) => markSpecs.get(type)?.inclusive))];
  const middle = markedText(text.slice(start, text.length - end), marks);
  return joinRuns([...head, ...middle, ...tail]);
}
