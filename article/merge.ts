import { knownSpec } from './blocks/specs.ts';
import { type Article, parseArticle } from './article.ts';
import type { Block } from './blocks/blocks.ts';
import { type Hold, holdsOf, idsOf } from './blocks/holds.ts';
import { deepEqual } from './deep-equal.ts';
import { articleFields } from './fields.ts';
import type { Run } from './inline.ts';
import { mergeRuns, mergeTexts } from './merge-runs.ts';
import { type Lines, linesById, linesMovedOn, withWordsOfBoth } from './merge-words.ts';
import { withLinesOfBoth } from './merge-splits.ts';
import { type MergeHolder, mergeRow } from './merge-row.ts';
import type { MergeRule } from './merge-rules.ts';

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

const ARTICLE_HOLDS: readonly Hold[] = [...articleFields].flatMap(([key, { holds }]) =>
  holds === undefined ? [] : [{ key, is: holds }],
);

/**
 * Merges two changed copies of one article against the last version that both had: fields each for
 * itself, blocks by id at any depth, and the words of a line where the sides changed them apart from
 * each other (see `mergeRuns`). Without conflicts the order of the sides does not matter, and every
 * word that either side wrote is in `merged`.
 */
export function mergeArticles(base: Article, ours: Article, theirs: Article): Merge {
  if (base.id !== ours.id || base.id !== theirs.id) {
    throw new Error(`different articles: ${base.id}, ${ours.id}, ${theirs.id}`);
  }
  const conflicts: string[] = [];
  const bodies = withWordsOfBoth(...withLinesOfBoth(base.body, ours.body, theirs.body));
  const place = lastMove(base, ours, theirs);
  const fields = mergeFields(
    ARTICLE_HOLDS,
    { ...base, body: bodies[0] },
    { ...ours, ...place, body: bodies[1] },
    { ...theirs, ...place, body: bodies[2] },
    '',
    conflicts,
  );
  const merged = parseArticle(fields);
  const ids = idsOf(fields.body as Block[]);
  if (new Set(ids).size < ids.length) conflicts.push('body');
  const lines = linesById(base.body);
  for (const [gone, kept] of [
    [ours, theirs],
    [theirs, ours],
  ] as const) {
    // These words would stand in the story twice.
    const moved = linesMovedOn(lines, linesById(gone.body));
    const twice = moved.filter((id) => ids.includes(id));
    conflicts.push(...twice.map((id) => `body[${placeOf(id, kept.body)}]`));
  }
  return { merged, conflicts };
}

/** Where both have moved the story on, it stands where the last of their steps put it. */
function lastMove(base: Article, ours: Article, theirs: Article): Partial<Article> {
  const haveBoth = (key: 'status' | 'history') =>
    [ours, theirs].every((side) => !deepEqual(side[key], base[key]));
  // One of them may have come back to where it began.
  if (!haveBoth('status') && !haveBoth('history')) return {};
  const [own, other] = [ours, theirs].map(({ history }) => history.at(-1)?.at ?? '') as [
    string,
    string,
  ];
  if (own === other) return {};
  return { status: (own > other ? ours : theirs).status };
}

/** The index of the block that is, or holds, what has this id. */
function placeOf(id: string, body: readonly Block[]): number {
  return body.findIndex((block) => idsOf([block]).includes(id));
}

/**
 * Takes back, or does again, what makes `goal` of `from` in a body that others have changed to `now`
 * since; undefined where they are at the same words.
 */
export function turnBody(
  from: readonly Block[],
  now: readonly Block[],
  goal: readonly Block[],
): Block[] | undefined {
  const [before, left, wanted] = [from, now, goal].map(linesById) as [Lines, Lines, Lines];
  // A line that others have removed does not come back, and one that they write in does not go.
  for (const [id, line] of before) {
    const [is, other] = [left.get(id), wanted.get(id)];
    if (is === undefined && other !== undefined && !deepEqual(line, other)) return undefined;
    if (other === undefined && is !== undefined && !deepEqual(line, is)) return undefined;
  }
  // Words that come in a line of their own again are not removed, but moved.
  const isMove = [...wanted.keys()].some((id) => !before.has(id));
  const conflicts: string[] = [];
  const bodies = withWordsOfBoth(from, now, goal, !isMove);
  const merged = mergeRow(...bodies, 'body', conflicts, mergeBlock) as Block[];
  const ids = idsOf(merged);
  return conflicts.length > 0 || new Set(ids).size < ids.length ? undefined : merged;
}

