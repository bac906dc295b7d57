import fs from 'node:fs/promises';
import path from 'node:path';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { openFile } from '../../../electron/shell/open-file.ts';
import { runDesk } from '../running-desk.ts';
import { temporaryFolder } from '../temporary.ts';
import { dialog } from './fake-electron.ts';

vi.mock('electron', () => import('./fake-electron.ts'));
const shown = vi.spyOn(dialog, 'showErrorBox').mockImplementation(() => {});
beforeEach(() => shown.mockClear());

describe('a file that the system hands to Galley', () => {
  test('of a story of the desk opens that story', async () => {
    const desk = await runDesk({ samples: true });
    const [line] = await desk.call('articles.list', {});
    const file = path.join(await desk.folderOf(line!.id), 'article.json');
    expect(await openFile(file, desk.galley, 'title')).toBe(line!.id);
    expect((await desk.call('articles.list', {})).length).toBe(3);
  });

  test('from elsewhere becomes a new story', async () => {
    const desk = await runDesk({ samples: true });
    const [line] = await desk.call('articles.list', {});
    const file = path.join(await temporaryFolder(), 'article.json');
    await fs.copyFile(path.join(await desk.folderOf(line!.id), 'article.json'), file);
    const id = await openFile(file, desk.galley, 'title');
    expect(id).not.toBe(line!.id);
    expect((await desk.inFile(id!)).headline).toBe(line!.headline);
  });

  test('that is no article is named, and nothing is stored', async () => {
    const desk = await runDesk();
    const file = path.join(await temporaryFolder(), 'letter.json');
    await fs.writeFile(file, '{');
    expect(await openFile(file, desk.galley, 'title')).toBeUndefined();
    expect(await openFile(`${file}-gone`, desk.galley, 'title')).toBeUndefined();
    expect(shown.mock.calls.map(([title]) => title)).toEqual(['title', 'title']);
    expect(String(shown.mock.calls[0]?.[1])).toContain(file);
    expect(await desk.call('articles.list', {})).toEqual([]);
  });
});
