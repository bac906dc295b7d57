import { beforeAll, expect, test, vi } from 'vitest';
import { article } from '../../article/build.ts';
import type { Bridge } from '../../../electron/contract/bridge.ts';
import type { Event } from '../../../electron/contract/events.ts';
import { contextBridge, ipcRenderer } from './fake-electron.ts';

vi.mock('electron', () => import('./fake-electron.ts'));

let galley: Bridge;

beforeAll(async () => {
  await import('../../../electron/preload.ts');
  galley = contextBridge.exposed['galley'] as Bridge;
});

test('a window is given one call, one stream of events and one answer, and nothing of Electron', () => {
  expect(Object.keys(contextBridge.exposed)).toEqual(['galley']);
  expect(Object.keys(galley).toSorted()).toEqual(['call', 'flushed', 'on']);
});

test('a call goes out with its name and arguments and brings the reply', async () => {
  ipcRenderer.answer = { ok: true, value: 7 };
  expect(await galley.call('articles.open', { id: 'x' })).toEqual({ ok: true, value: 7 });
  expect(ipcRenderer.invoked).toEqual([['call', 'articles.open', { id: 'x' }]]);
});

test('events are heard without what Electron sends along, until the listening ends', () => {
  const heard = vi.fn<(event: Event) => void>();
  const end = galley.on(heard);
  expect(ipcRenderer.sent).toEqual([['listening']]);
  const event: Event = { name: 'flush', data: {} };
  ipcRenderer.emit('event', { sender: 'secret' }, event);
  expect(heard.mock.calls).toEqual([[event]]);
  end();
  ipcRenderer.emit('event', {}, event);
  expect(heard).toHaveBeenCalledOnce();
});

test('the answer to a flush is sent', () => {
  const unwritten = [{ article: article(), reason: 'the disk is full' }];
  galley.flushed(unwritten);
  expect(ipcRenderer.sent.at(-1)).toEqual(['flushed', unwritten]);
});
