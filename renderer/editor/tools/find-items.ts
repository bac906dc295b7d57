/** Something that can be found by its name, or by other words for it. */
interface Findable {
  label: string;
  words: string;
}

/**
 * The items that match what was typed after the slash, in their own order but with names that
 * start with it first. Case and accents do not count.
 */
export function findItems<T extends Findable>(items: readonly T[], typed: string): T[] {
  const query = fold(typed).trim();
  const ranked = items.map((item) => ({ item, rank: rankOf(item, query) }));
  return ranked
    .filter(({ rank }) => rank < NOT_FOUND)
    .sort((a, b) => a.rank - b.rank)
    .map(({ item }) => item);
}

const NOT_FOUND = 3;

function rankOf({ label, words }: Findable, query: string): number {
  const name = fold(label);
  if (name.startsWith(query)) return 0;
  if (name.includes(` ${query}`)) return 1;
  return ` ${fold(words)}`.includes(` ${query}`) ? 2 : NOT_FOUND;
}

function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
