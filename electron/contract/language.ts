/**
 * The language of the interface that a person reads best, of those that are `known`; English where
 * none is. `wanted` are BCP 47, the best first.
 */
export function languageFor(wanted: readonly string[], known: readonly string[]): string {
  const codes = wanted.flatMap((code) => [code, code.split('-')[0] ?? '']);
  return codes.find((code) => known.includes(code)) ?? 'en';
}
