import fs from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { article, li, list, p, sidebar } from '../article/build.ts';
import type { Article } from '../../article/article.ts';
import { newArticleId } from '../../article/ids.ts';
import { articleFile } from '../../electron/services/article-disk.ts';
import { ArticleIndex } from '../../electron/services/article-index.ts';
import { rowOf } from '../../electron/services/index-row.ts';
import { type RunningDesk, faultOf, runDesk } from './running-desk.ts';
import { eventually, temporaryFolder } from './temporary.ts';

async function store(desk: RunningDesk, fields: Partial<Article>, ...body: Article['body']) {
  const story = { ...article(...body), ...fields, id: newArticleId() };
  await desk.call('import.store', { article: story });
  return story;
}

async function indexFile(desk: RunningDesk): Promise<string> {
  const [own] = await fs.readdir(path.join(desk.dataFolder, 'desks'));
  return path.join(desk.dataFolder, 'desks', own!, 'index.sqlite');
}

const found = async (desk: RunningDesk, search: string) =>
  (await desk.call('articles.list', { search })).map(({ headline }) => headline);

describe('the list of the desk', () => {
  test('shows each story with its fields, the latest first', async () => {
    const desk = await runDesk();
    const fields = {
      headline: 'Harbour opens',
      slugline: 'harbour',
      section: 'Ports',
      canonicalUrl: 'https://example.com/harbour',
      bylines: [{ name: 'The Harbour Desk', role: 'author' as const }],
    };
    const first = await store(
      desk,
      { ...fields, modified: '2026-03-01T00:00:00.000Z' },
      p('It is open.'),
    );
    await store(desk, { headline: 'Later', modified: '2026-03-02T00:00:00.000Z' });
    const [later, line] = await desk.call('articles.list', {});
    expect(later?.headline).toBe('Later');
    expect(line).toEqual({
      id: first.id,
      headline: 'Harbour opens',
      slugline: 'harbour',
      section: 'Ports',
      byline: 'By The Harbour Desk',
      status: 'draft',
      language: 'en',
      canonicalUrl: 'https://example.com/harbour',
      words: expect.any(Number),
      characters: expect.any(Number),
      modified: '2026-03-01T00:00:00.000Z',
    });
  });

  test('is filtered by status, and each status is counted', async () => {
    const desk = await runDesk();
    await store(desk, { headline: 'One' });
    await store(desk, { headline: 'Two', status: 'approved' });
    await store(desk, { headline: 'Three', status: 'approved' });
    const approved = await desk.call('articles.list', { status: 'approved' });
    expect(approved.map(({ headline }) => headline).sort()).toEqual(['Three', 'Two']);
    expect((await desk.call('desk.view', {})).counts).toEqual({
      all: 3,
      draft: 1,
      'in-review': 0,
      approved: 2,
      published: 0,
      spiked: 0,
    });
  });

  test('follows every save', async () => {
    const desk = await runDesk();
    const { article: empty, hash } = await desk.call('articles.create', {});
    expect((await desk.call('articles.list', {}))[0]?.words).toBe(0);
    const written = { ...empty, headline: 'Now', body: [p('Five words are in here.')] };
    await desk.call('articles.save', { article: written, base: hash });
    expect(await found(desk, 'here')).toEqual(['Now']);
    expect((await desk.call('articles.list', {}))[0]?.words).toBe(5);
    expect(desk.events.at(-1)).toEqual({ name: 'desk-changed', data: { ids: [empty.id] } });
  });
});

describe('a search', () => {
  test('finds stories that have every word, wherever it stands', async () => {
    const desk = await runDesk();
    await store(
      desk,
      {
        headline: 'Überfall in Zürich',
        slugline: 'robbery-2',
        section: 'Crime',
        bylines: [{ name: 'Night Desk', role: 'author' }],
      },
      p('The café was empty.'),
      sidebar('More on this', [list('bulleted', li('An older “case”'))]),
    );
    await store(desk, { headline: 'Another' }, p('The street was empty.'));
    for (const query of [
      'überfall',
      'UBERFALL zurich',
      'robbery-2',
      'crime night',
      'cafe empty',
      'older "case"',
      'more CASE',
      'zür*',
      'caf*',
    ]) {
      expect(await found(desk, query.replaceAll('"', '')), query).toEqual(['Überfall in Zürich']);
    }
    expect((await found(desk, 'empty')).length).toBe(2);
    expect(await found(desk, 'empty nowhere')).toEqual([]);
    expect((await found(desk, '  ')).length).toBe(2);
  });

  test('finds parts of Japanese words, and tells voiced letters apart', async () => {
    const desk = await runDesk();
    await store(
      desk,
      { headline: '図書館船「しおさい」、離島めぐり再開', language: 'ja' },
      p('がぎぐ'),
    );
    for (const query of ['図', '図書', '書館船', 'しおさい', '離島めぐり再開 図書', 'がぎ']) {
      expect((await found(desk, query)).length, query).toBe(1);
    }
    expect(await found(desk, 'かき')).toEqual([]);
    expect(await found(desk, '図館')).toEqual([]);
  });

  test.each(['"', "'", '*', 'a"b', 'NEAR(', 'x OR y', '%', '_', '-', 'col:on', '\\', '((', '🙂'])(
    'for %s is a search for these characters and nothing else',
    async (query) => {
      const desk = await runDesk();
      await store(desk, { headline: 'Plain words' });
      expect(await found(desk, query)).toEqual([]);
      await store(desk, { headline: `Odd ${query} words` });
      expect(await found(desk, query)).toEqual([`Odd ${query} words`]);
    },
  );
});

