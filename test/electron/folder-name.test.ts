import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { article } from '../article/build.ts';
import { folderName, portableName, slugOf } from '../../electron/services/folder-name.ts';
import { FreeNames } from '../../electron/services/free-names.ts';
import { runs } from '../article/runs.ts';

describe('a name that every system can hold', () => {
  test.each([
    ['Mitsubishi leak', 'mitsubishi-leak'],
    ['  PM’s Cabinet Resigns—en Masse! ', 'pms-cabinet-resigns-en-masse'],
    ['Zürich/São Paulo', 'zürich-são-paulo'],
    ['U\u0308berfall', 'überfall'],
    ['図書館船「しおさい」', '図書館船-しおさい'],
    ['か\u3099', 'が'],
    ['../../etc/passwd', 'etc-passwd'],
    ['CON', 'con-'],
    ['lpt1', 'lpt1-'],
    ['a:b*c?d"e<f>g|h\\i', 'a-b-c-d-e-f-g-h-i'],
    ['🙂 …', ''],
    ['.hidden.', 'hidden'],
  ])('of %s is %s', (words, name) => {
    expect(portableName(words)).toBe(name);
  });

  test('is short, and stays itself when it is named again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (words) => {
        const name = portableName(words);
        expect(Buffer.byteLength(name)).toBeLessThan(244);
        expect(name).not.toMatch(/[\\/:*?"<>|\p{Cc}\s.]/u);
        expect(name).toBe(name.normalize('NFC'));
        if (!name.endsWith('-')) expect(portableName(name)).toBe(name);
      }),
      runs(1000),
    );
  });

  test('is of the address, else of the slugline, else of the headline', () => {
    const story = { urlSlug: 'address', slugline: 'slugline', headline: 'Headline' };
    expect(slugOf(story)).toBe('address');
    expect(slugOf({ ...story, urlSlug: '' })).toBe('slugline');
    expect(slugOf({ ...story, urlSlug: '', slugline: '!' })).toBe('headline');
    expect(slugOf({ urlSlug: '', slugline: '', headline: '' })).toBe('untitled');
  });
});

describe('the folder of a story', () => {
  test('begins with its day where the house is', () => {
    const story = { ...article(), headline: 'Leak', created: '2026-03-31T22:30:00Z' };
    expect(folderName(story, 'UTC')).toBe('2026-03-31-leak');
    expect(folderName(story, 'Asia/Tokyo')).toBe('2026-04-01-leak');
    expect(folderName(story, 'Nowhere/Land')).toBe('2026-03-31-leak');
    expect(folderName({ ...story, created: 'yesterday' }, 'UTC')).toBe('undated-leak');
  });
});

describe('free names', () => {
  test('get a number when they are taken, also in another case', () => {
    expect(new FreeNames().take('a')).toBe('a');
    expect(new FreeNames(['A', 'a-2', 'b']).take('a')).toBe('a-3');
    expect(new FreeNames(['U\u0308ber']).take('über')).toBe('über-2');
  });

  test('are given once, and again when they are released', () => {
    const names = new FreeNames(['c-2']);
    expect(['c', 'c', 'c-2', 'C', 'c'].map((name) => names.take(name))).toEqual([
      'c',
      'c-3',
      'c-2-2',
      'C-4',
      'c-5',
    ]);
    names.release('c');
    expect(names.take('c')).toBe('c');
  });

  test('are found at once for 20,000 stories of one name and as many of others', () => {
    const names = new FreeNames();
    const began = performance.now();
    for (let count = 1; count <= 20_000; count += 1) {
      names.take('untitled');
      names.take(`story-${count}`);
    }
    expect(names.take('untitled')).toBe('untitled-20001');
    // It was minutes when each looked through all before it.
    expect(performance.now() - began).toBeLessThan(5000);
  });
});
