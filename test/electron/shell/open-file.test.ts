import fs from 'node:fs/promises';
import path from 'node:path';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { article, image } from '../../article/build.ts';
import { serializeArticle } from '../../../article/article-file.ts';
import { mediaName } from '../../../electron/services/media-name.ts';
import { pictureType } from '../../../electron/services/picture-type.ts';
import { openFile } from '../../../electron/shell/open-file.ts';
import { flat } from '../pictures.ts';
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
    expect(await openFile(file, desk.galley, 'title')).toEqual({ id: line!.id, notices: [] });
    expect((await desk.call('articles.list', {})).length).toBe(3);
  });

  test('from elsewhere becomes a new story', async () => {
    const desk = await runDesk({ samples: true });
    const [line] = await desk.call('articles.list', {});
    const file = path.join(await temporaryFolder(), 'article.json');
    await fs.copyFile(path.join(await desk.folderOf(line!.id), 'article.json'), file);
    const made = await openFile(file, desk.galley, 'title');
    expect(made!.id).not.toBe(line!.id);
    expect((await desk.inFile(made!.id)).headline).toBe(line!.headline);
    expect(desk.events).toContainEqual({ name: 'desk-changed', data: { ids: [made!.id] } });
  });

  test('brings the pictures that lie beside it, and says which it could not bring', async () => {
    const desk = await runDesk();
    const folder = await temporaryFolder();
    const bytes = await flat('png');
    const there = mediaName(bytes, pictureType(bytes, 'a.png'));
    const gone = `${'0'.repeat(32)}.jpg`;
    await fs.mkdir(path.join(folder, 'media'));
    await fs.writeFile(path.join(folder, 'media', there), bytes);
    const story = article(image({ file: there }), image({ file: gone }));
    const file = path.join(folder, 'article.json');
    await fs.writeFile(file, serializeArticle(story));
    const made = await openFile(file, desk.galley, 'title');
    const media = path.join(await desk.folderOf(made!.id), 'media');
    expect(await fs.readdir(media)).toEqual([there]);
    expect(made!.notices.join()).toMatch(new RegExp(`A picture was not taken: .*${gone}`, 'u'));
    expect(shown).not.toHaveBeenCalled();
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
