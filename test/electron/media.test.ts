import fs from 'node:fs/promises';
import path from 'node:path';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import type { Article } from '../../article/article.ts';
import { article, gallery, image, p, picture, sidebar } from '../article/build.ts';
import { picturesOf } from '../../article/pictures.ts';
import { animated, flat, iptcBlock, photograph } from './pictures.ts';
import { type RunningDesk, faultOf, runDesk } from './running-desk.ts';

const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64');

/** Puts a story with these pictures on the desk. */
async function storyWith(desk: RunningDesk, ...pictures: Uint8Array[]): Promise<Article> {
  const { article: empty } = await desk.call('articles.create', {});
  const added = [];
  for (const [index, bytes] of pictures.entries()) {
    const name = `${index}.jpg`;
    // oxlint-disable-next-line no-await-in-loop
    added.push(await desk.call('media.add', { id: empty.id, name, base64: base64(bytes) }));
  }
  const images = added.map(({ file, width, height }) => image({ file, width, height, alt: 'A' }));
  const { body } = article(p('Words.'), ...images);
  const story: Article = { ...empty, slugline: 'ferry', headline: 'Ferry leaves', body };
  const { hash } = await desk.call('articles.open', { id: empty.id });
  await desk.call('articles.save', { article: story, base: hash });
  return story;
}

const mediaOf = async (desk: RunningDesk, id: string) =>
  fs.readdir(path.join(await desk.folderOf(id), 'media')).catch(() => []);

