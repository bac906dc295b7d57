import { isDateline } from './blocks/dateline/lead.ts';
import { isParagraph } from './blocks/paragraph/paragraphs.ts';
import { deepEqual } from './deep-equal.ts';

/** A block or a list item. */
interface Holder {
  id: string;
}

/**
 * Merges one block or list item that both sides have; adds its path to `conflicts` if both changed
 * the same thing.
 */
export type MergeHolder = (
  base: Holder | undefined,
  ours: Holder,
  theirs: Holder,
  at: string,
  conflicts: string[],
) => Holder;

/**
 * Merges two rows of blocks or items by id. What one side added stands after what it followed
 * there, what one side removed and the other left alone is gone, and what one side moved stays
 * moved. A place that both changed is added to `conflicts`.
 */
export function mergeRow(
  base: readonly Holder[],
  ours: readonly Holder[],
  theirs: readonly Holder[],
  path: string,
  conflicts: string[],
  mergeHolder: MergeHolder,
): Holder[] {
  const baseById = byId(base);
  const ourById = byId(ours);
  const theirById = byId(theirs);
  const at = (holder: Holder, row: readonly Holder[]) => `${path}[${row.indexOf(holder)}]`;

  const ourOwn = ours.filter(
    (holder) => !theirById.has(holder.id) && kept(holder, ours, baseById, at, conflicts),
  );
  const theirOwn = theirs.filter(
    (holder) => !ourById.has(holder.id) && kept(holder, theirs, baseById, at, conflicts),
  );
  const shared = orderShared(base, ours, theirs, path, conflicts);
  const ourGroups = groupByAnchor(ours, new Set(ourOwn), theirById);
  const theirGroups = groupByAnchor(theirs, new Set(theirOwn), ourById);

  const merged: Holder[] = [];
  const addGroups = (anchor: string) => {
    const groups = [ourGroups.get(anchor) ?? [], theirGroups.get(anchor) ?? []];
    groups.sort(byPlace);
    merged.push(...groups.flat());
  };
  addGroups('');
  for (const holder of shared) {
    const other = theirById.get(holder.id)!;
    merged.push(mergeHolder(baseById.get(holder.id), holder, other, at(holder, ours), conflicts));
    addGroups(holder.id);
  }
  const stray = merged.find(
    (holder, index) => isDateline(holder) && !isParagraph(merged[index + 1]),
  );
  if (stray !== undefined) conflicts.push(`${path}[${merged.indexOf(stray)}]`);
  return merged;
}

/**
 * Whether a holder that only one side has stays: it is new there, or it was changed there. That is a
 * conflict, but of a line: it stands in the row, with all its words.
 */
function kept(
  holder: Holder,
  row: readonly Holder[],
  baseById: ReadonlyMap<string, Holder>,
  at: (holder: Holder, row: readonly Holder[]) => string,
  conflicts: string[],
): boolean {
  const before = baseById.get(holder.id);
  if (before === undefined) return true;
  if (deepEqual(before, holder)) return false;
  const place = at(holder, row);
  const isLine = 'content' in holder && !/\.cells\[\d+\]$/u.test(place);
  if (!isLine) conflicts.push(place);
  return true;
}

/** Our holders that the other side has too, in the order that one side or both gave them. */
function orderShared(
  base: readonly Holder[],
  ours: readonly Holder[],
  theirs: readonly Holder[],
  path: string,
  conflicts: string[],
): Holder[] {
  const theirIds = byId(theirs);
  const shared = byId(ours.filter(({ id }) => theirIds.has(id)));
  const order = (row: readonly Holder[]) =>
    row.filter(({ id }) => shared.has(id)).map(({ id }) => id);
  const [before, our, their] = [order(base), order(ours), order(theirs)];
  let chosen = our;
  if (deepEqual(before, our)) chosen = their;
  else if (!deepEqual(before, their) && !deepEqual(our, their)) conflicts.push(path);
  return chosen.map((id) => shared.get(id)!);
}

/** The holders of one side alone, under the id of the shared one that they follow; '' at the start. */
function groupByAnchor(
  row: readonly Holder[],
  own: ReadonlySet<Holder>,
  others: ReadonlyMap<string, Holder>,
): Map<string, Holder[]> {
  const groups = new Map<string, Holder[]>();
  let anchor = '';
  for (const holder of row) {
    if (others.has(holder.id)) anchor = holder.id;
    else if (own.has(holder)) groups.set(anchor, [...(groups.get(anchor) ?? []), holder]);
  }
  return groups;
}

/** A dateline stays at the head of its lead; else the order is that of the ids. */
function byPlace(a: readonly Holder[], b: readonly Holder[]): number {
  const [lastA, lastB] = [isDateline(a.at(-1)), isDateline(b.at(-1))];
  if (lastA !== lastB) return lastA ? 1 : -1;
  return (a[0]?.id ?? '') < (b[0]?.id ?? '') ? -1 : 1;
}

function byId(row: readonly Holder[]): Map<string, Holder> {
  return new Map(row.map((holder) => [holder.id, holder]));
}
