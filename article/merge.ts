import { type Article, parseArticle } from './article.ts';
import { deepEqual } from './deep-equal.ts';
import { mergeRow } from './merge-row.ts';

/** Two sides of an article brought together. */
export interface Merge {
  /** Everything that could be merged; where there is a conflict it has what `ours` says. */
  merged: Article;
  /**
   * The places that both sides changed, each in its own way. If there are any, `merged` lacks what
   * `theirs` says there, so the caller must keep both sides.
   */
  conflicts: string[];
}

type Fields = Record<string, unknown>;

/**
 * Merges two changed copies of one article against the last version that both had: fields each for
 * itself, blocks by id at any depth. The words of a block are merged as a whole, so no sentence is
 * ever made of two people's halves. Without conflicts the order of the sides does not matter, and
 * every word that either side wrote is in `merged`.
 */
export function mergeArticles(base: Article, ours: Article, theirs: Article): Merge {
  if (base.id !== ours.id || base.id !== theirs.id) {
    throw new Error(`different articles: ${base.id}, ${ours.id}, ${theirs.id}`);
  }
  const conflicts: string[] = [];
  const fields = mergeFields({ ...base }, { ...ours }, { ...theirs }, '', conflicts);
  const merged = parseArticle(fields);
  const ids: string[] = [];
  collectIds(fields.body, ids);
  if (new Set(ids).size < ids.length) conflicts.push('body');
  return { merged, conflicts };
}

function mergeFields(
  base: Fields | undefined,
  ours: Fields,
  theirs: Fields,
  path: string,
  conflicts: string[],
): Fields {
  const merged: Fields = {};
  for (const key of new Set([...Object.keys(ours), ...Object.keys(theirs)])) {
    const at = path === '' ? key : `${path}.${key}`;
    const value = mergeField(key, base?.[key], ours[key], theirs[key], at, conflicts);
    if (value !== undefined) merged[key] = value;
  }
  return merged;
}

function mergeField(
  key: string,
  base: unknown,
  ours: unknown,
  theirs: unknown,
  at: string,
  conflicts: string[],
): unknown {
  if (deepEqual(ours, theirs) || deepEqual(base, theirs)) return ours;
  if (deepEqual(base, ours)) return theirs;
  switch (key) {
    case 'modified':
      return String(ours) > String(theirs) ? ours : theirs;
    case 'body':
    case 'items':
    case 'lists':
      return mergeRow(rowOf(base), rowOf(ours), rowOf(theirs), at, conflicts, mergeHolder);
    case 'review':
      return mergeFields(base as Fields, ours as Fields, theirs as Fields, at, conflicts);
    case 'keywords':
    case 'bylines':
    case 'corrections':
    case 'history':
    case 'threads':
    case 'suggestions': {
      const grown = bothAdded(base as unknown[], ours as unknown[], theirs as unknown[]);
      if (grown !== undefined) return grown;
    }
  }
  conflicts.push(at);
  return ours;
}

/** A block or list item that both sides changed: boxes and lists in depth, all else as a whole. */
function mergeHolder(
  base: { id: string } | undefined,
  ours: { id: string },
  theirs: { id: string },
  at: string,
  conflicts: string[],
): { id: string } {
  if (deepEqual(ours, theirs) || deepEqual(base, theirs)) return ours;
  if (deepEqual(base, ours)) return theirs;
  const deep = [base, ours, theirs].map((side) => {
    if (side === undefined || 'was' in side) return undefined;
    if (!('type' in side)) return 'item';
    return side.type === 'sidebar' || side.type === 'list' ? side.type : undefined;
  });
  if (deep[0] === undefined || deep[0] !== deep[1] || deep[0] !== deep[2]) {
    conflicts.push(at);
    return ours;
  }
  const fields = mergeFields({ ...base }, { ...ours }, { ...theirs }, at, conflicts);
  return { ...fields, id: ours.id };
}

/** The list when both sides only added at its end, in an order that does not depend on the side. */
function bothAdded(base: unknown[], ours: unknown[], theirs: unknown[]): unknown[] | undefined {
  const start = base.length;
  if (!deepEqual(ours.slice(0, start), base) || !deepEqual(theirs.slice(0, start), base)) {
    return undefined;
  }
  const added = [...ours.slice(start), ...theirs.slice(start)].map((item) => ({
    item,
    key: JSON.stringify([timeOf(item), item]),
  }));
  const once = [...new Map(added.map((entry) => [entry.key, entry])).values()];
  once.sort((a, b) => (a.key < b.key ? -1 : 1));
  return [...base, ...once.map(({ item }) => item)];
}

function timeOf(item: unknown): string {
  return typeof item === 'object' && item !== null && 'at' in item ? String(item.at) : '';
}

function rowOf(value: unknown): { id: string }[] {
  return (value ?? []) as { id: string }[];
}

function collectIds(value: unknown, ids: string[]): void {
  for (const holder of rowOf(value)) {
    ids.push(holder.id);
    for (const key of ['body', 'items', 'lists'] as const) {
      if (key in holder && !('was' in holder)) {
        collectIds((holder as Record<string, unknown>)[key], ids);
      }
    }
  }
}
