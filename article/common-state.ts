import type { Article } from './article.ts';
import { mergeArticles } from './merge.ts';
import { sameWords } from './same-words.ts';
import { type Saves, countAll, holdsSaves } from './saves.ts';

/**
 * What two sides of an article had in common last, as far as these earlier states tell; undefined
 * where none of them is held by both. Where each side has merged words of the other on its own, no
 * single state has all that both know: those that have the most are then brought together.
 */
export function commonState(
  states: readonly Article[],
  ours: Saves | undefined,
  theirs: Saves | undefined,
): Article | undefined {
  return newestOf(withoutDoubtful(states), lowest(ours, theirs), new Map());
}

/** The newest of these states that is held by these saves; `found` are those that were looked for. */
function newestOf(
  states: readonly Article[],
  saves: Saves,
  found: Map<string, Article | undefined>,
): Article | undefined {
  const key = keyOf(saves);
  if (found.has(key)) return found.get(key);
  const held = states.filter((state) => holdsSaves(saves, state.saves));
  const newest = held
    .filter(
      (state) => !held.some((other) => other !== state && holdsSaves(other.saves, state.saves)),
    )
    .sort(
      (a, b) => countAll(b.saves) - countAll(a.saves) || (keyOf(a.saves) < keyOf(b.saves) ? -1 : 1),
    );
  let [common] = newest;
  for (const state of newest.slice(1)) {
    const before = newestOf(held, lowest(common!.saves, state.saves), found);
    if (before !== undefined) common = mergeArticles(before, common!, state).merged;
  }
  found.set(key, common);
  return common;
}

/** The saves that both count. */
function lowest(a: Saves = {}, b: Saves = {}): Saves {
  const both = Object.entries(a).filter(([by]) => Object.hasOwn(b, by));
  return Object.fromEntries(both.map(([by, count]) => [by, Math.min(count, b[by]!)]));
}

/** Another program has changed one of two states that count the same saves: nobody knows which. */
function withoutDoubtful(states: readonly Article[]): Article[] {
  const known = new Map<string, Article | undefined>();
  for (const state of states) {
    const key = keyOf(state.saves);
    const same = known.get(key);
    if (!known.has(key)) known.set(key, state);
    else if (same !== undefined && !sameWords(same, state)) known.set(key, undefined);
  }
  return [...known.values()].filter((state) => state !== undefined);
}

/** The same for states that count the same saves. */
function keyOf(saves: Saves = {}): string {
  const entries = Object.entries(saves).sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify(entries);
}
