import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { type RunningDesk, runDesk } from '../electron/running-desk.ts';
import { speakTo, stubWindow } from './window.ts';

stubWindow();
const {
  desk: shown,
  filterDesk,
  readChanged,
  readDesk,
  searchDesk,
} = await import('../../renderer/app/desk/desk-store.ts');

/** A desk with these stories, and what the window asks of it. */
async function deskOf(...headlines: string[]) {
  const desk = await runDesk();
  const asked: { name: string; args: unknown }[] = [];
  const heard = Object.entries(desk.galley.handlers).map(([name, handler]) => [
    name,
    (args: never) => {
      asked.push({ name, args });
      return handler(args);
    },
  ]);
  speakTo({ ...desk, galley: { ...desk.galley, handlers: Object.fromEntries(heard) } });
  const ids: string[] = [];
  for (const headline of headlines) ids.push(await begin(desk, headline));
  filterDesk(undefined);
  searchDesk('');
  await readDesk();
  asked.length = 0;
  return { desk, ids, asked };
}

async function begin(desk: RunningDesk, headline: string): Promise<string> {
  const { article } = await desk.call('articles.create', {});
  await write(desk, article.id, { headline });
  return article.id;
}

async function write(desk: RunningDesk, id: string, fields: object): Promise<void> {
  // Of two that were saved at the same moment only the desk knows the order.
  await sleep(2);
  const { article, hash } = await desk.call('articles.open', { id });
  await desk.call('articles.save', { article: { ...article, ...fields }, base: hash });
}

const headlines = () => shown.snapshot().listed.map(({ headline }) => headline);

describe('the list of a window', () => {
  test('asks for the stories that have changed alone, and shows what the whole would', async () => {
    const { desk, ids, asked } = await deskOf('Tide', 'Quay', 'Ferry');
    const [tide = '', quay = '', ferry = ''] = ids;
    const lineOf = (id: string) => shown.snapshot().all.find((line) => line.id === id);
    const untouched = lineOf(tide);
    await write(desk, quay, { headline: 'Quay opens' });
    await desk.call('articles.trash', { id: ferry });
    const fog = await begin(desk, 'Fog');
    asked.length = 0;
    await readChanged([quay, ferry]);
    await readChanged([fog]);
    const args = asked.filter(({ name }) => name === 'articles.list').map((one) => one.args);
    expect(args).toEqual([{ ids: [quay, ferry] }, { ids: [fog] }]);
    const { all, listed, counts } = shown.snapshot();
    expect(headlines()).toEqual(['Fog', 'Quay opens', 'Tide']);
    expect(counts).toMatchObject({ all: 3, draft: 3 });
    // What has not changed is not drawn again.
    expect(lineOf(tide)).toBe(untouched);
    await readDesk();
    expect(shown.snapshot()).toMatchObject({ all, listed, counts });
  });

  test('goes on with a filter; a search looks at the whole desk', async () => {
    const { desk, ids, asked } = await deskOf('Tide', 'Quay');
    const [tide = ''] = ids;
    filterDesk('approved');
    await readDesk();
    expect(headlines()).toEqual([]);
    await write(desk, tide, { status: 'approved' });
    asked.length = 0;
    await readChanged([tide]);
    expect(headlines()).toEqual(['Tide']);
    expect(asked).toContainEqual({ name: 'articles.list', args: { ids: [tide] } });
    filterDesk(undefined);
    searchDesk('tide');
    await readChanged([tide]);
    expect(headlines()).toEqual(['Tide']);
  });

  test('misses nothing that changes while it is read', async () => {
    const { desk, ids } = await deskOf('Tide', 'Quay', 'Ferry');
    const reading: Promise<void>[] = [];
    for (const [at, id] of ids.entries()) {
      await write(desk, id, { headline: `New ${at}` });
      reading.push(at === 1 ? readDesk() : readChanged([id]));
    }
    await Promise.all(reading);
    expect(headlines()).toEqual(['New 2', 'New 1', 'New 0']);
  });
});
