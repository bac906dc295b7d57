import { describe, expect, test, vi } from 'vitest';
import { AppError } from '../../article/app-error.ts';
import type { Handlers } from '../../electron/contract/calls.ts';
import { route } from '../../electron/router.ts';

const answering = (work: () => unknown) =>
  ({ 'articles.open': async () => work() }) as unknown as Handlers;
const ID = { id: 'a' };

describe('a call from a window', () => {
  test('is answered with what its function gives', async () => {
    expect(
      await route(
        answering(() => 5),
        'articles.open',
        ID,
      ),
    ).toEqual({ ok: true, value: 5 });
  });

  test.each([
    ['none', {}, 'id'],
    ['a text', 'x', ''],
    ['a list', [], ''],
    ['null', null, ''],
    ['an id with a space', { id: 'a b' }, 'id'],
    ['a key too many', { id: 'a', more: 1 }, ''],
  ])('with wrong arguments (%s) is refused with the place', async (_, args, place) => {
    const called = vi.fn<() => void>();
    const reply = await route(answering(called), 'articles.open', args);
    expect(reply).toMatchObject({ ok: false, code: 'invalid', path: place });
    expect(called).not.toHaveBeenCalled();
  });

  test.each(['articles.burn', 'toString', '__proto__', '', 5, null, undefined])(
    'that is none (%s) is refused',
    async (name) => {
      const reply = await route(
        answering(() => 5),
        name,
        ID,
      );
      expect(reply).toMatchObject({ ok: false, code: 'unknown-call' });
    },
  );

  test('keeps the code, the message and the place of what a person can put right', async () => {
    const fault = new AppError('disk-full', 'make room', { path: 'body[1]' });
    const reply = await route(
      answering(() => Promise.reject(fault)),
      'articles.open',
      ID,
    );
    expect(reply).toEqual({ ok: false, code: 'disk-full', message: 'make room', path: 'body[1]' });
  });

  test('that meets a bug is answered and the bug is logged, not shown', async () => {
    const log = vi.spyOn(console, 'error').mockImplementation(() => {});
    const bug = new TypeError('x is undefined');
    const reply = await route(
      answering(() => Promise.reject(bug)),
      'articles.open',
      ID,
    );
    expect(reply).toMatchObject({ ok: false, code: 'internal' });
    expect(JSON.stringify(reply)).not.toContain('undefined');
    expect(log).toHaveBeenCalledWith(bug);
    log.mockRestore();
  });
});
