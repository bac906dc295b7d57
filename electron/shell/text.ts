import fs from 'node:fs';
import path from 'node:path';

/**
 * The interface texts for a locale (`pt-BR`), else for its language, else English.
 * Answers a function from a key of `assets/locales` to its text; an unknown key is a bug.
 */
export function readTexts(assetsFolder: string, locale: string): (key: string) => string {
  const files = [locale, locale.split('-')[0], 'en'].map((name) =>
    path.join(assetsFolder, 'locales', `${name}.json`),
  );
  const file = files.find((candidate) => fs.existsSync(candidate));
  if (file === undefined) throw new Error(`There are no texts in ${assetsFolder}.`);
  const texts = JSON.parse(fs.readFileSync(file, 'utf8')) as Record<string, string>;
  return (key) => {
    const text = texts[key];
    if (text === undefined) throw new Error(`${file} has no text for ${key}.`);
    return text;
  };
}
