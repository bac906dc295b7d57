import fs from 'node:fs';
import path from 'node:path';
import { languageFor } from '../contract/language.ts';

/**
 * The interface texts for a locale (`pt-BR`), else for its language, else English.
 * Answers a function from a key of `assets/locales` to its text; an unknown key is a bug.
 */
export function readTexts(assetsFolder: string, locale: string): (key: string) => string {
  const folder = path.join(assetsFolder, 'locales');
  const known = fs.readdirSync(folder).map((name) => path.parse(name).name);
  const file = path.join(folder, `${languageFor([locale], known)}.json`);
  const texts = JSON.parse(fs.readFileSync(file, 'utf8')) as Record<string, string>;
  return (key) => {
    const text = texts[key];
    if (text === undefined) throw new Error(`${file} has no text for ${key}.`);
    return text;
  };
}
