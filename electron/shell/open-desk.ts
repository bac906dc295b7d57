import { dialog } from 'electron';
import { AppError } from '../../article/app-error.ts';
import type { Galley } from '../boot.ts';

/** Opens the desk in a folder; with `anew` one is made where one was before. */
type Open = (folder: string, anew: boolean) => Promise<Galley>;

/**
 * Opens a desk. Where it is gone, the person is asked what to do, until one is open; answers
 * undefined when they leave it. Throws what `open` throws for any other reason.
 */
export async function openDesk(
  open: Open,
  desk: { folder: string; anew: boolean },
  text: (key: string) => string,
): Promise<Galley | undefined> {
  let { folder, anew } = desk;
  for (;;) {
    try {
      // oxlint-disable-next-line no-await-in-loop
      return await open(folder, anew);
    } catch (error) {
      if (!(error instanceof AppError && error.code === 'desk-missing')) throw error;
    }
    // oxlint-disable-next-line no-await-in-loop
    const { response } = await dialog.showMessageBox({
      type: 'warning',
      message: text('desktop.noDesk'),
      detail: `${folder}\n\n${text('desktop.noDesk.hint')}`,
      buttons: ['again', 'choose', 'make', 'quit'].map((name) => text(`desktop.noDesk.${name}`)),
      defaultId: 0,
      cancelId: 3,
      noLink: true,
    });
    if (response === 3) return undefined;
    anew = response === 2;
    // oxlint-disable-next-line no-await-in-loop
    if (response === 1) folder = (await chosenFolder(folder)) ?? folder;
  }
}

async function chosenFolder(defaultPath: string): Promise<string | undefined> {
  const { canceled, filePaths } = await dialog.showOpenDialog({
    defaultPath,
    properties: ['openDirectory', 'createDirectory'],
  });
  return canceled ? undefined : filePaths[0];
}
