import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { languageFor } from '../../electron/contract/language.ts';
import { languages } from '../../renderer/locale/languages.ts';
import { root } from '../../scripts/checkout.js';

const files = fs.readdirSync(path.join(root, 'assets/locales'));
const codes = files.map((name) => name.replace('.json', ''));

// Languages have forms of their own for one and many.
const keysOf = (words: Readonly<Record<string, string>>) =>
  new Set(Object.keys(words).map((key) => key.replace(/_(?:zero|one|two|few|many|other)$/u, '')));

test('the interface is in the language that a person reads best, else in English', () => {
  const known = ['en', 'nl', 'pt-BR'];
  expect(languageFor(['nl-BE', 'en'], known)).toBe('nl');
  expect(languageFor(['ja', 'pt-BR', 'nl'], known)).toBe('pt-BR');
  expect(languageFor(['ja'], known)).toBe('en');
  expect(languageFor([], known)).toBe('en');
});

test('every file of words is a language of the window, and says all that English says', () => {
  expect(Object.keys(languages).sort()).toEqual(codes.sort());
  expect(Object.keys(languages)[0]).toBe('en');
  for (const words of Object.values(languages))
    expect(keysOf(words)).toEqual(keysOf(languages['en']!));
});
