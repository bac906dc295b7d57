import type { ElementContent } from 'hast';
import type { Mark, Run, TextRun } from '../inline.ts';
import { simpleMarkSpecs } from '../marks/marks.ts';
import { element } from './element.ts';
import { safeHref } from './href.ts';
import { collapseRuns, collapseText, hasInk, runsHaveInk } from './white-space.ts';

const TAGS: ReadonlyMap<string, string> = new Map(
  simpleMarkSpecs.map(({ type, tag }) => [type, tag]),
);

/** An element around a stretch of text; equal ones next to each other are one. */
interface Wrap {
  tagName: string;
  href?: string;
}

/**
 * Turns published inline content into HTML, with white space as a page shows it. Marks nest in one
 * order: `a`, then as `simpleMarkSpecs` has them. A link that may not be published, or that has
 * nothing to click on, becomes plain text. Content with nothing visible in it gives nothing.
 */
export function inlineToHast(content: readonly Run[]): ElementContent[] {
  const [only] = content;
  if (content.length === 1 && only !== undefined && isPlain(only)) {
    const value = collapseText(only.text);
    return value === '' ? [] : [{ type: 'text', value }];
  }
  if (!runsHaveInk(content)) return [];
  const runs = collapseRuns(content);
  const wraps = runs.map((run) => ('text' in run && run.marks ? toWraps(run.marks) : []));
  dropBlankLinks(runs, wraps);

  const top: ElementContent[] = [];
  const open: { wrap: Wrap; children: ElementContent[] }[] = [];
  for (const [index, run] of runs.entries()) {
    const wanted = 'break' in run ? (wrapsAfter(runs, wraps, index) ?? []) : (wraps[index] ?? []);
    open.length = sharedDepth(open, wanted);
    if ('break' in run) {
      (open.at(-1)?.children ?? top).push(element('br'));
      continue;
    }
    for (const wrap of wanted.slice(open.length)) {
      const children: ElementContent[] = [];
      const attributes = wrap.href === undefined ? {} : { href: wrap.href };
      (open.at(-1)?.children ?? top).push(element(wrap.tagName, attributes, children));
      open.push({ wrap, children });
    }
    (open.at(-1)?.children ?? top).push({ type: 'text', value: run.text });
  }
  return top;
}

/** Most content is one run without marks. */
function isPlain(run: Run): run is TextRun {
  return 'text' in run && run.marks === undefined;
}

function toWraps(marks: readonly Mark[]): Wrap[] {
  const wraps: Wrap[] = [];
  for (const mark of marks) {
    const tagName = TAGS.get(mark.type);
    if (tagName !== undefined) wraps.push({ tagName });
    else if (mark.type === 'link' && 'href' in mark) {
      const href = safeHref(mark.href);
      if (href !== undefined) wraps.unshift({ tagName: 'a', href });
    }
  }
  return wraps;
}

function sharedDepth(open: readonly { wrap: Wrap }[], wanted: readonly Wrap[]): number {
  let depth = 0;
  while (depth < open.length && depth < wanted.length) {
    const [a, b] = [open[depth]!.wrap, wanted[depth]!];
    if (a.tagName !== b.tagName || a.href !== b.href) break;
    depth += 1;
  }
  return depth;
}

/** A break has no marks of its own; it lies inside what goes on after it. */
function wrapsAfter(runs: readonly Run[], wraps: readonly Wrap[][], index: number) {
  return wraps.find((_, at) => at > index && 'text' in runs[at]!);
}

/** A link must have something to click on, or it has no name. */
function dropBlankLinks(runs: readonly Run[], wraps: Wrap[][]): void {
  if (!wraps.some(([outer]) => outer?.href !== undefined)) return;
  let linked: Wrap[][] = [];
  let blank = true;
  const close = () => {
    if (blank) for (const row of linked) row.shift();
    linked = [];
    blank = true;
  };
  for (const [index, run] of runs.entries()) {
    const row = wraps[index] ?? [];
    if (linked[0]?.[0]?.href !== row[0]?.href) close();
    if (row[0]?.href === undefined) continue;
    linked.push(row);
    if ('text' in run && hasInk(run.text)) blank = false;
  }
  close();
}
