import fs from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { article } from '../article/build.ts';
import { openOrCreateDesk } from '../../electron/services/desk.ts';
import { openShelf } from '../../electron/services/open-shelf.ts';
import { runDesk } from './running-desk.ts';
import { temporaryFolder } from './temporary.ts';

describe('the folder of a new story', () => {
  test('is named without listing all the others each time', async () => {
    // Nothing else lists the folder of a shelf that nobody follows.
    const desk = await openOrCreateDesk(path.join(await temporaryFolder(), 'desk'));
    const { shelf } = await openShelf(desk, await temporaryFolder());
    onTestFinished(() => shelf.index.close());
    const listed = vi.spyOn(fs, 'readdir');
    onTestFinished(() => listed.mockRestore());
    for (let count = 1; count <= 6; count += 1) {
      await shelf.add({ ...article(), id: `story-${count}`, headline: 'Harbour' });
    }
    expect(listed.mock.calls).toEqual([[desk.articles]]);
    const folders = [...shelf.index.folders().keys()];
    expect(folders.filter((name) => name.endsWith('-harbour-6'))).toHaveLength(1);
  });

  test('takes no name that another program has taken, and one that has become free', async () => {
    const desk = await runDesk();
    const made = await desk.call('articles.create', {});
    const first = path.basename(await desk.folderOf(made.article.id));
    const articles = path.join(desk.folder, 'articles');
    // A name that Galley has not seen yet.
    await fs.mkdir(path.join(articles, `${first}-2`, 'media'), { recursive: true });
    const second = await desk.call('articles.create', {});
    expect(path.basename(await desk.folderOf(second.article.id))).toBe(`${first}-3`);
    await fs.rm(path.join(articles, first), { recursive: true });
    const third = await desk.call('articles.create', {});
    expect(path.basename(await desk.folderOf(third.article.id))).toBe(first);
  });
});
