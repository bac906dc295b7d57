import fs from 'node:fs/promises';
import path from 'node:path';
import { beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { boot } from '../../../electron/boot.ts';
import { openDesk } from '../../../electron/shell/open-desk.ts';
import { readTexts } from '../../../electron/shell/text.ts';
import { browserDesktop } from '../../../electron/web/web.ts';
import { assetsFolder } from '../assets-folder.ts';
import { runDesk } from '../running-desk.ts';
import { temporaryFolder } from '../temporary.ts';
import { dialog } from './fake-electron.ts';

vi.mock('electron', () => import('./fake-electron.ts'));

beforeEach(() => {
  dialog.messages = [];
});

/** Starts where a desk was that is gone, and presses these buttons; answers the desk that is open. */
async function startWithout(...presses: string[]) {
  const { galley, folder, dataFolder } = await runDesk();
  await galley.close();
  await fs.rename(folder, `${folder}-away`);
  dialog.presses = presses;
  const opened = await openDesk(
    (deskFolder, anew) =>
      boot({ deskFolder, dataFolder, assetsFolder, anew, desktop: browserDesktop, samples: false }),
    { folder, anew: false },
    readTexts(assetsFolder, 'en'),
  );
  onTestFinished(() => opened?.close());
  return { folder, opened: opened?.deskFolder };
}

test('a desk that is gone is made anew only when the person says so', async () => {
  const { folder, opened } = await startWithout('Try again', 'Make a new desk there');
  expect(opened).toBe(folder);
  expect(dialog.messages).toHaveLength(2);
  expect(dialog.messages[0]).toMatchObject({ detail: expect.stringContaining(folder) });
});

test('another can be opened in its place, or none', async () => {
  const other = path.join(await temporaryFolder(), 'other');
  dialog.folderAnswer = { canceled: false, filePaths: [other] };
  expect((await startWithout('Choose another folder…')).opened).toBe(other);
  const { folder, opened } = await startWithout('Quit');
  expect(opened).toBeUndefined();
  await expect(fs.stat(folder)).rejects.toThrow('ENOENT');
});
