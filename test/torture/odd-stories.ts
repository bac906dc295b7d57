import { execFile } from 'node:child_process';
import fs from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import type { Chance } from './chance.ts';

const run = promisify(execFile);

type Json = { [key: string]: unknown } | unknown[];

/** A way in which a story's file is not as it should be: puts it at `place`, made from a sound one. */
type Odd = (place: string, sound: Buffer, chance: Chance) => Promise<unknown>;

/** Values that stand where others should. */
const WRONG_VALUES: readonly unknown[] = [
  null,
  true,
  -1,
  1e308,
  '',
  [],
  {},
  [[]],
  'x'.repeat(100_000),
  '\0\u{d800}\u{202e}',
  '../../../etc/passwd',
  'javascript:alert(1)',
  { type: 'paragraph' },
  JSON.parse('{"__proto__": {"type": "paragraph"}, "constructor": 1}'),
];

const bytes =
  (of: (sound: Buffer, chance: Chance) => string | Uint8Array): Odd =>
  (place, sound, chance) =>
    fs.writeFile(place, of(sound, chance));

/** Changes the JSON of a sound story. */
const json = (change: (article: Record<string, unknown>, chance: Chance) => unknown): Odd =>
  bytes((sound, chance) => {
    const article = JSON.parse(sound.toString()) as Record<string, unknown>;
    return JSON.stringify(change(article, chance) ?? article);
  });

const inBody = (block: unknown): Odd => json((article) => ({ ...article, body: [block] }));

/** So many boxes, each in the one before. */
function nested(depth: number, open: string, close: string): string {
  return open.repeat(depth) + close.repeat(depth);
}

/** What there is at a place where a story's file should be, by name. */
export const oddStories: Readonly<Record<string, Odd>> = {
  cut: bytes((sound, chance) => sound.subarray(0, chance.below(sound.length))),
  'cut with a tail of NULs': bytes((sound, chance) =>
    Buffer.from(sound).fill(0, chance.below(sound.length)),
  ),
  'all NULs': bytes((sound) => Buffer.alloc(sound.length)),
  empty: bytes(() => ''),
  'five bytes wrong': bytes((sound, chance) => {
    const copy = Buffer.from(sound);
    for (let time = 0; time < 5; time += 1) copy[chance.below(copy.length)] = chance.below(256);
    return copy;
  }),
  'a hole in it': bytes((sound, chance) => {
    const from = chance.below(sound.length);
    return Buffer.concat([sound.subarray(0, from), sound.subarray(from + 1 + chance.below(200))]);
  }),
  'twice in one file': bytes((sound) => Buffer.concat([sound, sound])),
  'UTF-16': bytes((sound) => Buffer.from(`\u{feff}${sound.toString()}`, 'utf16le')),
  'not UTF-8': bytes((sound, chance) => {
    const at = chance.below(sound.length);
    return Buffer.concat([sound.subarray(0, at), Buffer.from([0xe9, 0xff]), sound.subarray(at)]);
  }),
  compressed: bytes((sound) => gzipSync(sound)),
  'a web page': bytes(() => '<!doctype html><title>Ferries</title><p>Ferries wait.'),
  'another JSON': bytes((_, chance) =>
    chance.oneOf(['null', '3', '"story"', '[]', '{}', '[1e999]']),
  ),
  'deep arrays': bytes(() => nested(200_000, '[', ']')),
  'deep objects': bytes(() => `${nested(100_000, '{"a":', '')}1${'}'.repeat(100_000)}`),
  'deep blocks': bytes((sound) =>
    sound
      .toString()
      .replace(
        /"body":\s*\[/u,
        (body) => `${body}${nested(20_000, '{"type":"sidebar","title":"Deep","blocks":[', ']}')},`,
      ),
  ),
  'one word of 15 MB': inBody({ type: 'paragraph', content: [{ text: 'w'.repeat(15_000_000) }] }),
  'larger than any story': inBody({
    type: 'paragraph',
    content: [{ text: 'w'.repeat(40_000_000) }],
  }),
  '20,000 paragraphs': json((article) => ({
    ...article,
    body: Array.from({ length: 20_000 }, () => ({
      type: 'paragraph',
      content: [{ text: 'One.' }],
    })),
  })),
  '100,000 keys that nobody knows': json((article) => ({
    ...article,
    ...Object.fromEntries(Array.from({ length: 100_000 }, (_, number) => [`key${number}`, number])),
  })),
  '100,000 marks on one word': inBody({
    type: 'paragraph',
    content: [{ text: 'w', marks: Array.from({ length: 100_000 }, () => ({ type: 'bold' })) }],
  }),
  'a value of another kind': json((article, chance) => {
    let place: Json = article;
    for (;;) {
      const key = chance.oneOf(Object.keys(place));
      const within = (place as Record<string, unknown>)[key];
      if (typeof within !== 'object' || within === null || chance.is(0.3)) {
        (place as Record<string, unknown>)[key] = chance.oneOf(WRONG_VALUES);
        return article;
      }
      if (Object.keys(within).length === 0) return article;
      place = within as Json;
    }
  }),
  'a key that is gone': json((article, chance) => {
    delete article[chance.oneOf(Object.keys(article))];
  }),
  'another version': json((article, chance) => ({
    ...article,
    version: chance.oneOf([0, -1, 99, 1.5, '1', null, 1e308]),
  })),
  'another id': json((article, chance) => ({
    ...article,
    id: chance.oneOf(['', '..', '../../desk', 'a/b', 'CON', 'x'.repeat(5000), '\0', 7]),
  })),
  'the id of another story': bytes((sound) => sound),
  'pictures that lie elsewhere': json((article, chance) => ({
    ...article,
    body: [
      {
        type: 'image',
        file: chance.oneOf([
          '../../article.json',
          '/etc/passwd',
          'C:\\a.jpg',
          'a\0.jpg',
          'http://a.b/c',
        ]),
        width: 1e9,
        height: -1,
      },
    ],
  })),
  'a pipe': (place) => run('mkfifo', [place]),
  'an endless file': (place) => fs.symlink('/dev/zero', place),
  'a link to itself': (place) => fs.symlink(path.basename(place), place),
  'a link to nothing': (place) => fs.symlink('gone.json', place),
  'a link out of the desk': (place) => fs.symlink('/etc/hostname', place),
  'a folder': (place) => fs.mkdir(place),
  'a file of 2 GB': async (place) => {
    await fs.writeFile(place, '{');
    await fs.truncate(place, 2 * 1024 ** 3);
  },
};
