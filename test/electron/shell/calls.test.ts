import { beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { AppError } from '../../../article/app-error.ts';
import type { Handlers } from '../../../electron/contract/calls.ts';
import { answerCalls } from '../../../electron/shell/calls.ts';
import { type Frame, ipcMain } from './fake-electron.ts';

vi.mock('electron', () => import('./fake-electron.ts'));

const suggest = vi.fn<Handlers['places.suggest']>();
const page: Frame = { url: 'app://galley/', parent: null };

beforeAll(() => answerCalls({ 'places.suggest': suggest } as unknown as Handlers));
beforeEach(() => {
  suggest.mockReset();
  suggest.mockResolvedValue([]);
});

async function call(senderFrame: Frame | null, name: unknown, args: unknown): Promise<unknown> {
  return ipcMain.answerers.get('call')?.({ senderFrame }, name, args);
}

describe('a call from a window', () => {
  test('is answered with the value', async () => {
    expect(await call(page, 'places.suggest', { query: 'Os' })).toEqual({ ok: true, value: [] });
    expect(suggest).toHaveBeenCalledWith({ query: 'Os' });
  });

  test.each([
    ['a frame that is gone', null],
    ['a web page', { url: 'https://example.org/', parent: null }],
    ['a preview', { url: 'app://galley/preview/7/', parent: page }],
    ['a frame in a page', { url: 'app://galley/', parent: page }],
  ])('from %s is refused and does nothing', async (_who, frame) => {
    expect(await call(frame, 'places.suggest', { query: 'Os' })).toMatchObject({
      ok: false,
      code: 'refused',
    });
    expect(suggest).not.toHaveBeenCalled();
  });

  test.each(['places.forget', 'constructor', '__proto__', '', null, 7, {}])(
    'that is not in the contract is refused: %s',
    async (name) => {
      expect(await call(page, name, {})).toMatchObject({ ok: false, code: 'unknown-call' });
    },
  );

  test.each([undefined, null, [], {}, { query: 7 }, { query: 'Os', more: 1 }])(
    'with arguments of another shape is refused: %j',
    async (args) => {
      expect(await call(page, 'places.suggest', args)).toMatchObject({ ok: false });
      expect(suggest).not.toHaveBeenCalled();
    },
  );

  test('a failure keeps its code, message and path', async () => {
    suggest.mockRejectedValue(new AppError('disk-full', 'No room.', { path: 'desk.json' }));
    expect(await call(page, 'places.suggest', { query: 'Os' })).toEqual({
      ok: false,
      code: 'disk-full',
      message: 'No room.',
      path: 'desk.json',
    });
  });

  test('a bug is not shown to the page, and stands in the log', async () => {
    const log = vi.spyOn(console, 'error').mockImplementation(() => {});
    suggest.mockRejectedValue(new TypeError('x is not a function'));
    const reply = await call(page, 'places.suggest', { query: 'Os' });
    expect(reply).toMatchObject({ ok: false, code: 'internal' });
    expect(JSON.stringify(reply)).not.toContain('x is not');
    expect(log).toHaveBeenCalledOnce();
    log.mockRestore();
  });
});
