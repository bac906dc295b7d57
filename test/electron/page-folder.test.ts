import fs from 'node:fs/promises';
import path from 'node:path';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { article, image, p } from '../article/build.ts';
import type { Article } from '../../article/article.ts';
import { wordsOf } from '../../electron/services/picture-words.ts';
import { readPicture } from '../../electron/services/picture.ts';
import { animated, flat, iptcBlock, photograph } from './pictures.ts';
import { type RunningDesk, faultOf, runDesk } from './running-desk.ts';
import { temporaryFolder } from './temporary.ts';

type Added = Awaited<ReturnType<typeof add>>;

function add(desk: RunningDesk, id: string, bytes: Uint8Array) {
  const base64 = Buffer.from(bytes).toString('base64');
  return desk.call('media.add', { id, name: 'photo', base64 });
}

/** A story on the desk with pictures, their words taken from their files. */
async function storyWith(
  desk: RunningDesk,
  pictures: Uint8Array[],
  headline = 'Ferry leaves',
): Promise<Article> {
  const { article: empty, hash } = await desk.call('articles.create', {});
  const added: Added[] = [];
  // oxlint-disable-next-line no-await-in-loop
  for (const bytes of pictures) added.push(await add(desk, empty.id, bytes));
  const images = added.map(({ file, width, height, suggested }) =>
    image({ file, width, height, ...suggested }),
  );
  const { body } = article(p('Words.'), ...images);
  const story = { ...empty, headline, slugline: headline, body };
  await desk.call('articles.save', { article: story, base: hash });
  return story;
}

async function changed(desk: RunningDesk, story: Article, body: Article['body']) {
  const { hash } = await desk.call('articles.open', { id: story.id });
  await desk.call('articles.save', { article: { ...story, body }, base: hash });
}

const page = (desk: RunningDesk, { id }: Article) =>
  desk.call('export.run', { id, format: 'page' });
const filesIn = async (folder: string) => (await fs.readdir(folder, { recursive: true })).sort();
const pixel = async (bytes: Uint8Array, left: number, top: number) => {
  const { data } = await sharp(bytes)
    .extract({ left, top, width: 1, height: 1 })
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return [...data];
};

const said = iptcBlock(
  { 120: 'Fähren im Hafen & draußen', 80: 'Kari Lund', 110: 'Nordbild', 116: '© 2026 Nordbild' },
  'latin1',
);

