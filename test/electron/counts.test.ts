import fs from 'node:fs/promises';
import path from 'node:path';
import { expect, test, vi } from 'vitest';
import { parseHouse } from '../../article/house.ts';
import { countStory } from '../../article/counts.ts';
import { createArticle } from '../../article/article.ts';
import { serializeArticle } from '../../article/article-file.ts';
import { p, pullquote, sidebar } from '../article/build.ts';
import { cliPlace } from './cli-place.ts';
import { runDesk } from './running-desk.ts';

vi.setConfig({ testTimeout: 90_000 });

const said = Array.from({ length: 52 }, (_, at) => `word${at}`).join(' ');
const stories = {
  written: createArticle('2026-01-01T00:00:00Z', {
    headline: 'A headline of five words',
    standfirst: 'And a standfirst',
    bylines: [{ name: 'Ada Lovelace', role: 'author' }],
    stamp: { printed: '11:01 JST, December 25, 2021' },
    body: [p(said), pullquote('Large words'), sidebar('Most read', [p('Another story')])],
  }),
  empty: createArticle('2026-01-01T00:00:00Z', {
    bylines: [{ name: 'Ada King Lovelace', role: 'author' }],
  }),
  japanese: createArticle('2026-01-01T00:00:00Z', {
    language: 'ja',
    headline: '見出し',
    body: [p('防衛省は金曜日に発表した。')],
  }),
};
const counted = { written: [52, said.length], empty: [0, 0], japanese: [expect.any(Number), 13] };

test('list, foot, command line and export say the same of each story', async () => {
  const { galley, folder } = await cliPlace();
  const place = path.join(folder, 'desk');
  for (const [name, story] of Object.entries(stories)) {
    // oxlint-disable-next-line no-await-in-loop
    await fs.mkdir(path.join(place, 'articles', name), { recursive: true });
    const file = path.join(place, 'articles', name, 'article.json');
    // oxlint-disable-next-line no-await-in-loop
    await fs.writeFile(file, serializeArticle({ ...story, id: name }));
  }
  await fs.writeFile(path.join(place, 'desk.json'), '{"id":"desk-1"}');

  const desk = await runDesk({ folder: place });
  const listed = await desk.call('articles.list', {});
  expect(
    Object.fromEntries(listed.map(({ id, words, characters }) => [id, [words, characters]])),
  ).toEqual(counted);
  for (const { id, words, characters } of listed) {
    const { lineLength } = parseHouse({});
    const inFoot = countStory(await desk.inFile(id), { lineLength }).story;
    expect([inFoot.words, inFoot.characters]).toEqual([words, characters]);
    const exported = await desk.call('export.run', { id, format: 'text' });
    expect(exported).toMatchObject({ words, characters });
  }
  const whole = await desk.call('export.desk', { format: 'text' });
  const sum = (unit: 'words' | 'characters') => listed.reduce((all, one) => all + one[unit], 0);
  expect(whole).toMatchObject({ words: sum('words'), characters: sum('characters') });

  const { out } = await galley(['list', '--desk', 'desk']);
  const lengths = out.split('\n').map((line) => line.split('\t')[2]);
  expect(lengths).toEqual(expect.arrayContaining(['52w', '0w', '13c']));
  const { err } = await galley(['export', 'desk', '--out', 'pages']);
  expect(err).toContain(`3 of 3 stories written, ${sum('words')} words`);
});
