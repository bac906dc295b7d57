import { ipcMain } from 'electron';
import type { Handlers, Reply } from '../contract/calls.ts';
import { route } from '../router.ts';
import { isAppPage } from './guard.ts';

/** Answers the calls of the app's own page; a call from anywhere else is refused. */
export function answerCalls(handlers: Handlers): void {
  ipcMain.handle('call', async (event, name: unknown, args: unknown): Promise<Reply> => {
    if (!isAppPage(event.senderFrame)) {
      return { ok: false, code: 'refused', message: 'Only Galley’s own page may call.' };
    }
    return route(handlers, name, args);
  });
}
