import fs from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import type { Article } from '../../article/article.ts';
import { serializeArticle } from '../../article/article-file.ts';
import { article, p } from '../../article/build.ts';
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
