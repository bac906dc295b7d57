import { expect, test } from 'vitest';
import { AppError } from '../../article/app-error.ts';
import type { Article } from '../../article/article.ts';
import { type RunningDesk, runDesk } from '../electron/running-desk.ts';
import { eventually } from '../electron/temporary.ts';
import { followPresence } from '../../renderer/app/people/follow-presence.ts';
import { openArticle } from '../../renderer/app/session/open-article.ts';
import { takeUpChange } from '../../renderer/app/session/take-up.ts';
import { openWindow } from './window.ts';

const Ada = {
  id: 'story',
  installation: 'other',
  machine: 'machine',
  name: 'Ada',
  since: '2026-01-01T10:00:00Z',
  writes: true,
};

test('nothing is said of others while the services do not answer', async () => {
  const desk = await runDesk();
  const app = openWindow(desk);
  const { client, presence } = app;
  followPresence(app);
  await client.call('desk.view', {});
  presence.takeUp([Ada]);
  desk.galley.handlers['desk.view'] = () => Promise.reject(new AppError('damaged', 'a fault'));
  await client.call('desk.view', {}).catch(() => undefined);
  expect(presence.snapshot().people).toEqual([Ada]);
  // It has ended.
  client.end();
  await client.call('desk.view', {}).catch(() => undefined);
  expect(presence.snapshot().people).toEqual([]);
});

const installationOf = async ({ call: ask }: RunningDesk) =>
  (await ask('desk.view', {})).installation;

test('who was told of once is not told of again as someone else, also where both write at once', async () => {
  const ben = await runDesk();
  const { article, hash } = await ben.call('articles.create', { window: 'w1' });
  const { id } = article;
  const begun = { ...article, headline: 'Harbour' };
  await ben.call('articles.save', { article: begun, base: hash, window: 'w1' });
  const others = [await runDesk({ folder: ben.folder }), await runDesk({ folder: ben.folder })];
  const [ana, cleo] = others as [RunningDesk, RunningDesk];
  const write = async (galley: RunningDesk, words: Partial<Article>) => {
    const found = await eventually(() => galley.call('articles.open', { id }));
    const changed = { ...found.article, ...words };
    await galley.call('articles.save', { article: changed, base: found.hash });
  };
  const app = openWindow(ben);
  await app.desk.read();
  await openArticle(app, id);
  const session = app.opened.snapshot().session!;
  const told = () => session.snapshot().changedBy;

  await write(ana, { kicker: 'Port' });
  await takeUpChange(app, { id, hash: '', here: false });
  expect(told()).toEqual([await installationOf(ana)]);
  session.acknowledge('changedBy');
  session.change({ standfirst: 'By Ben.' });
  await write(ana, { kicker: 'The port' });
  await session.flush();
  expect(session.snapshot().article).toMatchObject({ kicker: 'The port', standfirst: 'By Ben.' });
  expect(told(), 'that she writes here is known').toBeUndefined();

  session.change({ standfirst: 'By Ben again.' });
  await write(cleo, { kicker: 'A port' });
  await session.flush();
  expect(told()).toEqual([await installationOf(cleo)]);
});
