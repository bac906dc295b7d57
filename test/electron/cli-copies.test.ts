import fs from 'node:fs/promises';
import path from 'node:path';
import { expect, test, vi } from 'vitest';
import { serializeArticle } from '../../article/article-file.ts';
import { article, p } from '../article/build.ts';
import { cliPlace } from './cli-place.ts';

// A process takes its time on a busy machine.
vi.setConfig({ testTimeout: 90_000 });

const lines = (text: string) => text.split('\n').filter(Boolean);

/** A desk with one story, which has a copy beside it and one in another folder. */
async function deskWithCopies() {
  const { galley, folder } = await cliPlace();
  const articles = path.join(folder, 'desk', 'articles');
  const harbour = path.join(articles, 'harbour');
  await fs.mkdir(harbour, { recursive: true });
  await fs.writeFile(path.join(folder, 'desk', 'desk.json'), '{"id":"desk-1"}');
  const story = { ...article(p('Words of the story.')), id: 'harbour', headline: 'Harbour' };
  await fs.writeFile(path.join(harbour, 'article.json'), serializeArticle(story));
  await fs.cp(harbour, path.join(articles, 'harbour (1)'), { recursive: true });
  await fs.cp(path.join(harbour, 'article.json'), path.join(harbour, 'article-ADA-PC.json'));
  await fs.writeFile(path.join(harbour, 'article-notes.json'), '{}');
  return { galley, articles };
}

test('galley list names the copies of a story in its line', async () => {
  const { galley } = await deskWithCopies();
  const plain = await galley(['list', '--desk', 'desk']);
  expect(lines(plain.out)).toEqual([
    expect.stringMatching(
      /\tHarbour ! another copy: articles\/harbour\/article-ADA-PC\.json ! another copy: articles\/harbour \(1\)$/u,
    ),
  ]);
  const json = lines((await galley(['list', '--desk', 'desk', '--json'])).out);
  expect(json.map((line) => JSON.parse(line).copies)).toMatchObject([
    [
      { place: 'harbour/article-ADA-PC.json', source: 'ADA-PC' },
      { place: 'harbour (1)', source: '' },
    ],
  ]);
});

test('galley check names them, and does not check them as stories', async () => {
  const { galley, articles } = await deskWithCopies();
  const { code, out, err } = await galley(['check', 'desk', '--json']);
  expect(err).toContain('1 story checked');
  expect(code).toBe(0);
  const found = lines(out).map((line) => JSON.parse(line));
  const copies = found.filter((finding) => finding.code === 'copy');
  expect(copies.map(({ file, message }) => [file, message.split(' is another copy')[0]])).toEqual([
    [
      path.join(articles, 'harbour/article.json'),
      path.join(articles, 'harbour/article-ADA-PC.json'),
    ],
    [path.join(articles, 'harbour/article.json'), path.join(articles, 'harbour (1)')],
  ]);
});

test('galley export writes a desk without them', async () => {
  const { galley } = await deskWithCopies();
  const { code, err } = await galley(['export', 'desk', '--format', 'text', '--out', 'out']);
  expect({ code, err }).toMatchObject({ code: 0, err: expect.stringContaining('1 of 1 stories') });
});