describe('a page folder', () => {
  test('holds the page and its picture in three sizes, upright, with its words, without its place', async () => {
    const desk = await runDesk();
    const bytes = await photograph(said);
    expect(bytes.includes('Kamera-Werk')).toBe(true);
    const story = await storyWith(desk, [bytes]);
    const { folder, path: file, warnings } = await page(desk, story);
    expect(warnings.map(({ code }) => code)).toEqual(['no-alt']);
    expect(file).toBe(path.join(desk.folder, 'exports', 'ferry-leaves', 'index.html'));
    const html = await fs.readFile(file, 'utf8');
    const names = await fs.readdir(path.join(folder, 'media'));
    const sizes = [];
    for (const name of names) {
      // oxlint-disable-next-line no-await-in-loop
      const published = await fs.readFile(path.join(folder, 'media', name));
      // oxlint-disable-next-line no-await-in-loop
      const picture = await readPicture(published, name);
      sizes.push([picture.width, picture.height]);
      expect(picture.said.exif).toBeUndefined();
      expect(picture.said.iptc).toBeUndefined();
      expect(wordsOf(picture)).toEqual({
        caption: 'Fähren im Hafen & draußen',
        alt: '',
        credit: 'Kari Lund/Nordbild',
        copyright: '© 2026 Nordbild',
      });
      expect(published.includes('GPS')).toBe(false);
      // oxlint-disable-next-line no-await-in-loop
      const [red = 0, , blue = 0] = await pixel(published, 10, 10);
      expect(red).toBeGreaterThan(blue + 100);
      // oxlint-disable-next-line no-await-in-loop
      const [low = 0, , deep = 0] = await pixel(published, 10, picture.height - 10);
      expect(deep).toBeGreaterThan(low + 100);
      expect(html).toContain(`media/${name} ${picture.width}w`);
    }
    expect(sizes.sort((a, b) => (a[0] ?? 0) - (b[0] ?? 0))).toEqual([
      [480, 720],
      [960, 1440],
      [1200, 1800],
    ]);
    expect(html).toContain('width="1200" height="1800"');
    expect(html).toContain('Fähren im Hafen &amp; draußen');
    expect(html).toContain('Kari Lund/Nordbild');
  });

  test('is what the preview shows, byte for byte, and the same the second time', async () => {
    const desk = await runDesk();
    const story = await storyWith(desk, [await photograph(said)]);
    const { folder } = await page(desk, story);
    expect(await fs.readFile(path.join(folder, 'index.html'), 'utf8')).toBe(
      (await desk.galley.preview(story.id)).html,
    );
    const read = async () =>
      Promise.all(
        (await filesIn(path.join(folder, 'media'))).map((name) =>
          fs.readFile(path.join(folder, 'media', name), 'base64'),
        ),
      );
    const first = await read();
    await fs.rm(path.join(desk.dataFolder, 'pictures'), { recursive: true });
    await page(desk, story);
    expect(await read()).toEqual(first);
  });

  test('says in the picture what the desk has made of its words', async () => {
    const desk = await runDesk();
    const story = await storyWith(desk, [await photograph(said)]);
    const body = story.body.map((block) =>
      block.type === 'image'
        ? { ...block, ...image({ ...block, caption: 'Two <ferries>' }), id: block.id }
        : block,
    );
    await changed(desk, story, body);
    const { folder } = await page(desk, story);
    const [name = ''] = await fs.readdir(path.join(folder, 'media'));
    const bytes = await fs.readFile(path.join(folder, 'media', name));
    expect(wordsOf(await readPicture(bytes, name)).caption).toBe('Two <ferries>');
    expect(bytes.includes('Hafen')).toBe(false);
  });

  test('never makes a picture larger, and not wider than 1,600', async () => {
    const desk = await runDesk();
    const story = await storyWith(desk, [
      await flat('png', [300, 200]),
      await flat('jpeg', [3000, 100]),
      await flat('webp', [500, 10]),
    ]);
    const { folder } = await page(desk, story);
    const names = await fs.readdir(path.join(folder, 'media'));
    expect(names.map((name) => name.slice(32)).sort()).toEqual([
      '-1600.jpg',
      '-300.png',
      '-480.jpg',
      '-500.webp',
      '-960.jpg',
    ]);
  });

  test.each(['gif', 'webp'] as const)('keeps a %s moving, in every size', async (format) => {
    const desk = await runDesk();
    const { folder } = await page(desk, await storyWith(desk, [await animated(format)]));
    const names = await fs.readdir(path.join(folder, 'media'));
    expect(names).toHaveLength(3);
    for (const name of names) {
      // oxlint-disable-next-line no-await-in-loop
      const metadata = await sharp(await fs.readFile(path.join(folder, 'media', name)), {
        animated: true,
        // oxlint-disable-next-line no-await-in-loop
      }).metadata();
      expect(metadata.pages).toBe(3);
      expect(metadata.pageHeight).toBe(metadata.width / 2);
    }
  });

  test('has its colours as every screen shows them', async () => {
    const desk = await runDesk();
    const wide = await sharp({ create: { width: 60, height: 60, channels: 3, background: '#0f0' } })
      .withIccProfile('p3')
      .png()
      .toBuffer();
    const seen = await pixel(wide, 5, 5);
    expect(seen).not.toEqual([0, 255, 0]);
    const { folder } = await page(desk, await storyWith(desk, [wide]));
    const [name = ''] = await fs.readdir(path.join(folder, 'media'));
    const bytes = await fs.readFile(path.join(folder, 'media', name));
    expect((await sharp(bytes).metadata()).hasProfile).toBe(false);
    const [red = 0, green = 0, blue = 0] = await pixel(bytes, 5, 5);
    expect([red < 12, green > 243, blue < 12]).toEqual([true, true, true]);
  });

  test('has nothing of what was hidden behind the picture', async () => {
    const desk = await runDesk();
    const hidden = Buffer.from('<html><script>alert("hidden")</script>PK\x03\x04');
    const story = await storyWith(desk, [Buffer.concat([await photograph(), hidden])]);
    const { folder } = await page(desk, story);
    for (const name of await fs.readdir(path.join(folder, 'media'))) {
      // oxlint-disable-next-line no-await-in-loop
      const bytes = await fs.readFile(path.join(folder, 'media', name));
      expect(bytes.includes('hidden')).toBe(false);
    }
  });

  test('loses the pictures that the story has lost, and nothing else', async () => {
    const desk = await runDesk();
    const story = await storyWith(desk, [await flat('png', [300, 200]), await flat('webp')]);
    const { folder } = await page(desk, story);
    await fs.writeFile(path.join(folder, 'media', 'ours.png'), 'kept');
    await fs.writeFile(path.join(folder, 'notes.txt'), 'kept');
    const [, first] = story.body;
    await changed(
      desk,
      story,
      story.body.filter((block) => block !== first),
    );
    await page(desk, story);
    expect(await filesIn(folder)).toEqual([
      'index.html',
      'media',
      expect.stringMatching(/^media\/[0-9a-f]{32}-40\.webp$/u),
      'media/ours.png',
      'notes.txt',
    ]);
  });

  test('of a story without pictures is the page alone', async () => {
    const desk = await runDesk({ samples: true });
    const [story] = await desk.call('articles.list', { status: 'published' });
    const { folder } = await desk.call('export.run', { id: story!.id, format: 'page' });
    expect(await filesIn(folder)).toEqual(['index.html']);
    const html = await desk.call('export.render', { id: story!.id, format: 'html' });
    expect(await fs.readFile(path.join(folder, 'index.html'), 'utf8')).toBe(html.text);
  });

  test('names its picture to others where the story has its address; a page alone does not', async () => {
    const desk = await runDesk();
    const story = await storyWith(desk, [await flat('png')]);
    const { hash } = await desk.call('articles.open', { id: story.id });
    const canonicalUrl = 'https://example.com/sea/ferry';
    await desk.call('articles.save', { article: { ...story, canonicalUrl }, base: hash });
    const { folder, path: file } = await page(desk, story);
    const [name = ''] = await fs.readdir(path.join(folder, 'media'));
    const html = await fs.readFile(file, 'utf8');
    expect(html).toContain(
      `<meta property="og:image" content="https://example.com/sea/media/${name}">`,
    );
    const alone = await desk.call('export.render', { id: story.id, format: 'html' });
    expect(alone.text).not.toContain('og:image');
  });

  test('is not written while a picture is on its way; the one that was there stays', async () => {
    const desk = await runDesk();
    const story = await storyWith(desk, [await flat('png')]);
    const { folder } = await page(desk, story);
    const before = await filesIn(folder);
    const media = path.join(await desk.folderOf(story.id), 'media');
    await fs.rename(media, `${media}-later`);
    const fault = await faultOf(page(desk, story));
    expect(fault).toMatchObject({ code: 'picture-missing', path: 'body[1]' });
    expect(await filesIn(folder)).toEqual(before);
    await fs.rm(folder, { recursive: true });
    await faultOf(page(desk, story));
    expect(await fs.readdir(path.join(desk.folder, 'exports'))).toEqual([]);
    await fs.rename(`${media}-later`, media);
    await page(desk, story);
    expect(await filesIn(folder)).toEqual(before);
  });
});

