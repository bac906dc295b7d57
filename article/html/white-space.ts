import type { Run, TextRun } from '../inline.ts';

/** Spaces, line ends and control characters: a page shows any row of them as one space. */
const SPACE = /[ \p{Cc}]+/gu;
/** What `SPACE` would change; most text has none of it, and looking is cheaper than replacing. */
const UNTIDY = / {2}|\p{Cc}/u;
const INK = /[^\s\p{Cc}\p{Cf}\p{Z}\p{DI}]/u;

/** True if the text has at least one character that leaves a mark on paper. */
export function hasInk(text: string): boolean {
  return INK.test(text);
}

/** True if inline content has at least one character that leaves a mark on paper. */
export function runsHaveInk(runs: readonly Run[]): boolean {
  return runs.some((run) => 'text' in run && hasInk(run.text));
}

/**
 * Text as a page shows it: rows of white space are one space, none at either end; empty for text
 * without ink.
 */
export function collapseText(text: string): string {
  if (!hasInk(text)) return '';
  const shown = collapseInside(text);
  return shown.slice(shown.startsWith(' ') ? 1 : 0, shown.endsWith(' ') ? -1 : undefined);
}

/** Text as a page shows it in the middle of a line: a space at either end stays. */
export function collapseInside(text: string): string {
  return UNTIDY.test(text) ? text.replace(SPACE, ' ') : text;
}

/**
 * Inline content as a page shows it: rows of white space are one space, also across runs; none at
 * the ends of a line; no breaks at the ends of the block. No-break and ideographic spaces stay.
 */
export function collapseRuns(runs: readonly Run[]): Run[] {
  const shown: Run[] = [];
  let lineStart = 0;
  let afterSpace = true;
  for (const run of runs) {
    if ('break' in run) {
      trimLine(shown, lineStart);
      if (shown.length > 0) shown.push(run);
      lineStart = shown.length;
      afterSpace = true;
      continue;
    }
    let text = collapseInside(run.text);
    if (afterSpace && text.startsWith(' ')) text = text.slice(1);
    if (text === '') continue;
    afterSpace = text.endsWith(' ');
    shown.push(text === run.text ? run : { ...run, text });
  }
  trimLine(shown, lineStart);
  while (shown.length > 0 && 'break' in shown.at(-1)!) shown.pop();
  return shown;
}

function trimLine(shown: Run[], lineStart: number): void {
  if (shown.length === lineStart) return;
  const last = shown.at(-1) as TextRun;
  if (!last.text.endsWith(' ')) return;
  shown.pop();
  if (last.text !== ' ') shown.push({ ...last, text: last.text.slice(0, -1) });
}
