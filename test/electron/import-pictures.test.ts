import fs from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Article } from '../../article/article.ts';
import { plainText } from '../../article/inline.ts';
import { picturesOf } from '../../article/pictures.ts';
import { importFiles } from '../../electron/command-line/import.ts';
import { flat, iptcBlock, photograph } from './pictures.ts';
import { type RunningDesk, runDesk } from './running-desk.ts';
import { temporaryFolder } from './temporary.ts';

/** Imports a file with the command line into a desk; answers the story and what was said. */
async function imported(file: string): Promise<{ story: Article; folder: string; said: string }> {
  const desk = path.join(await temporaryFolder(), 'desk');
  const [out, err]: [string[], string[]] = [[], []];
  const code = await importFiles([file, '--desk', desk], {
    print: (text) => out.push(String(text)),
    warn: (text) => err.push(text),
    readInput: () => Promise.reject(new Error('nothing is typed')),
  });
  expect({ code, err: err.filter((line) => line.startsWith('error')) }).toEqual({
    code: 0,
    err: [],
  });
  const [name = ''] = await fs.readdir(path.join(desk, 'articles'));
  const folder = path.join(desk, 'articles', name);
  const story = JSON.parse(await fs.readFile(path.join(folder, 'article.json'), 'utf8')) as Article;
  return { story, folder, said: err.join('') };
}

async function page(html: string, files: Record<string, Uint8Array> = {}): Promise<string> {
  const folder = await temporaryFolder();
  for (const [name, bytes] of Object.entries(files)) {
    // oxlint-disable-next-line no-await-in-loop
    await fs.mkdir(path.dirname(path.join(folder, name)), { recursive: true });
    // oxlint-disable-next-line no-await-in-loop
    await fs.writeFile(path.join(folder, name), bytes);
  }
  const file = path.join(folder, 'story.html');
  await fs.writeFile(file, html);
  return file;
}

const html = (body: string, head = '') =>
  `<!doctype html><html lang="en"><head><title>Ferry</title>${head}</head><body><article><h1>Ferry leaves</h1><p>It was the last one of the season, and it was full.</p>${body}</article></body></html>`;
const picture = (story: Article, index = 0) => picturesOf(story.body)[index]!.picture;
const mediaOf = (folder: string) => fs.readdir(path.join(folder, 'media')).catch(() => []);

