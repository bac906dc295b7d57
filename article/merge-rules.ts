import { deepEqual } from './deep-equal.ts';
import { mergeRow } from './merge-row.ts';
import { type Saves, joinSaves } from './saves.ts';

type Values = Readonly<Record<string, unknown>>;

/**
 * How a field that both sides have changed, each in its own way, becomes one value; undefined where
 * it cannot. Which side is `ours` makes no difference to what it answers.
 */
export type MergeRule = (base: unknown, ours: unknown, theirs: unknown) => unknown;

/** The one that comes later in the order of texts, as times do. */
export const theLater: MergeRule = (_, ours, theirs) =>
  String(ours) > String(theirs) ? ours : theirs;

/** The counts of both, the higher of each. */
export const savesOfBoth: MergeRule = (_, ours, theirs) =>
  joinSaves(ours as Saves, theirs as Saves);

/**
 * The items of both sides, without those that one has removed. An item has no name but what it says:
 * one that a side has changed stands in the place of what it was, and if both changed it, both do.
 */
export const itemsOfBoth: MergeRule = (base, ours, theirs) => {
  // A later Galley may give the same name to something else.
  if (![base ?? [], ours, theirs].every(Array.isArray)) return undefined;
  const grown = bothAdded((base ?? []) as unknown[], ours as unknown[], theirs as unknown[]);
  if (grown !== undefined) return grown;
  const [before, own, other] = [base ?? [], ours, theirs].map((side) => named(side as unknown[]));
  if (!before || !own || !other) return undefined;
  const conflicts: string[] = [];
  const merged = mergeRow(before, own, other, '', conflicts, (_, item) => item) as Named[];
  return conflicts.length > 0 ? undefined : merged.map(({ item }) => item);
};

/**
 * The items of both sides by their ids, without those that one has removed and the other left alone.
 * What both have changed in one is brought together key by key, with lists in it by their ids.
 */
export const itemsById: MergeRule = (base, ours, theirs) => {
  const [before, own, other] = [base ?? [], ours, theirs].map(withIds);
  if (!before || !own || !other) return itemsOfBoth(base, ours, theirs);
  const merged: Item[] = [];
  const ids = new Set([...before.keys(), ...[...own.keys(), ...other.keys()].toSorted()]);
  for (const id of ids) {
    const [was, here, there] = [before.get(id), own.get(id), other.get(id)];
    if (here === undefined || there === undefined) {
      const left = here ?? there;
      // Removed by one: it stays if the other has gone on with it.
      if (left !== undefined && (was === undefined || !deepEqual(was, left))) merged.push(left);
      continue;
    }
    const both = keysOfBoth(was ?? {}, here, there);
    if (both === undefined) return undefined;
    merged.push(both as Item);
  }
  return inOrderOfTime(merged, before);
};

/** A rule for a field that holds fields, each of which has its own rule or none. */
export function eachBy(rules: Readonly<Record<string, MergeRule>>): MergeRule {
  return (base, ours, theirs) =>
    isValues(ours) && isValues(theirs)
      ? keysOfBoth(isValues(base) ? base : {}, ours, theirs, rules)
      : undefined;
}

function keysOfBoth(
  base: Values,
  ours: Values,
  theirs: Values,
  rules: Readonly<Record<string, MergeRule>> = {},
): Values | undefined {
  const merged: Record<string, unknown> = {};
  for (const key of new Set([...Object.keys(ours), ...Object.keys(theirs)])) {
    const [was, here, there] = [base[key], ours[key], theirs[key]];
    let value: unknown;
    if (deepEqual(here, there) || deepEqual(was, there)) value = here;
    else if (deepEqual(was, here)) value = there;
    else {
      const rule =
        rules[key] ?? (Array.isArray(here) && Array.isArray(there) ? itemsById : undefined);
      value = rule?.(was, here, there);
      if (value === undefined) return undefined;
    }
    if (value !== undefined) merged[key] = value;
  }
  return merged;
}

interface Item extends Values {
  id: string;
}

/** The items by their ids, in their order; undefined where one has none, or another's. */
function withIds(value: unknown): ReadonlyMap<string, Item> | undefined {
  if (!Array.isArray(value)) return undefined;
  const items = value.filter(
    (item): item is Item => isValues(item) && typeof item['id'] === 'string',
  );
  const byId = new Map(items.map((item) => [item.id, item]));
  return byId.size === value.length ? byId : undefined;
}

/** Those that were there in their order, then the others in the order of time. */
function inOrderOfTime(items: readonly Item[], before: ReadonlyMap<string, Item>): Item[] {
  const old = items.filter(({ id }) => before.has(id));
  const added = items.filter(({ id }) => !before.has(id));
  return [...old, ...added.toSorted((one, other) => (sortKey(one) < sortKey(other) ? -1 : 1))];
}

interface Named {
  id: string;
  item: unknown;
}

/** Items under what they say as a name; undefined where two say the same. */
function named(items: readonly unknown[]): Named[] | undefined {
  const all = items.map((item) => ({ id: JSON.stringify(item), item }));
  return new Set(all.map(({ id }) => id)).size === all.length ? all : undefined;
}

/** The list when both sides only added at its end, in an order that does not depend on the side. */
function bothAdded(
  base: readonly unknown[],
  ours: readonly unknown[],
  theirs: readonly unknown[],
): unknown[] | undefined {
  const start = base.length;
  if (!deepEqual(ours.slice(0, start), base) || !deepEqual(theirs.slice(0, start), base)) {
    return undefined;
  }
  const added = [...ours.slice(start), ...theirs.slice(start)].map(
    (item) => [sortKey(item), item] as const,
  );
  const once = [...new Map(added)].toSorted(([a], [b]) => (a < b ? -1 : 1));
  return [...base, ...once.map(([, item]) => item)];
}

function sortKey(item: unknown): string {
  return JSON.stringify([timeOf(item), item]);
}

function timeOf(item: unknown): string {
  return typeof item === 'object' && item !== null && 'at' in item ? String(item.at) : '';
}

function isValues(value: unknown): value is Values {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