describe('a picture that is added to a story', () => {
  test('lies beside it as it was, under a name made from its content', async () => {
    const desk = await runDesk();
    const { article: story } = await desk.call('articles.create', {});
    const bytes = await photograph(
      iptcBlock({ 120: 'The ferry leaves.', 80: 'Kari Lund', 110: 'Nordbild', 116: '© K' }, 'utf8'),
    );
    const added = await desk.call('media.add', {
      id: story.id,
      name: '../../evil.html',
      base64: base64(bytes),
    });
    expect(added).toEqual({
      file: expect.stringMatching(/^[0-9a-f]{32}\.jpg$/u),
      width: 1200,
      height: 1800,
      type: 'image/jpeg',
      suggested: {
        caption: 'The ferry leaves.',
        alt: '',
        credit: 'Kari Lund/Nordbild',
        copyright: '© K',
      },
    });
    const stored = path.join(await desk.folderOf(story.id), 'media', added.file);
    expect(await fs.readFile(stored)).toEqual(bytes);
  });

  test('is there once, however often it is added, at the same time too', async () => {
    const desk = await runDesk();
    const { article: story } = await desk.call('articles.create', {});
    const bytes = base64(await flat('png'));
    const add = () => desk.call('media.add', { id: story.id, name: 'a.png', base64: bytes });
    const files = await Promise.all([add(), add(), add()]);
    expect(new Set(files.map(({ file }) => file)).size).toBe(1);
    expect(await mediaOf(desk, story.id)).toEqual([files[0].file]);
  });

  test('replaces one of its name that is not whole', async () => {
    const desk = await runDesk();
    const bytes = await photograph();
    const story = await storyWith(desk, bytes);
    const [file = ''] = await mediaOf(desk, story.id);
    const stored = path.join(await desk.folderOf(story.id), 'media', file);
    await fs.truncate(stored, 1000);
    const fault = await faultOf(desk.call('export.run', { id: story.id, format: 'page' }));
    expect(fault).toMatchObject({ code: 'picture-missing', path: 'body[1]' });
    expect(fault.message).toContain(stored);
    await desk.call('media.add', { id: story.id, name: '', base64: base64(bytes) });
    expect(await fs.readFile(stored)).toEqual(bytes);
    await desk.call('export.run', { id: story.id, format: 'page' });
  });

  test('is refused with its name and the reason; nothing is stored', async () => {
    const desk = await runDesk();
    const { article: story } = await desk.call('articles.create', {});
    const svg = base64(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'));
    const add = { id: story.id, name: 'logo.png', base64: svg };
    const fault = await faultOf(desk.call('media.add', add));
    expect(fault.code).toBe('not-a-picture');
    expect(fault.message).toMatch(/^logo\.png: an SVG is a page that may run programs/u);
    const pasted = await faultOf(desk.call('media.add', { ...add, name: '' }));
    expect(pasted.message).toMatch(/^the pasted picture: an SVG/u);
    expect(await mediaOf(desk, story.id)).toEqual([]);
    expect(await faultOf(desk.call('media.add', { ...add, id: 'gone' }))).toMatchObject({
      code: 'no-article',
    });
  });

  test('does not bring back a story whose folder is gone', async () => {
    const desk = await runDesk();
    const { article: story } = await desk.call('articles.create', {});
    const folder = await desk.folderOf(story.id);
    await fs.rm(folder, { recursive: true });
    const bytes = base64(await flat('png'));
    const fault = await faultOf(desk.call('media.add', { id: story.id, name: 'a', base64: bytes }));
    expect(fault.code).toMatch(/^(?:missing|no-article)$/u);
    await expect(fs.stat(folder)).rejects.toThrow('ENOENT');
  });

  test('goes along with a copy, into the trash and back', async () => {
    const desk = await runDesk();
    const story = await storyWith(desk, await flat('png'), await flat('jpeg'));
    const files = await mediaOf(desk, story.id);
    expect(files).toHaveLength(2);
    const { article: copy } = await desk.call('articles.duplicate', { id: story.id });
    expect(await mediaOf(desk, copy.id)).toEqual(files);
    expect(await desk.folderOf(copy.id)).not.toBe(await desk.folderOf(story.id));
    await desk.call('articles.trash', { id: story.id });
    await desk.call('articles.restore', { id: story.id });
    expect(await mediaOf(desk, story.id)).toEqual(files);
  });

  test('goes along with a story that is kept beside another', async () => {
    const desk = await runDesk();
    const story = await storyWith(desk, await flat('png'));
    const { hash } = await desk.call('articles.open', { id: story.id });
    const headline = (text: string) => ({ ...story, headline: text });
    await desk.call('articles.save', { article: headline('Theirs'), base: hash });
    const { keptAs } = await desk.call('articles.save', { article: headline('Ours'), base: hash });
    expect(await mediaOf(desk, keptAs!.id)).toEqual(await mediaOf(desk, story.id));
    expect(await mediaOf(desk, keptAs!.id)).toHaveLength(1);
  });
});

/** What is served at a path, as text of its headers and bytes. */
async function served(desk: RunningDesk, pathname: string) {
  const found = await desk.galley.picture(pathname);
  if (found === undefined) throw new Error(`${pathname} is not served`);
  return found;
}

describe('a picture that is served', () => {
  test('is the stored one, and can run nothing', async () => {
    const desk = await runDesk();
    const bytes = await flat('png');
    const story = await storyWith(desk, bytes);
    const [file = ''] = await mediaOf(desk, story.id);
    const stored = await served(desk, `/media/${story.id}/${file}`);
    expect(Buffer.from(stored.bytes)).toEqual(bytes);
    expect(stored.headers).toMatchObject({
      'content-type': 'image/png',
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, max-age=31536000, immutable',
      etag: `"${file}"`,
    });
    expect(stored.headers['content-security-policy']).toMatch(/^default-src 'none'; sandbox/u);
  });

  test('in the preview is the published one, for every size that the page names', async () => {
    const desk = await runDesk();
    const story = await storyWith(desk, await photograph(), await animated('webp'));
    const { html } = await desk.galley.preview(story.id);
    const names = [...html.matchAll(/media\/([\w.-]+) (\d+)w/gu)];
    expect(names).toHaveLength(6);
    for (const [, name, width] of names) {
      // oxlint-disable-next-line no-await-in-loop
      const { bytes } = await served(desk, `/preview/${story.id}/media/${name}`);
      // oxlint-disable-next-line no-await-in-loop
      const metadata = await sharp(bytes).metadata();
      expect(metadata.width).toBe(Number(width));
      expect(metadata.exif).toBeUndefined();
    }
  });

  test('is nothing else in the folder, and nothing outside it', async () => {
    const desk = await runDesk();
    const story = await storyWith(desk, await flat('png'));
    const [file = ''] = await mediaOf(desk, story.id);
    const media = path.join(await desk.folderOf(story.id), 'media');
    await fs.writeFile(path.join(media, 'page.html'), '<script>alert(1)</script>');
    await fs.writeFile(path.join(media, `${'a'.repeat(32)}.png`), '<script>alert(1)</script>');
    const published = file.replace('.', '-40.');
    await served(desk, `/preview/${story.id}/media/${published}`);
    for (const name of [
      'page.html',
      '..%2farticle.json',
      'article.json',
      `${'a'.repeat(32)}.png`,
      `${'b'.repeat(32)}.png`,
      published,
      `${file}%00`,
    ]) {
      // oxlint-disable-next-line no-await-in-loop
      const fault = await faultOf(served(desk, `/media/${story.id}/${name}`));
      expect(fault.code, name).toMatch(/^(?:no-picture|picture-damaged|missing)$/u);
    }
    for (const name of [file, file.replace('.', '-41.'), file.replace('.', '-0.'), 'x-40.png']) {
      // oxlint-disable-next-line no-await-in-loop
      const fault = await faultOf(served(desk, `/preview/${story.id}/media/${name}`));
      expect(fault.code, name).toBe('no-picture');
    }
    expect(await faultOf(served(desk, `/media/%2e%2e/${file}`))).toMatchObject({
      code: 'no-article',
    });
    for (const other of ['/media/', `/media/${story.id}/`, `/media/${story.id}/x/${file}`, '/x']) {
      // oxlint-disable-next-line no-await-in-loop
      expect(await desk.galley.picture(other), other).toBeUndefined();
    }
  });
});

test('the pictures of a story are found in its body, in galleries and in sidebars', () => {
  const { body } = article(
    p(''),
    image({ alt: 'one' }),
    gallery([picture({ alt: 'two' }), picture({ alt: 'three' })]),
    sidebar('Box', [p(''), image({ alt: 'four' })]),
  );
  expect(picturesOf(body).map(({ path: place, picture: { alt } }) => [place, alt])).toEqual([
    ['body[1]', 'one'],
    ['body[2].images[0]', 'two'],
    ['body[2].images[1]', 'three'],
    ['body[3].body[1]', 'four'],
  ]);
});
