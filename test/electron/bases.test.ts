import fs from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import type { Article } from '../../article/article.ts';
import { serializeArticle } from '../../article/article-file.ts';
import { article, p } from '../article/build.ts';
import { mergeArticles } from '../../article/merge.ts';
import { openBases } from '../../electron/services/bases.ts';
import { DataTrouble } from '../../electron/services/data-trouble.ts';
import { contentHash } from '../../electron/services/safe-name.ts';
import { temporaryFolder } from './temporary.ts';

const [first, second] = [p('A'), p('B')];
const change = (of: typeof first, text: string) => ({ ...p(text), id: of.id });
const begun: Article = { ...article(first, second), id: '01890a5d-ac96-774b-bcce-b302099a8057' };

test('two sides that were apart for long are merged though the state between them is not kept', async () => {
  const folder = await temporaryFolder();
  const bases = openBases(folder, 'ada', new DataTrouble(folder));
  const state = (count: number): Article => ({
    ...begun,
    body: [change(first, `A${count}`), second],
    saves: { ada: count },
  });
  for (let count = 1; count <= 120; count += 1) {
    const bytes = Buffer.from(serializeArticle(state(count)));
    await bases.keep(state(count), { bytes, hash: contentHash(bytes) });
  }
  const names = await fs.readdir(path.join(folder, begun.id, 'bases'));
  const kept = names.map((name) => Number.parseInt(name, 10));
  const gone = Array.from({ length: 90 }, (_, at) => at + 2).filter((at) => !kept.includes(at));
  expect(gone.length).toBeGreaterThan(50);
  for (const count of [gone[0]!, gone[25]!, gone.at(-1)!]) {
    const ours = state(120);
    const theirs = {
      ...state(count),
      body: [state(count).body[0]!, change(second, 'B, more')],
      saves: { ada: count, ben: 1 },
    };
    const base = await bases.common(ours, theirs, '');
    const { merged, conflicts } = mergeArticles(base!, ours, theirs);
    expect(conflicts).toEqual([]);
    expect(merged.body).toEqual([ours.body[0], theirs.body[1]]);
  }
});

test('what one puts back is in the story again, though the state that had it is told of alone', async () => {
  const folder = await temporaryFolder();
  const bases = openBases(folder, 'ada', new DataTrouble(folder));
  const third = p('C');
  const state = (count: number): Article => ({
    ...begun,
    body: [change(first, `A${count}`), second, ...(count < 60 ? [third] : [])],
    saves: { ada: count },
  });
  for (let count = 1; count <= 120; count += 1) {
    const bytes = Buffer.from(serializeArticle(state(count)));
    await bases.keep(state(count), { bytes, hash: contentHash(bytes) });
  }
  const ours = { ...state(121), saves: { ada: 121 } };
  const theirs = { ...state(120), body: [...state(120).body, third], saves: { ada: 120, ben: 1 } };
  const base = await bases.common(ours, theirs, '');
  expect(mergeArticles(base!, ours, theirs)).toMatchObject({
    merged: { body: [...ours.body, third] },
    conflicts: [],
  });
});

test('an installation knows its own last save, whatever others save in the same folder', async () => {
  const folder = await temporaryFolder();
  const open = (installation: string) => openBases(folder, installation, new DataTrouble(folder));
  const keep = async (bases: ReturnType<typeof open>, saves: Record<string, number>) => {
    const state = { ...begun, saves };
    const bytes = Buffer.from(serializeArticle(state));
    await bases.keep(state, { bytes, hash: contentHash(bytes) });
  };
  await keep(open('second'), { first: 5, second: 7 });
  await keep(open('first'), { first: 6, second: 7 });
  const [one, other] = [open('first'), open('second')];
  expect(await one.lastOwn(begun.id)).toBe(6);
  expect((await one.newestOwn(begun.id))?.saves).toEqual({ first: 6, second: 7 });
  expect(await other.lastOwn(begun.id)).toBe(7);
  // However much the other saves.
  for (let count = 8; count < 120; count += 1) await keep(other, { first: 6, second: count });
  expect((await open('first').newestOwn(begun.id))?.saves).toEqual({ first: 6, second: 7 });
});

test('states grow fewer though Galley is closed after a few saves each time', async () => {
  const folder = await temporaryFolder();
  for (let count = 1; count <= 120; count += 1) {
    const bases = openBases(folder, 'ada', new DataTrouble(folder));
    const state: Article = { ...begun, saves: { ada: count } };
    const bytes = Buffer.from(serializeArticle(state));
    await bases.keep(state, { bytes, hash: contentHash(bytes) });
  }
  expect((await fs.readdir(path.join(folder, begun.id, 'bases'))).length).toBeLessThan(60);
});

test('states that were kept before installations were told apart are known', async () => {
  const folder = await temporaryFolder();
  const text = serializeArticle({ ...begun, saves: { ada: 3 } });
  const place = path.join(folder, begun.id, 'bases');
  await fs.mkdir(place, { recursive: true });
  await fs.writeFile(path.join(place, `00000003-${contentHash(text)}.json`), text);
  const bases = openBases(folder, 'ada', new DataTrouble(folder));
  expect(await bases.lastOwn(begun.id)).toBe(3);
  expect((await bases.newestOwn(begun.id))?.saves).toEqual({ ada: 3 });
  expect((await bases.find(begun.id, contentHash(text)))?.id).toBe(begun.id);
});