describe('a page that is imported with its pictures beside it', () => {
  test('has them stored in the story, with the words that only their files say', async () => {
    const photo = await photograph(
      iptcBlock({ 120: 'From the file', 80: 'Kari Lund', 116: '© Nordbild' }, 'utf8'),
    );
    const { story, folder, said } = await imported(
      await page(
        html(
          '<figure><img src="story_files/photo%201.jpg" alt="A ferry"><figcaption>From the page</figcaption></figure>',
          // A saved page still says where it was.
          '<link rel="canonical" href="https://news.example/ferry">',
        ),
        { 'story_files/photo 1.jpg': photo },
      ),
    );
    const {
      file = '',
      source,
      alt,
      caption,
      credit,
      copyright,
      from,
      width,
      height,
    } = picture(story);
    expect(await mediaOf(folder)).toEqual([file]);
    expect(await fs.readFile(path.join(folder, 'media', file))).toEqual(photo);
    expect({ source, alt, credit, copyright, width, height }).toEqual({
      source: undefined,
      alt: 'A ferry',
      credit: 'Kari Lund',
      copyright: '© Nordbild',
      width: 1200,
      height: 1800,
    });
    expect(plainText(caption)).toBe('From the page');
    expect(from).toEqual({
      caption: 'From the file',
      credit: 'Kari Lund',
      copyright: '© Nordbild',
    });
    expect(said).not.toMatch(/picture was not taken/u);
  });

  test('has those stored that it holds in itself', async () => {
    const bytes = await flat('png', [90, 60]);
    const { story, folder } = await imported(
      await page(html(`<img src="data:image/jpeg;base64,${bytes.toString('base64')}" alt="A">`)),
    );
    expect(await mediaOf(folder)).toEqual([picture(story).file]);
    expect(picture(story).file).toMatch(/\.png$/u);
  });

  test('says which are missing, and keeps the story', async () => {
    const { story, folder, said } = await imported(
      await page(html('<img src="img/gone.jpg" alt="Gone"><p>More of the words.</p>')),
    );
    expect(said).toMatch(
      /^note: .*story\.html: A picture was not taken: img\/gone\.jpg is not beside/mu,
    );
    expect(picture(story)).toMatchObject({ alt: 'Gone' });
    expect(picture(story).file).toBeUndefined();
    expect(await mediaOf(folder)).toEqual([]);
  });

  test('does not fetch a picture of the web: its address stays', async () => {
    const { story, said } = await imported(
      await page(html('<img src="https://127.0.0.1:9/photo.jpg" alt="Far">')),
    );
    expect(picture(story)).toMatchObject({ source: 'https://127.0.0.1:9/photo.jpg' });
    expect(said).not.toContain('not taken');
  });

  test('does not reach for pictures of this machine', async () => {
    const mine = await flat('png');
    const outside = await temporaryFolder();
    await fs.writeFile(path.join(outside, 'private.png'), mine);
    const file = await page(
      html(
        [
          path.join('..', path.basename(outside), 'private.png'),
          path.join(outside, 'private.png'),
          `file://${path.join(outside, 'private.png')}`,
          'link.png',
        ]
          .map((src) => `<p>Words.</p><img src="${src}" alt="Mine">`)
          .join(''),
      ),
    );
    await fs.symlink(path.join(outside, 'private.png'), path.join(path.dirname(file), 'link.png'));
    const { story, folder } = await imported(file);
    expect(picturesOf(story.body).length).toBeGreaterThan(0);
    expect(await mediaOf(folder)).toEqual([]);
  });

  test('says why one is not taken that is no picture', async () => {
    const { folder, said } = await imported(
      await page(html('<img src="logo.jpg" alt="Logo">'), {
        'logo.jpg': Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'),
      }),
    );
    expect(said).toMatch(/A picture was not taken: .*logo\.jpg: an SVG is a page/u);
    expect(await mediaOf(folder)).toEqual([]);
  });
});

async function storyWithPicture(desk: RunningDesk): Promise<string> {
  const file = await page(html('<figure><img src="a.png" alt="A"></figure>'), {
    'a.png': await flat('png', [900, 600]),
  });
  const read = await desk.call('import.read', {
    name: 'a.html',
    text: await fs.readFile(file, 'utf8'),
  });
  const bytes = (await flat('png', [900, 600])).toString('base64');
  const pictures = read.pictures.map(({ forImage }) => ({ forImage, bytes, type: 'image/png' }));
  const { article } = await desk.call('import.store', { article: read.article, pictures });
  return article.id;
}

test('a story that a window stores has the pictures that were read with it', async () => {
  const desk = await runDesk();
  const id = await storyWithPicture(desk);
  const story = await desk.inFile(id);
  expect(await mediaOf(await desk.folderOf(id))).toEqual([picture(story).file]);
  const read = await desk.call('import.read', {
    name: 'b.html',
    text: html('<img src="b.png" alt="B">'),
  });
  const opened = await desk.call('import.store', {
    article: read.article,
    pictures: read.pictures,
  });
  expect(opened.notices.join()).toMatch(/b\.png is not beside the page/u);
});

test.each(['page folder', 'article file'])('a %s is imported with its pictures', async (kind) => {
  const desk = await runDesk();
  const id = await storyWithPicture(desk);
  const { path: index } = await desk.call('export.run', { id, format: 'page' });
  const own = path.join(await desk.folderOf(id), 'article.json');
  const { story, folder } = await imported(kind === 'page folder' ? index : own);
  expect(await mediaOf(folder)).toEqual([picture(story).file]);
  expect(picture(story)).toMatchObject({ width: 900, height: 600, alt: 'A' });
});
