import { type BrowserWindow, dialog } from 'electron';
import fs from 'node:fs/promises';
import path from 'node:path';
import { AppError } from '../../article/app-error.ts';
import { serializeArticle } from '../../article/article-file.ts';
import { shortHeadline } from '../../article/headline.ts';
import type { Galley } from '../boot.ts';
import type { Unwritten } from '../contract/bridge.ts';
import { writeAtomic } from '../services/atomic-write.ts';
import { fileFault } from '../services/file-fault.ts';
import { slugOf } from '../services/folder-name.ts';
import { FreeNames } from '../services/free-names.ts';
import type { Leave } from './windows.ts';

/** What is needed to settle what becomes of words that have no file. */
export interface UnwrittenWays {
  keepWords: Galley['keepWords'];
  text(key: string): string;
}

/**
 * Settles what becomes of words that could not be written to their files before a window goes: the
 * person has them saved elsewhere, or kept on this machine, where the next start offers them.
 * Without anyone to ask they are kept. A window that does not answer stays while the person wants.
 */
export function leaveUnwritten(ways: UnwrittenWays): Leave {
  return async (window, unwritten, isAttended) => {
    if (unwritten === undefined) return isAttended ? askToClose(window, ways) : goUnanswered();
    if (isAttended) return ask(window, unwritten, ways);
    // The last thing that can be done for them.
    await keep(unwritten, ways).catch((error: unknown) => console.error(error));
    return true;
  };
}

async function askToClose(window: BrowserWindow, { text }: UnwrittenWays): Promise<boolean> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'warning',
    message: text('leave.hangs'),
    detail: text('leave.unknown'),
    buttons: [text('leave.anyway'), text('leave.cancel')],
    defaultId: 1,
    cancelId: 1,
    noLink: true,
  });
  return response === 0;
}

function goUnanswered(): boolean {
  console.error('The window does not answer; the last words in it may not be in their file.');
  return true;
}

async function ask(
  window: BrowserWindow,
  unwritten: readonly Unwritten[],
  ways: UnwrittenWays,
): Promise<boolean> {
  const { text } = ways;
  const answers = [
    { label: text('leave.elsewhere'), act: () => saveElsewhere(window, unwritten) },
    { label: text('leave.keep'), act: () => keep(unwritten, ways) },
    { label: text('leave.cancel'), act: undefined },
  ];
  for (;;) {
    // oxlint-disable-next-line no-await-in-loop
    const { response } = await dialog.showMessageBox(window, {
      type: 'warning',
      message: messageOf(unwritten, text),
      detail: [...new Set(unwritten.map(({ reason }) => reason)), text('leave.kept')].join('\n\n'),
      buttons: answers.map(({ label }) => label),
      defaultId: 1,
      cancelId: 2,
      noLink: true,
    });
    const act = answers[response]?.act;
    if (act === undefined) return false;
    try {
      // oxlint-disable-next-line no-await-in-loop
      if (await act()) return true;
    } catch (error) {
      if (!(error instanceof AppError)) console.error(error);
      dialog.showErrorBox(
        text('leave.failed'),
        error instanceof Error ? error.message : String(error),
      );
    }
  }
}

async function keep(unwritten: readonly Unwritten[], { keepWords }: UnwrittenWays): Promise<true> {
  await Promise.all(unwritten.map(({ article, reason }) => keepWords(article, reason)));
  return true;
}

function messageOf(unwritten: readonly Unwritten[], text: UnwrittenWays['text']): string {
  const names = unwritten.map(
    ({ article }) => shortHeadline(article.headline) || article.slugline || text('untitled'),
  );
  return text(names.length === 1 ? 'leave.one' : 'leave.several')
    .replace('{{count}}', String(names.length))
    .replace('{{headline}}', () => names.join(', '));
}

/** Writes each story as a file into a folder that the person chooses; false if they choose none. */
async function saveElsewhere(
  window: BrowserWindow,
  unwritten: readonly Unwritten[],
): Promise<boolean> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    properties: ['openDirectory', 'createDirectory'],
  });
  const [folder] = filePaths;
  if (canceled || folder === undefined) return false;
  try {
    const names = new FreeNames((await fs.readdir(folder)).map((name) => path.parse(name).name));
    for (const { article } of unwritten) {
      const file = path.join(folder, `${names.take(slugOf(article))}.json`);
      // oxlint-disable-next-line no-await-in-loop
      await writeAtomic(file, serializeArticle(article));
    }
  } catch (error) {
    throw fileFault(error, folder);
  }
  return true;
}
