import type { Article } from './article.ts';
import type { Block } from './blocks/blocks.ts';
import { deepEqual } from './deep-equal.ts';
import { type Saves, holdsSaves } from './saves.ts';

/** The parts of an article that change each for itself: its blocks by id, its other fields by `.NAME`. */
export function partsOf(article: Article): Map<string, unknown> {
  const fields = Object.entries(article).filter(([key]) => !NO_PARTS.includes(key));
  return new Map<string, unknown>([
    ...fields.map(([key, value]): [string, unknown] => [`.${key}`, value]),
    ...article.body.map((block): [string, unknown] => [block.id, block]),
  ]);
}

const NO_PARTS: readonly string[] = ['id', 'body', 'modified', 'saves'];

/** True if a part was like this in a state that `side` was made from, and `common` was not. */
export type WasPart = (
  part: string,
  value: unknown,
  common: Saves | undefined,
  side: Saves | undefined,
) => boolean;

/** Knows the parts of these states. */
export function partsIn(states: readonly Article[]): WasPart {
  const known = states.map((state) => ({ saves: state.saves, parts: partsOf(state) }));
  return (part, value, common, side) =>
    known.some(
      ({ saves, parts }) => isBetween(saves, common, side) && deepEqual(parts.get(part), value),
    );
}

/** True of a state that `side` was made from, and `common` was not. */
export function isBetween(
  state: Saves | undefined,
  common: Saves | undefined,
  side: Saves | undefined,
): boolean {
  return holdsSaves(side, state) && !holdsSaves(common, state);
}

/**
 * The common state of two sides, brought closer to them: of a part that has changed on both since, and
 * that one side only has as the other had it since, that is what both had. Not every state is kept,
 * and the last common one may be among those that are not. What a side had before the common state
 * and has again was put back.
 */
export function withLaterParts(
  common: Article,
  ours: Article,
  theirs: Article,
  was: WasPart,
): Article {
  const [base, mine, others] = [partsOf(common), partsOf(ours), partsOf(theirs)];
  const fields: Record<string, unknown> = { ...common };
  let body = common.body;
  for (const part of new Set([...mine.keys(), ...others.keys()])) {
    const [before, one, other] = [base.get(part), mine.get(part), others.get(part)];
    if (deepEqual(one, other)) continue;
    if (before !== undefined && (deepEqual(before, one) || deepEqual(before, other))) continue;
    const isOlder = one !== undefined && was(part, one, common.saves, theirs.saves);
    const isOlderThere = other !== undefined && was(part, other, common.saves, ours.saves);
    if (isOlder === isOlderThere) continue;
    const later = isOlder ? one : other;
    if (part.startsWith('.')) fields[part.slice(1)] = later;
    else body = withBlock(body, later as Block);
  }
  return { ...fields, body } as unknown as Article;
}

function withBlock(body: readonly Block[], block: Block): Block[] {
  if (!body.some(({ id }) => id === block.id)) return [...body, block];
  return body.map((one) => (one.id === block.id ? block : one));
}
