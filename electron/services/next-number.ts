/**
 * The number after the highest that stands in these names right behind `stem`, as 15 digits: names
 * that are made with it sort as they were made, whatever the clock said.
 */
export function nextNumber(names: readonly string[], stem: string): string {
  const numbers = names
    .filter((name) => name.startsWith(stem))
    .map((name) => Number.parseInt(name.slice(stem.length), 10))
    .filter(Number.isSafeInteger);
  return String(Math.max(0, ...numbers) + 1).padStart(15, '0');
}
