import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { type RunningDesk, runDesk } from '../electron/running-desk.ts';
import { openWindow } from './window.ts';

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
  const handlers = Object.fromEntries(heard);
  const { desk: shown } = openWindow({ ...desk, galley: { ...desk.galley, handlers } });
  const ids: string[] = [];
  for (const headline of headlines) ids.push(await begin(desk, headline));
  await shown.read();
  asked.length = 0;
  const rows = () => shown.snapshot().listed.map(({ headline }) => headline);
  return { desk, shown, rows, ids, asked };
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

describe('the list of a window', () => {
  test('asks for the stories that have changed alone, and shows what the whole would', async () => {
    const { desk, shown, rows, ids, asked } = await deskOf('Tide', 'Quay', 'Ferry');
    const [tide = '', quay = '', ferry = ''] = ids;
    const lineOf = (id: string) => shown.snapshot().all.find((line) => line.id === id);
    const untouched = lineOf(tide);
    await write(desk, quay, { headline: 'Quay opens' });
    await desk.call('articles.trash', { id: ferry });
    const fog = await begin(desk, 'Fog');
    asked.length = 0;
    await shown.readChanged([quay, ferry]);
    await shown.readChanged([fog]);
    const args = asked.filter(({ name }) => name === 'articles.list').map((one) => one.args);
    expect(args).toEqual([{ ids: [quay, ferry] }, { ids: [fog] }]);
    const { all, listed, counts } = shown.snapshot();
    expect(rows()).toEqual(['Fog', 'Quay opens', 'Tide']);
    expect(counts).toMatchObject({ all: 3, draft: 3 });
    // What has not changed is not drawn again.
    expect(lineOf(tide)).toBe(untouched);
    await shown.read();
    expect(shown.snapshot()).toMatchObject({ all, listed, counts });
  });

  test('goes on with a filter; a search looks at the whole desk', async () => {
    const { desk, shown, rows, ids, asked } = await deskOf('Tide', 'Quay');
    const [tide = ''] = ids;
    shown.filter('approved');
    await shown.read();
    expect(rows()).toEqual([]);
    await write(desk, tide, { status: 'approved' });
    asked.length = 0;
    await shown.readChanged([tide]);
    expect(rows()).toEqual(['Tide']);
    expect(asked).toContainEqual({ name: 'articles.list', args: { ids: [tide] } });
    shown.filter(undefined);
    shown.search('tide');
    await shown.readChanged([tide]);
    expect(rows()).toEqual(['Tide']);
  });

  test('misses nothing that changes while it is read', async () => {
    const { desk, shown, rows, ids } = await deskOf('Tide', 'Quay', 'Ferry');
    const reading: Promise<void>[] = [];
    for (const [at, id] of ids.entries()) {
      await write(desk, id, { headline: `New ${at}` });
      reading.push(at === 1 ? shown.read() : shown.readChanged([id]));
    }
    await Promise.all(reading);
    expect(rows()).toEqual(['New 2', 'New 1', 'New 0']);
  });
});
