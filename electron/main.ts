import { app, dialog } from 'electron';
import { prepare } from './shell/prepare.ts';

// All that Electron wants before it is ready happens here, synchronously; the rest is loaded after.
const prepared = prepare();
if (prepared === undefined) {
  app.quit();
} else {
  app
    .whenReady()
    .then(() => import('./shell/run.ts'))
    .then(({ run }) => run(prepared))
    .catch((error: unknown) => {
      dialog.showErrorBox('Galley', error instanceof Error ? error.message : String(error));
      app.exit(1);
    });
}
