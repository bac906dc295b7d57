import path from 'node:path';
import { expect, test } from 'vitest';
import { type RunningDesk, runDesk } from './running-desk.ts';
import { eventually, temporaryFolder } from './temporary.ts';

/** Ana and Ben at Galleys of their own, with a story of Ana's that Ben has open. */
async function atOneDesk() {
  const folder = path.join(await temporaryFolder(), 'desk');
  const ana = await runDesk({ folder });
  await ana.call('settings.change', { person: { name: 'Ana' } });
  const made = await ana.call('articles.create', {});
  const { id } = made.article;
  await ana.call('articles.save', {
    article: { ...made.article, headline: 'Harbour' },
    base: made.hash,
  });
  const ben = await runDesk({ folder });
  await ben.call('settings.change', { person: { name: 'Ben' } });
  const opened = await ben.call('articles.open', { id });
  const write = (standfirst: string) =>
    ben.call('articles.save', {
      article: { ...opened.article, standfirst },
      base: opened.hash,
      window: 'w1',
    });
  return { ana, ben, id, write };
}

const toldBack = ({ events }: RunningDesk) =>
  events.flatMap((event) => (event.name === 'story-back' ? [event.data] : []));

test('who writes on in a story hears who had put it in the trash; who did hears that it is back, and by whom', async () => {
  const { ana, ben, id, write } = await atOneDesk();
  expect(await ben.call('articles.trashedBy', { id })).toBeNull();
  await ana.call('articles.trash', { id });
  expect(await ben.call('articles.trashedBy', { id }), 'before anything is written').toEqual({
    name: 'Ana',
    here: false,
  });
  const saved = await write('Written on');
  expect(saved.fromTrash).toEqual({ name: 'Ana', here: false });
  expect((await ben.inFile(id)).standfirst).toBe('Written on');
  await eventually(() => expect(toldBack(ana)).toHaveLength(1));
  const [back] = toldBack(ana);
  expect(back).toMatchObject({ id, headline: 'Harbour' });
  const { saves = {} } = await ben.inFile(id);
  expect(Object.keys(saves)).toContain(back!.by);
  expect(toldBack(ben)).toEqual([]);

  expect((await write('And on')).fromTrash, 'it is told once').toBeUndefined();
});

test('who threw a story away is told by whom it is back, though its folder comes before the words', async () => {
  const { ana, ben, id, write } = await atOneDesk();
  await ana.call('articles.trash', { id });
  await ben.call('desk.rescan', {});
  await ben.call('articles.restore', { id });
  await ana.call('desk.rescan', {});
  expect(toldBack(ana)).toEqual([]);
  await write('Written on');
  await eventually(() => expect(toldBack(ana)).toMatchObject([{ id, by: expect.any(String) }]));
});

test('who takes a story back from the trash, or never threw it away, is told nothing', async () => {
  const { ana, id, write } = await atOneDesk();
  await ana.call('articles.trash', { id });
  await ana.call('articles.restore', { id });
  expect((await write('Written on')).fromTrash).toBeUndefined();
  await ana.call('desk.rescan', {});
  expect(toldBack(ana)).toEqual([]);
});

test('another window of the same Galley is told the same', async () => {
  const { ben, id, write } = await atOneDesk();
  await ben.call('articles.trash', { id });
  expect((await write('Written on')).fromTrash).toEqual({ name: 'Ben', here: true });
  await eventually(() => expect(toldBack(ben)).toEqual([{ id, headline: 'Harbour' }]));
});