describe('the index is only an index', () => {
  test('keeps a story in the list whose folder another one was given the name of', async () => {
    const index = new ArticleIndex(path.join(await temporaryFolder(), 'index.sqlite'));
    onTestFinished(() => index.close());
    const stories = ['s0', 's1'].map((folder) => ({
      folder,
      story: { ...article(), id: newArticleId() },
    }));
    for (const { folder, story } of stories)
      index.put(rowOf(story, { folder, hash: folder, stamp: '' }));
    const [{ id }, other] = stories.map(({ story }) => story) as [Article, Article];
    const copy = { name: 'article (copy 1).json', source: '', modified: other.modified };
    index.copies.putFiles('s1', other.id, [copy]);
    index.rename('s0', 's1');
    expect(index.copies.of(other.id)).toEqual([]);
    expect(index.folderOf(id)).toBe('s1');
    expect(index.list()).toHaveLength(2);
    index.rename('s1', 's1');
    expect(index.folderOf(id)).toBe('s1');
  });

  test('a story whose name another one was given is found again, with its copies', async () => {
    const desk = await runDesk();
    const ids: string[] = [];
    for (const slugline of ['tide', 'quay']) {
      const { article: made, hash } = await desk.call('articles.create', {});
      await desk.call('articles.save', { article: { ...made, slugline }, base: hash });
      await desk.call('articles.rename', { id: made.id });
      ids.push(made.id);
    }
    const [tide = '', quay = ''] = ids;
    const place = await desk.folderOf(tide);
    const name = path.basename(place);
    await fs.copyFile(articleFile(place), path.join(place, 'article (copy 1).json'));
    const copies = async (id: string) =>
      (await desk.call('articles.list', {})).find((line) => line.id === id)?.copies?.length ?? 0;
    await eventually(async () => expect(await copies(tide)).toBe(1));
    // Another Galley has renamed it, and its name is free.
    const moved = path.join(path.dirname(place), 'another-name');
    await fs.rename(place, moved);
    const story = await desk.call('articles.open', { id: quay });
    const renamed = { ...story.article, slugline: 'tide' };
    await desk.call('articles.save', { article: renamed, base: story.hash });
    const { folder } = await desk.call('articles.rename', { id: quay });
    expect(folder).toBe(name);
    expect(await desk.call('articles.list', {})).toHaveLength(2);
    expect(await copies(quay)).toBe(0);
    await eventually(async () => expect(await desk.folderOf(tide)).toBe(moved));
    await eventually(async () => expect(await copies(tide)).toBe(1));
  });

  test('deleted, it is made anew from the files', async () => {
    const desk = await runDesk({ samples: true });
    const before = await desk.call('articles.list', {});
    const file = await indexFile(desk);
    await desk.galley.close();
    for (const ending of ['', '-wal', '-shm']) await fs.rm(file + ending, { force: true });
    const again = await runDesk(desk);
    expect(await again.call('articles.list', {})).toEqual(before);
    expect((await found(again, 'Hoshimi')).length).toBe(1);
  });

  test.each([
    ['not a database', () => Buffer.from('these are no tables')],
    ['empty', () => Buffer.alloc(0)],
    ['cut short', (bytes: Buffer) => bytes.subarray(0, 5000)],
    [
      'overwritten inside',
      (bytes: Buffer) =>
        Buffer.concat([bytes.subarray(0, 4096), Buffer.alloc(bytes.length - 4096, 0x5a)]),
    ],
  ])('%s, it is made anew from the files', async (_, damage) => {
    const desk = await runDesk({ samples: true });
    const before = await desk.call('articles.list', {});
    const file = await indexFile(desk);
    await desk.galley.close();
    await fs.writeFile(file, damage(await fs.readFile(file)));
    const again = await runDesk(desk);
    expect(await again.call('articles.list', {})).toEqual(before);
    expect((await found(again, 'Hoshimi')).length).toBe(1);
  });

  test('of another version is made anew', async () => {
    const desk = await runDesk({ samples: true });
    const file = await indexFile(desk);
    await desk.galley.close();
    const { DatabaseSync } = await import('node:sqlite');
    const db = new DatabaseSync(file);
    db.exec('PRAGMA user_version = 999; DROP TABLE article; CREATE TABLE article (x)');
    db.close();
    const again = await runDesk(desk);
    expect((await again.call('articles.list', {})).length).toBe(3);
  });
});

test('a window that asks while Galley ends is told so, which is no mistake of Galley', async () => {
  const error = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  onTestFinished(() => error.mockRestore());
  const desk = await runDesk();
  await desk.call('desk.view', {});
  await desk.galley.close();
  expect((await faultOf(desk.call('desk.view', {}))).code).toBe('ended');
  expect((await faultOf(desk.call('articles.list', {}))).code).toBe('ended');
  expect(error).not.toHaveBeenCalled();
});
