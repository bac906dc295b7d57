import type { ArticleSummary } from '../../../electron/contract/calls.ts';

/**
 * The lines of a list, the newest first, with those of some stories as they are now: `lines` has those
 * that are still there. Undefined where two are of the same moment, so that only the desk knows their
 * order.
 */
export function withChanged(
  list: readonly ArticleSummary[],
  ids: readonly string[],
  lines: readonly ArticleSummary[],
): ArticleSummary[] | undefined {
  const changed = new Set(ids);
  const all = [...list.filter(({ id }) => !changed.has(id)), ...lines];
  all.sort((a, b) => (a.modified < b.modified ? 1 : a.modified > b.modified ? -1 : 0));
  const isTold = all.every(({ id, modified }, at) => {
    const next = all[at + 1];
    return next?.modified !== modified || !(changed.has(id) || changed.has(next.id));
  });
  return isTold ? all : undefined;
}
