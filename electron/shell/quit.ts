import { app } from 'electron';
import type { Windows } from './windows.ts';

/**
 * Lets the app go only when nothing is unwritten: the first quit is put off until the window has
 * flushed and the services are closed, then asked for again.
 */
export function quitGently(windows: Windows, close: () => Promise<void>): void {
  let state: 'running' | 'leaving' | 'gone' = 'running';
  app.on('before-quit', (event) => {
    if (state === 'gone') return;
    // Electron does not wait for promises; it has to be stopped here and now.
    event.preventDefault();
    if (state === 'leaving') return;
    state = 'leaving';
    void leave();
  });
  const leave = async () => {
    await windows.flush();
    try {
      await close();
    } catch (error) {
      console.error('Galley could not close its services:', error);
    }
    state = 'gone';
    app.quit();
  };
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit();
  });
}
