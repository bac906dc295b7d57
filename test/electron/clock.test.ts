import fs from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { p } from '../article/build.ts';
import { type RunningDesk, runDesk } from './running-desk.ts';

/** A desk on a machine whose clock the test sets. */
async function deskWithClock(): Promise<RunningDesk & { setClock(time: string): void }> {
  let time = '2026-06-01T10:00:00Z';
  const desk = await runDesk({ now: () => new Date(time) });
  return { ...desk, setClock: (to) => (time = to) };
}

describe('a clock that is set back by a year', () => {
  test('changes nothing in the order in which kept words are offered', async () => {
    const { galley, call, setClock } = await deskWithClock();
    const { article } = await call('articles.create', {});
    const offered = async () =>
      (await call('articles.open', { id: article.id })).recovered?.article.headline;
    for (const [time, headline] of [
      ['2026-06-01T10:00:00Z', 'First'],
      ['2025-06-01T10:00:00Z', 'Second'],
      ['2025-06-01T10:00:00Z', 'Third'],
    ] as const) {
      setClock(time);
      await galley.keepWords({ ...article, headline }, 'the disk was full');
      expect(await offered()).toBe('First');
    }
    const order: (string | undefined)[] = [];
    for (let n = 0; n < 4; n += 1) {
      order.push(await offered());
      await call('articles.forgetRecovered', { id: article.id });
    }
    expect(order).toEqual(['First', 'Second', 'Third', undefined]);
  });

  test('changes nothing in the order of the versions', async () => {
    const { dataFolder, call, setClock } = await deskWithClock();
    let { article, hash } = await call('articles.create', {});
    for (const [time, headline] of [
      ['2026-06-01T10:00:00Z', 'First'],
      ['2025-06-01T10:00:00Z', 'Second'],
      ['2027-06-01T10:00:00Z', 'Third'],
    ] as const) {
      setClock(time);
      article = { ...article, headline };
      ({ hash } = await call('articles.save', { article, base: hash, keepVersion: true }));
    }
    const [own] = await fs.readdir(path.join(dataFolder, 'desks'));
    const folder = path.join(dataFolder, 'desks', own!, 'versions', article.id);
    const files = (await fs.readdir(folder)).filter((name) => name.endsWith('.json')).sort();
    const headlines = files.map(async (name) => {
      const text = await fs.readFile(path.join(folder, name), 'utf8');
      return (JSON.parse(text) as { headline: string }).headline;
    });
    expect(await Promise.all(headlines)).toEqual(['First', 'Second', 'Third']);
  });

  test('takes no story back in time', async () => {
    const { call, inFile, setClock } = await deskWithClock();
    const { article, hash } = await call('articles.create', {});
    const { id, modified } = article;
    setClock('2025-06-01T10:00:00Z');
    const changed = { ...article, body: [p('Words.')] };
    const saved = await call('articles.save', { article: changed, base: hash });
    expect(saved.modified).toBe(modified);
    expect((await inFile(id)).modified).toBe(modified);
    // Removed meanwhile: it comes back with the words that are written now.
    await call('articles.trash', { id });
    await call('articles.save', { article: { ...changed, headline: 'Back' }, base: saved.hash });
    expect((await inFile(id)).modified).toBe(modified);
    setClock('2026-07-01T10:00:00Z');
    const { hash: last } = await call('articles.open', { id });
    const later = await call('articles.save', { article: { ...changed, body: [] }, base: last });
    expect(later.modified).toBe('2026-07-01T10:00:00.000Z');
  });
});
