import fs from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { serializeArticle } from '../../article/article-file.ts';
import { article, p } from '../article/build.ts';
import type { Event } from '../../electron/contract/events.ts';
import { faultOf, runDesk } from './running-desk.ts';
import { eventually } from './temporary.ts';

const named = (events: readonly Event[], name: Event['name']) =>
  events.filter((event) => event.name === name).map(({ data }) => data);

describe('what others do to the desk', () => {
  test('a story that arrives is listed, without anyone asking', async () => {
    const desk = await runDesk();
    const story = { ...article(p('Words.')), headline: 'From elsewhere' };
    const folder = path.join(desk.folder, 'articles', 'from-elsewhere');
    await fs.mkdir(folder);
    await fs.writeFile(path.join(folder, 'article.json'), serializeArticle(story));
    await eventually(async () => {
      expect(
        (await desk.call('articles.list', {})).map(({ fault, headline }) => fault ?? headline),
      ).toEqual(['From elsewhere']);
      expect(named(desk.events, 'desk-changed')).toContainEqual({ ids: [story.id] });
    });
  });

  test('an open story that is changed is told of, with the hash of the file', async () => {
    const desk = await runDesk({ samples: true });
    const [line] = await desk.call('articles.list', {});
    const { article: opened } = await desk.call('articles.open', { id: line!.id });
    const file = path.join(await desk.folderOf(opened.id), 'article.json');
    await fs.writeFile(file, serializeArticle({ ...opened, headline: 'Changed outside' }));
    await eventually(async () => {
      const { hash } = await desk.call('articles.open', { id: opened.id });
      expect(named(desk.events, 'article-changed')).toContainEqual({
        id: opened.id,
        hash,
        here: false,
      });
      const list = await desk.call('articles.list', {});
      expect(list.map(({ headline }) => headline)).toContain('Changed outside');
    });
  });

  test('a save is told to every window once, with the hash of its file, and never as a change by others', async () => {
    const desk = await runDesk();
    let { article: story, hash } = await desk.call('articles.create', {});
    await desk.call('articles.open', { id: story.id });
    const saves: object[] = [];
    for (let round = 0; round < 100; round += 1) {
      story = { ...story, headline: `Round ${round}` };
      // A look at the desk may fall into the middle of a save.
      const looks = Promise.all([desk.call('desk.rescan', {}), desk.call('desk.rescan', {})]);
      ({ hash } = await desk.call('articles.save', { article: story, base: hash }));
      saves.push({ id: story.id, hash, here: true });
      await looks;
    }
    await new Promise((resolve) => setTimeout(resolve, 400));
    expect(named(desk.events, 'article-changed')).toEqual(saves);
  });

  test('a story that is removed leaves the list', async () => {
    const desk = await runDesk({ samples: true });
    const [line] = await desk.call('articles.list', {});
    await fs.rm(await desk.folderOf(line!.id), { recursive: true });
    await desk.call('desk.rescan', {});
    expect((await desk.call('articles.list', {})).length).toBe(2);
    expect(named(desk.events, 'desk-changed')).toContainEqual({ ids: [line!.id] });
  });

  test('a story renamed by its folder stays the same story', async () => {
    const desk = await runDesk({ samples: true });
    const [line] = await desk.call('articles.list', {});
    const folder = await desk.folderOf(line!.id);
    await fs.rename(folder, `${folder}-renamed`);
    await desk.call('desk.rescan', {});
    const list = await desk.call('articles.list', {});
    expect(list.filter(({ id, fault }) => id === line!.id && fault === undefined).length).toBe(1);
    expect(list.length).toBe(3);
    expect((await desk.call('articles.open', { id: line!.id })).article.id).toBe(line!.id);
  });
});

describe('a desk that vanishes', () => {
  test('is told of, keeps its list, and is told of when it is back', async () => {
    const desk = await runDesk({ samples: true });
    const away = `${desk.folder}-away`;
    await fs.rename(desk.folder, away);
    const fault = await faultOf(desk.call('desk.rescan', {}));
    expect(fault.code).toBe('desk-vanished');
    expect(named(desk.events, 'desk-reachable')).toEqual([
      { reachable: false, message: fault.message },
    ]);
    expect((await desk.call('articles.list', {})).length).toBe(3);
    expect((await faultOf(desk.call('articles.create', {}))).code).toBe('desk-vanished');
    await expect(fs.stat(desk.folder)).rejects.toThrow('ENOENT');

    await fs.rename(away, desk.folder);
    expect((await desk.call('desk.rescan', {})).counts.all).toBe(3);
    expect(named(desk.events, 'desk-reachable').at(-1)).toEqual({ reachable: true, message: '' });
    // It is followed again.
    const folder = path.join(desk.folder, 'articles', 'new');
    await fs.mkdir(folder);
    await fs.writeFile(path.join(folder, 'article.json'), serializeArticle(article()));
    await eventually(async () => {
      expect((await desk.call('articles.list', {})).length).toBe(4);
    });
  });

  test('is not mistaken for the empty folder in its place', async () => {
    const desk = await runDesk({ samples: true });
    await fs.rename(desk.folder, `${desk.folder}-away`);
    await fs.mkdir(path.join(desk.folder, 'articles'), { recursive: true });
    expect((await faultOf(desk.call('desk.rescan', {}))).code).toBe('desk-vanished');
    expect((await faultOf(desk.call('articles.create', {}))).code).toBe('desk-vanished');
    expect(await fs.readdir(path.join(desk.folder, 'articles'))).toEqual([]);
  });
});
