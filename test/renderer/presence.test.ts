import { expect, test } from 'vitest';
import { AppError } from '../../article/app-error.ts';
import { runDesk } from '../electron/running-desk.ts';
import { speakTo, stubWindow } from './window.ts';

stubWindow();
const { call } = await import('../../renderer/client.ts');
const { takeUpPeople, followPresence } = await import('../../renderer/presence/follow-presence.ts');
const { presence } = await import('../../renderer/presence/presence.ts');

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
  speakTo(desk);
  followPresence();
  await call('desk.view', {});
  takeUpPeople([Ada]);
  desk.galley.handlers['desk.view'] = () => Promise.reject(new AppError('damaged', 'a fault'));
  await call('desk.view', {}).catch(() => undefined);
  expect(presence.snapshot().people).toEqual([Ada]);
  // It has ended.
  speakTo({ ...desk, galley: undefined as never });
  await call('desk.view', {}).catch(() => undefined);
  expect(presence.snapshot().people).toEqual([]);
});