test('one file of a story with pictures says that they are apart', async () => {
  const desk = await runDesk();
  const story = await storyWith(desk, [await flat('png')]);
  for (const format of ['html', 'fragment'] as const) {
    // oxlint-disable-next-line no-await-in-loop
    const { warnings, text } = await desk.call('export.render', { id: story.id, format });
    expect(warnings.map(({ code }) => code)).toContain('pictures-apart');
    expect(text).toMatch(/src="media\/[0-9a-f]{32}-40\.png"/u);
  }
  const { warnings } = await desk.call('export.render', { id: story.id, format: 'text' });
  expect(warnings.map(({ code }) => code)).not.toContain('pictures-apart');
});

describe('an export that is stopped', () => {
  test('leaves no part of a page, and what was there as it was', async () => {
    const desk = await runDesk();
    const story = await storyWith(desk, [await photograph(), await animated('webp')]);
    const run = (job: string) => desk.call('export.run', { id: story.id, format: 'page', job });
    const stop = desk.galley.events.subscribe(({ name, data }) => {
      if (name === 'export-progress' && data.done === 2) {
        void desk.call('export.cancel', { job: data.job });
      }
    });
    expect(await faultOf(run('first'))).toMatchObject({ code: 'cancelled' });
    const exports = path.join(desk.folder, 'exports');
    expect(await fs.readdir(exports)).toEqual([]);
    const told = desk.events.flatMap((event) =>
      event.name === 'export-progress' ? [event.data] : [],
    );
    expect(told).toEqual([
      { job: 'first', done: 1, total: 6 },
      { job: 'first', done: 2, total: 6 },
    ]);
    stop();
    await run('second');
    const html = await fs.readFile(path.join(exports, 'ferry-leaves', 'index.html'), 'utf8');
    await changed(desk, story, [...story.body, p('More.')]);
    desk.galley.events.subscribe(({ name, data }) => {
      if (name === 'export-progress') void desk.call('export.cancel', { job: data.job });
    });
    expect(await faultOf(run('third'))).toMatchObject({ code: 'cancelled' });
    const after = await fs.readFile(path.join(exports, 'ferry-leaves', 'index.html'), 'utf8');
    expect(after).toBe(html);
    expect(await desk.call('export.cancel', { job: 'third' })).toBeNull();
  });
});

