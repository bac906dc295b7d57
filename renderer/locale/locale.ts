import { createInstance } from 'i18next';
import { languageFor } from '../../electron/contract/language.ts';
import { type Words, languages } from './languages.ts';

/** The language of the interface: the system's or the browser's. That of an article is its own matter. */
export const LOCALE: string = languageFor(navigator.languages, Object.keys(languages));

const texts = createInstance();

// Initialised at once: the texts are part of the page, nothing is loaded.
void texts.init({
  lng: LOCALE,
  fallbackLng: 'en',
  resources: Object.fromEntries(
    Object.entries(languages).map(([code, translation]) => [code, { translation }]),
  ),
  initAsync: false,
  keySeparator: false,
  nsSeparator: false,
  interpolation: { escapeValue: false },
  returnNull: false,
});

export type TextKey = keyof Words extends infer Key
  ? Key extends `${infer Plural}_one` | `${infer Plural}_other`
    ? Plural
    : Key
  : never;

/**
 * Interface text by its key in `assets/locales`; `values` fill its `{{name}}` places and `count`
 * chooses between its `_one` and `_other` forms.
 */
export function t(key: TextKey, values: Record<string, string | number> = {}): string {
  return texts.t(key, values);
}

/** The hint that goes with a text, under its key and `.hint`; undefined where there is none. */
export function hintOf(key: TextKey): string | undefined {
  const hint = `${key}.hint`;
  return texts.exists(hint) ? texts.t(hint) : undefined;
}

/** A number as this language writes it: `2,530`. */
export function formatNumber(value: number): string {
  return numberFormat.format(value);
}

/** Things one after the other, as this language lists them: `headline, byline and time`. */
export function listOf(things: readonly string[]): string {
  return listFormat.format(things);
}

const listFormat = new Intl.ListFormat(LOCALE === 'en' ? 'en-GB' : LOCALE, {
  type: 'conjunction',
});
const numberFormat = new Intl.NumberFormat(LOCALE);
