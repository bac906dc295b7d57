import { type Mark, type Run, joinRuns, type Span, cutRuns } from '../../../article/inline.ts';
import { markSpecs } from '../../../article/marks/marks.ts';

/**
 * The runs with a mark on all text of a stretch; another mark of the same type gives way, but for
 * comments: the same words may be spoken of in several threads.
 */
export function markRuns(runs: readonly Run[], span: Span, mark: Mark): Run[] {
  return changeMarks(runs, span, (marks) => [
    ...marks.filter(({ type }) => type !== mark.type || markSpecs.get(type)?.repeats),
    mark,
  ]);
}

/** The runs without marks of a type in a stretch. */
export function unmarkRuns(runs: readonly Run[], span: Span, type: Mark['type']): Run[] {
  return changeMarks(runs, span, (marks) => marks.filter((mark) => mark.type !== type));
}

/** The marks that all text of a stretch has; with nothing in it, those of the text before it. */
export function marksIn(runs: readonly Run[], [from, to]: Span): Mark[] {
  const stretch: Span = from < to ? [from, to] : [Math.max(0, from - 1), from];
  const texts = cutRuns(runs, stretch).flatMap((run) => ('text' in run ? [run.marks ?? []] : []));
  const [first = [], ...others] = texts.map((marks) => marks.map((mark) => JSON.stringify(mark)));
  return first
    .filter((mark) => others.every((marks) => marks.includes(mark)))
    .map((mark) => JSON.parse(mark) as Mark);
}

type LinkMark = Extract<Mark, { type: 'link' }>;

/** The link that a stretch lies in, with all of its text; undefined if there is none. */
export function linkIn(
  runs: readonly Run[],
  span: Span,
): { link: LinkMark; span: Span } | undefined {
  const link = linkOf(marksIn(runs, span));
  if (link === undefined) return undefined;
  const key = JSON.stringify(link);
  let found: { link: LinkMark; span: Span } | undefined;
  let at = 0;
  for (const run of runs) {
    const size = 'break' in run ? 1 : run.text.length;
    const same = 'text' in run && JSON.stringify(linkOf(run.marks ?? [])) === key;
    const joins = same && found !== undefined && found.span[1] === at;
    if (joins && found !== undefined) found = { link, span: [found.span[0], at + size] };
    else if (same && (found === undefined || found.span[1] < span[0])) {
      found = { link, span: [at, at + size] };
    }
    at += size;
  }
  return found;
}

function linkOf(marks: readonly Mark[]): LinkMark | undefined {
  return marks.find((mark): mark is LinkMark => mark.type === 'link');
}

function changeMarks(
  runs: readonly Run[],
  [from, to]: Span,
  change: (marks: readonly Mark[]) => Mark[],
): Run[] {
  const marked = cutRuns(runs, [from, to]).map((run): Run => {
    if ('break' in run) return run;
    const { marks, ...rest } = run;
    return { ...rest, marks: change(marks ?? []) };
  });
  return joinRuns([...cutRuns(runs, [0, from]), ...marked, ...cutRuns(runs, [to, Infinity])]);
}
