import en from '../../assets/locales/en.json' with { type: 'json' };

/** The words of the interface in English, by their keys. */
export type Words = typeof en;

/** The languages of the interface, by their codes, with their words; the first is there for all. */
export const languages: Readonly<Record<string, Readonly<Record<string, string>>>> = { en };

/** The language of these that a person reads best; `wanted` are BCP 47, the best first. */
export function languageFor(
  wanted: readonly string[],
  known: readonly string[] = Object.keys(languages),
): string {
  const [first = 'en'] = known;
  for (const code of wanted) {
    const found = [code, code.split('-')[0]].find(
      (one) => one !== undefined && known.includes(one),
    );
    if (found !== undefined) return found;
  }
  return first;
}