function mergeFields(
  holds: readonly Hold[],
  base: Fields | undefined,
  ours: Fields,
  theirs: Fields,
  path: string,
  conflicts: string[],
): Fields {
  const merged: Fields = {};
  for (const key of new Set([...Object.keys(ours), ...Object.keys(theirs)])) {
    const at = path === '' ? key : `${path}.${key}`;
    const hold = holds.find((one) => one.key === key);
    // The rules are those of a story; a block has none.
    const rule = path === '' ? articleFields.get(key)?.merge : undefined;
    const values = [base?.[key], ours[key], theirs[key]] as const;
    const value = mergeField({ hold, rule }, values, at, conflicts);
    if (value !== undefined) merged[key] = value;
  }
  return merged;
}

function mergeField(
  { hold, rule }: { hold: Hold | undefined; rule: MergeRule | undefined },
  [base, ours, theirs]: readonly [base: unknown, ours: unknown, theirs: unknown],
  at: string,
  conflicts: string[],
): unknown {
  if (deepEqual(ours, theirs) || deepEqual(base, theirs)) return ours;
  if (deepEqual(base, ours)) return theirs;
  if (hold?.is === 'blocks' || hold?.is === 'parts') {
    const mergeHolder = hold.is === 'blocks' ? mergeBlock : mergePart(hold.holds);
    return mergeRow(rowOf(base), rowOf(ours), rowOf(theirs), at, conflicts, mergeHolder);
  }
  if (hold?.is === 'runs') {
    const both = mergeRuns((base ?? []) as Run[], ours as Run[], theirs as Run[]);
    if (both !== undefined) return both;
  }
  if (hold?.is === 'text' || (hold?.is === 'value' && hold.written)) {
    const both = mergeTexts(
      (base ?? '') as string,
      (ours ?? '') as string,
      (theirs ?? '') as string,
    );
    if (both !== undefined) return both;
  }
  const together = rule?.(base, ours, theirs);
  if (together !== undefined) return together;
  conflicts.push(at);
  return ours;
}

/**
 * A block that both sides changed: what holds blocks or parts, and pictures, in depth; a line of
 * words in itself, if nothing in it is a conflict; else whole.
 */
const mergeBlock: MergeHolder = (base, ours, theirs, at, conflicts) => {
  const { type } = ours as Block;
  const holds = holdsOf(ours as Block);
  const isSame = [base, theirs].every((side) => (side as Block | undefined)?.type === type);
  const hasPictures = knownSpec(ours as Block)?.mapPictures !== undefined;
  if (isSame && (hasPictures || holds.some(({ is }) => is === 'blocks' || is === 'parts')))
    return mergePart(holds)(base, ours, theirs, at, conflicts);
  if (isSame && holds.some(({ is }) => is === 'runs')) {
    const inside: string[] = [];
    const merged = mergePart(holds)(base, ours, theirs, at, inside);
    if (inside.length === 0) return merged;
  }
  return mergeWhole(base, ours, theirs, at, conflicts);
};

/** How a part of a block is merged: each of its fields for itself. */
function mergePart(holds: readonly Hold[]): MergeHolder {
  return (base, ours, theirs, at, conflicts) => {
    if (
      base === undefined ||
      deepEqual(ours, theirs) ||
      deepEqual(base, theirs) ||
      deepEqual(base, ours)
    ) {
      return mergeWhole(base, ours, theirs, at, conflicts);
    }
    const fields = mergeFields(holds, { ...base }, { ...ours }, { ...theirs }, at, conflicts);
    return { ...fields, id: ours.id };
  };
}

const mergeWhole: MergeHolder = (base, ours, theirs, at, conflicts) => {
  if (deepEqual(base, ours)) return theirs;
  if (!deepEqual(ours, theirs) && !deepEqual(base, theirs)) conflicts.push(at);
  return ours;
};

function rowOf(value: unknown): { id: string }[] {
  return (value ?? []) as { id: string }[];
}
