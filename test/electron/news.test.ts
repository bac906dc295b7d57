import fs from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Article, createArticle } from '../../article/article.ts';
import { serializeArticle } from '../../article/article-file.ts';
import { article, p } from '../article/build.ts';
import type { Event } from '../../electron/contract/events.ts';
import { openOrCreateDesk } from '../../electron/services/desk.ts';
import { News } from '../../electron/services/news.ts';
import { type RunningDesk, runDesk } from './running-desk.ts';
import { eventually, temporaryFolder } from './temporary.ts';

/** Long since written, and behind many that are newer: nothing but news leads to it. */
const OLD = createArticle('2019-03-01T08:00:00.000Z', {
  headline: 'Long ago',
  body: [p('Words.')],
});

/** Two Galleys on one desk where the system tells of no change. */
async function twoGalleys(folder?: string): Promise<[RunningDesk, RunningDesk]> {
  const place = folder ?? path.join(await temporaryFolder(), 'desk');
  const { articles } = await openOrCreateDesk(place);
  const newer = Array.from({ length: 100 }, () => article(p('Words.')));
  await Promise.all(
    [OLD, ...newer].map(async (story, number) => {
      await fs.mkdir(path.join(articles, `story-${number}`));
      const file = path.join(articles, `story-${number}`, 'article.json');
      await fs.writeFile(file, serializeArticle(story));
    }),
  );
  return [
    await runDesk({ folder: place, watch: false }),
    await runDesk({ folder: place, watch: false }),
  ];
}

async function headlines({ call }: RunningDesk): Promise<string[]> {
  return (await call('articles.list', {})).map(({ headline, fault }) => fault ?? headline);
}

const told = (events: readonly Event[]) =>
  events.flatMap((event) => (event.name === 'article-changed' ? [event.data] : []));

async function saveAs({ call }: RunningDesk, id: string, changes: Partial<Article>) {
  const { article: opened, hash } = await call('articles.open', { id });
  return call('articles.save', { article: { ...opened, ...changes }, base: hash });
}

describe('what one Galley does, the other shows within two seconds', () => {
  test('a save, of a story that nobody has touched for years, and the next while it is open', async () => {
    const [mine, other] = await twoGalleys();
    const { hash } = await saveAs(mine, OLD.id, { headline: 'Written anew' });
    await eventually(async () => {
      expect(told(other.events)).toContainEqual({ id: OLD.id, hash, here: false });
      expect(await headlines(other)).toContain('Written anew');
    });
    expect(await headlines(other)).not.toContain('Long ago');
    await other.call('articles.open', { id: OLD.id });
    const next = await saveAs(mine, OLD.id, { headline: 'Written again' });
    await eventually(() =>
      expect(told(other.events)).toContainEqual({ id: OLD.id, hash: next.hash, here: false }),
    );
  });

  test('a new story, its name, its way to the trash and back', async () => {
    const [mine, other] = await twoGalleys();
    const { article: made } = await mine.call('articles.create', {});
    await eventually(async () => expect((await other.call('articles.list', {})).length).toBe(102));
    await saveAs(mine, made.id, { headline: 'Harbour opens', slugline: 'harbour' });
    await mine.call('articles.rename', { id: made.id });
    await eventually(async () => {
      expect(await headlines(other)).toContain('Harbour opens');
      const { article: read } = await other.call('articles.open', { id: made.id });
      expect(read.headline).toBe('Harbour opens');
    });
    await mine.call('articles.trash', { id: made.id });
    await eventually(async () => expect(await headlines(other)).not.toContain('Harbour opens'));
    await mine.call('articles.restore', { id: made.id });
    await eventually(async () => expect(await headlines(other)).toContain('Harbour opens'));
    const list = await other.call('articles.list', {});
    expect(list.filter(({ fault }) => fault !== undefined)).toEqual([]);
  });

  test('what another program writes into a story that is open', async () => {
    const [mine] = await twoGalleys();
    const { article: opened } = await mine.call('articles.open', { id: OLD.id });
    const file = path.join(await mine.folderOf(OLD.id), 'article.json');
    await fs.writeFile(file, serializeArticle({ ...opened, headline: 'From outside' }));
    await eventually(async () => expect(await headlines(mine)).toContain('From outside'));
  });
});

describe('the news of a desk', () => {
  test('are not written where a sync program would carry every line of them', async () => {
    const folder = path.join(await temporaryFolder(), 'Dropbox', 'desk');
    await fs.mkdir(path.dirname(folder));
    const [mine] = await twoGalleys(folder);
    await saveAs(mine, OLD.id, { headline: 'Carried' });
    expect(await fs.readdir(path.join(folder, '.galley'))).not.toContain('news');
  });

  test('are heard once each, by whoever listens, and their file stays small', async () => {
    const desk = await openOrCreateDesk(path.join(await temporaryFolder(), 'desk'));
    const [writer, reader] = [new News(desk, 'writer'), new News(desk, 'reader')];
    expect(await reader.heard()).toEqual([]);
    const ids = Array.from({ length: 20 }, () => createArticle('2026-01-01T00:00:00Z', {}).id);
    const heard: string[] = [];
    for (let round = 0; round < 300; round += 1) {
      writer.tell(ids.map((id) => `${id}-${round}`));
      await writer.written();
      heard.push(...(await reader.heard()));
    }
    expect(new Set(heard).size).toBe(6000);
    const { size } = await fs.stat(path.join(desk.own, 'news', 'writer'));
    expect(size).toBeLessThan(65 * 1024);
  });

  test('of someone who means harm keep nobody from hearing the others', async () => {
    const desk = await openOrCreateDesk(path.join(await temporaryFolder(), 'desk'));
    const news = path.join(desk.own, 'news');
    const [writer, reader] = [new News(desk, 'writer'), new News(desk, 'reader')];
    await reader.heard();
    await fs.mkdir(path.join(news, 'a-folder'), { recursive: true });
    await fs.symlink('/dev/zero', path.join(news, 'a-device'));
    await fs.writeFile(path.join(news, 'large'), '');
    await fs.truncate(path.join(news, 'large'), 3e9);
    await fs.writeFile(path.join(news, 'bytes'), Buffer.from([0, 255, 10, 13, 10, 195]));
    writer.tell(['a-story']);
    await writer.written();
    expect(await reader.heard()).toContain('a-story');
  });

  test('are not written through a link that leads out of the desk', async () => {
    const home = await temporaryFolder();
    const desk = await openOrCreateDesk(path.join(home, 'desk'));
    await fs.mkdir(path.join(home, 'outside'));
    await fs.symlink(path.join(home, 'outside'), path.join(desk.own, 'news'));
    const writer = new News(desk, 'writer');
    writer.tell(['a-story']);
    await writer.written();
    expect(await fs.readdir(path.join(home, 'outside'))).toEqual([]);
  });
});
