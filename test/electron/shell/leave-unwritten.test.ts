import type { BrowserWindow as ElectronWindow } from 'electron';
import fs from 'node:fs/promises';
import path from 'node:path';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { readArticleFile } from '../../../article/article-file.ts';
import type { Article } from '../../../article/article.ts';
import { leaveUnwritten } from '../../../electron/shell/leave-unwritten.ts';
import { readTexts } from '../../../electron/shell/text.ts';
import { assetsFolder } from '../assets-folder.ts';
import { runDesk } from '../running-desk.ts';
import { temporaryFolder } from '../temporary.ts';
import { BrowserWindow, dialog } from './fake-electron.ts';

vi.mock('electron', () => import('./fake-electron.ts'));

const ELSEWHERE = 'Save elsewhere…';
const KEEP = 'Keep for the next start and close';
const CANCEL = 'Cancel';
const ANYWAY = 'Close all the same';
const reason = 'the disk is full';
const window = new BrowserWindow({ webPreferences: {} }) as unknown as ElectronWindow;

beforeEach(() => {
  dialog.messages = [];
  dialog.errors = [];
  dialog.asked = [];
  dialog.folderAnswer = { canceled: false, filePaths: [] };
});

/** A desk with stories that have words which are in no file, and the question about them. */
async function unwrittenOn(...headlines: string[]) {
  const desk = await runDesk();
  const articles: Article[] = [];
  for (const headline of headlines) {
    const { article } = await desk.call('articles.create', {});
    articles.push({ ...article, headline, standfirst: 'Nearly lost.' });
  }
  const ways = { keepWords: desk.galley.keepWords, text: readTexts(assetsFolder, 'en') };
  const leave = (...presses: string[]) => {
    dialog.presses = presses;
    const unwritten = articles.map((article) => ({ article, reason }));
    return leaveUnwritten(ways)(window, unwritten, presses.length > 0);
  };
  const recovered = async () => {
    await desk.galley.close();
    const again = await runDesk(desk);
    const opened = articles.map(({ id }) => again.call('articles.open', { id }));
    return (await Promise.all(opened)).map((one) => one.recovered);
  };
  return { desk, articles, leave, recovered };
}

describe('words that no file takes', () => {
  test('are told with the story and the reason, and three ways to go on', async () => {
    const { leave } = await unwrittenOn('Harbour');
    expect(await leave(CANCEL)).toBe(false);
    expect(dialog.messages).toEqual([
      expect.objectContaining({
        message: 'The last words of “Harbour” are not in its file.',
        detail: expect.stringContaining(reason),
        buttons: [ELSEWHERE, KEEP, CANCEL],
        cancelId: 2,
      }),
    ]);
  });

  test('of several stories are told at once', async () => {
    const { leave } = await unwrittenOn('Harbour', '');
    await leave(CANCEL);
    expect(dialog.messages[0]?.['message']).toBe(
      'The last words of 2 stories are not in their files: Harbour, Untitled.',
    );
  });

  test('are kept on this machine and offered with the next start', async () => {
    const { leave, recovered, articles } = await unwrittenOn('Harbour', 'Ferry');
    expect(await leave(KEEP)).toBe(true);
    expect(await recovered()).toEqual(
      articles.map((article) => expect.objectContaining({ article, reason })),
    );
  });

  test('are kept without a question when there is nobody to answer', async () => {
    const { leave, recovered } = await unwrittenOn('Harbour');
    expect(await leave()).toBe(true);
    expect(dialog.messages).toEqual([]);
    expect((await recovered())[0]).toMatchObject({ article: { standfirst: 'Nearly lost.' } });
  });

  test('go into files of a folder that the person chooses, over none that is there', async () => {
    const { leave, articles } = await unwrittenOn('Harbour', 'Harbour');
    const folder = await temporaryFolder();
    await fs.writeFile(path.join(folder, 'harbour.json'), 'mine');
    dialog.folderAnswer.filePaths = [folder];
    expect(await leave(ELSEWHERE)).toBe(true);
    expect((await fs.readdir(folder)).sort()).toEqual([
      'harbour-2.json',
      'harbour-3.json',
      'harbour.json',
    ]);
    const text = await fs.readFile(path.join(folder, 'harbour-2.json'), 'utf8');
    expect(readArticleFile(text).article).toEqual(articles[0]);
    expect(await fs.readFile(path.join(folder, 'harbour.json'), 'utf8')).toBe('mine');
  });

  test('stay in the window until they are somewhere: the question comes again', async () => {
    const { desk, leave } = await unwrittenOn('Harbour');
    // No folder is chosen; then one that takes nothing; then the journal takes nothing either.
    dialog.folderAnswer.canceled = true;
    expect(await leave(ELSEWHERE, CANCEL)).toBe(false);
    const file = path.join(await temporaryFolder(), 'file');
    await fs.writeFile(file, '');
    dialog.folderAnswer = { canceled: false, filePaths: [file] };
    const [own] = await fs.readdir(path.join(desk.dataFolder, 'desks'));
    await fs.writeFile(path.join(desk.dataFolder, 'desks', own!, 'journal'), 'in the way');
    expect(await leave(ELSEWHERE, KEEP, CANCEL)).toBe(false);
    expect(dialog.errors).toEqual([
      ['The words are still only in the window', expect.stringContaining(file)],
      ['The words are still only in the window', expect.stringContaining('journal')],
    ]);
    expect(dialog.messages).toHaveLength(5);
  });
});

describe('a window that does not answer', () => {
  const ways = { keepWords: async () => {}, text: readTexts(assetsFolder, 'en') };

  test.each([
    [CANCEL, false],
    [ANYWAY, true],
  ])('is asked about, and %s is the person’s to say', async (press, goes) => {
    dialog.presses = [press];
    expect(await leaveUnwritten(ways)(window, undefined, true)).toBe(goes);
    expect(dialog.messages).toEqual([
      expect.objectContaining({
        message: 'The window does not answer.',
        detail: expect.stringContaining('may not be in their file'),
        buttons: [ANYWAY, CANCEL],
        defaultId: 1,
        cancelId: 1,
      }),
    ]);
  });

  test('goes when there is nobody to ask, and that is written down', async () => {
    const told = vi.spyOn(console, 'error').mockImplementation(() => {});
    expect(await leaveUnwritten(ways)(window, undefined, false)).toBe(true);
    expect(dialog.messages).toEqual([]);
    expect(told).toHaveBeenCalledWith(expect.stringContaining('does not answer'));
    told.mockRestore();
  });
});
