import fs from 'node:fs';
import path from 'node:path';
import { languageFor } from '../contract/language.ts';

/**
 * The interface texts for a locale (`pt-BR`), else for its language, else English; what a language
 * has no words for is English too. Answers a function from a key of `assets/locales` to its text; an
 * unknown key is a bug.
 */
export function readTexts(assetsFolder: string, locale: string): (key: string) => string {
  const folder = path.join(assetsFolder, 'locales');
  const read = (language: string): Record<string, string> =>
    JSON.parse(fs.readFileSync(path.join(folder, `${language}.json`), 'utf8'));
  const known = fs.readdirSync(folder).map((name) => path.parse(name).name);
  const texts = { ...read('en'), ...read(languageFor([locale], known)) };
  return (key) => {
    const text = texts[key];
    if (text === undefined) throw new Error(`${folder} has no text for ${key}.`);
    return text;
  };
}