describe('the export of a whole desk', () => {
  test('writes every story, reports the one that cannot be, and tells how far it is', async () => {
    const desk = await runDesk({ samples: true });
    const story = await storyWith(desk, [await flat('png')]);
    const lost = await storyWith(desk, [await flat('webp')], 'Lost picture');
    await fs.rm(path.join(await desk.folderOf(lost.id), 'media'), { recursive: true });
    const done = await desk.call('export.desk', { format: 'page', job: 'all' });
    expect(done).toMatchObject({ written: 4, cancelled: false });
    expect(done.folder).toBe(path.join(desk.folder, 'exports'));
    expect(done.failed).toEqual([
      {
        id: lost.id,
        headline: 'Lost picture',
        message: expect.stringMatching(/^body\[1\]: .+\.webp: is not there; put it back/u),
      },
    ]);
    expect(done.warned.find(({ id }) => id === story.id)?.warnings.length).toBeGreaterThan(0);
    const folders = await fs.readdir(done.folder);
    expect(folders).toHaveLength(4);
    for (const folder of folders) {
      // oxlint-disable-next-line no-await-in-loop
      expect(await fs.readdir(path.join(done.folder, folder))).toContain('index.html');
    }
    const last = desk.events.findLast(({ name }) => name === 'export-progress');
    expect(last?.data).toEqual({ job: 'all', done: 5, total: 5 });
  });

  test('that is stopped keeps what is written and says so', async () => {
    const desk = await runDesk({ samples: true });
    desk.galley.events.subscribe(({ name, data }) => {
      if (name === 'export-progress') void desk.call('export.cancel', { job: data.job });
    });
    const done = await desk.call('export.desk', { format: 'page', job: 'all' });
    expect(done).toMatchObject({ written: 1, failed: [], cancelled: true });
    expect(await fs.readdir(done.folder)).toHaveLength(1);
  });

  test('into files of their own begins no other story once it is stopped', async () => {
    const desk = await runDesk();
    // oxlint-disable-next-line no-await-in-loop
    for (let n = 0; n < 12; n += 1) await storyWith(desk, [], `Story ${n}`);
    desk.galley.events.subscribe(({ name, data }) => {
      if (name === 'export-progress') void desk.call('export.cancel', { job: data.job });
    });
    const done = await desk.call('export.desk', { format: 'html', job: 'all' });
    expect(done).toMatchObject({ failed: [], cancelled: true });
    expect(done.written).toBeGreaterThan(0);
    expect(done.written).toBeLessThan(12);
    expect(await fs.readdir(done.folder)).toHaveLength(done.written);
  });

  test('goes only into a folder that was chosen', async () => {
    const desk = await runDesk({ samples: true });
    const folder = await temporaryFolder();
    expect(await faultOf(desk.call('export.desk', { format: 'page', folder }))).toMatchObject({
      code: 'folder-not-chosen',
    });
  });
});
