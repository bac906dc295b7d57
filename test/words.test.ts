import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { usage } from '../electron/command-line/usage.ts';

const locale = new URL('../assets/locales/en.json', import.meta.url);
const interfaceText: Record<string, string> = JSON.parse(readFileSync(locale, 'utf8'));

describe.each(Object.entries({ interfaceText, usage }))(
  'one word for one thing: %s',
  (_, texts) => {
    test('a story is called a story', () => {
      // The name of the file is the format's.
      expect(hits(texts, /\barticles?\b(?!\.json)/iu)).toEqual([]);
    });

    test('stories are imported, not brought in', () => {
      expect(hits(texts, /\b(?:bring|brings|brought)\b.*\bin\b/iu)).toEqual([]);
    });
  },
);

function hits(texts: Record<string, string>, words: RegExp): string[] {
  return Object.keys(texts).filter((key) => words.test(texts[key] ?? ''));
}
