import en from '../../assets/locales/en.json' with { type: 'json' };

/** The words of the interface in English, by their keys. */
export type Words = typeof en;

/** The languages of the interface, by their codes, with their words. */
export const languages: Readonly<Record<string, Readonly<Record<string, string>>>> = { en };
