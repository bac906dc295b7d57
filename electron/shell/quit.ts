import { app } from 'electron';
import type { EventEmitter } from 'node:events';
import type { Windows } from './windows.ts';

/**
 * Lets the app go only when nothing is unwritten: the first quit is put off until the window has
 * closed and then the services, then asked for again. Nothing is closed if the person stays.
 * When `starter`, the process that started us, has gone, nobody is asked.
 */
export function quitGently(
  windows: Windows,
  closeServices: () => Promise<void>,
  starter: Pick<EventEmitter, 'once'> & { connected?: boolean } = process,
): void {
  let state: 'running' | 'leaving' | 'gone' = 'running';
  let isAttended = true;
  app.on('before-quit', (event) => {
    if (state === 'gone') return;
    // Electron does not wait for promises; it has to be stopped here and now.
    event.preventDefault();
    if (state === 'leaving') return;
    state = 'leaving';
    void leave();
  });
  const leave = async () => {
    if (!(await windows.close(isAttended))) {
      state = 'running';
      // Someone has said so.
      isAttended = true;
      return;
    }
    try {
      await closeServices();
    } catch (error) {
      console.error('Galley could not close its services:', error);
    }
    state = 'gone';
    app.quit();
  };
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit();
  });
  const abandon = () => {
    isAttended = false;
    app.quit();
  };
  starter.once('disconnect', abandon);
  if (starter.connected === false) abandon();
}
