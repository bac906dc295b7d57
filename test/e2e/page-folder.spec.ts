import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'playwright/test';
import { article, image, p } from '../article/build.ts';
import { boot } from '../../electron/boot.ts';
import { browserDesktop } from '../../electron/web/web.ts';
import { assetsFolder } from '../electron/assets-folder.ts';
import { animated, iptcBlock, photograph } from '../electron/pictures.ts';

let folder: string;

test.beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'galley-pages-'));
});

test.afterAll(() => rm(folder, { recursive: true, force: true }));

/** Puts a photograph from a camera and a moving picture into a story, and exports its page. */
async function exportPage(): Promise<string> {
  const galley = await boot({
    deskFolder: path.join(folder, 'desk'),
    dataFolder: path.join(folder, 'data'),
    assetsFolder,
    samples: false,
    desktop: browserDesktop,
  });
  try {
    const { handlers } = galley;
    const { article: empty, hash } = await handlers['articles.create']({});
    const { id } = empty;
    const words = {
      120: 'Fähre in Ålesund',
      80: 'Kari Lund',
      110: 'Nordbild',
      116: '© 2026 Nordbild',
    };
    const photo = await photograph(iptcBlock(words, 'latin1'));
    const add = (bytes: Buffer) =>
      handlers['media.add']({ id, name: 'picture', base64: bytes.toString('base64') });
    const { suggested, ...first } = await add(photo);
    const second = await add(await animated('webp'));
    const { body } = article(
      p('Words before the picture.'),
      image({ ...suggested, file: first.file, alt: 'A ferry at a quay' }),
      image({ file: second.file, decorative: true, credit: 'Kari Lund' }),
    );
    const story = { ...empty, headline: 'Ferry leaves', body };
    await handlers['articles.save']({ article: story, base: hash });
    const exported = await handlers['export.run']({ id, format: 'page' });
    expect(exported.warnings).toEqual([]);
    return exported.path;
  } finally {
    await galley.close();
  }
}

test('a photograph from a camera reaches the page folder, which opens from disk', async ({
  page,
}) => {
  const file = await exportPage();
  const media = path.join(path.dirname(file), 'media');
  for (const name of (await readdir(media)).sort()) {
    const { size } = await stat(path.join(media, name));
    test.info().annotations.push({ type: 'published', description: `${name}: ${size} bytes` });
  }
  const requests: string[] = [];
  const failed: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  page.on('requestfailed', (request) => failed.push(request.url()));
  await page.goto(pathToFileURL(file).href);

  const photo = page.getByRole('img', { name: 'A ferry at a quay' });
  const shown = await photo.evaluate(async (img: HTMLImageElement) => {
    img.loading = 'eager';
    await img.decode();
    return {
      natural: [img.naturalWidth, img.naturalHeight],
      shown: [Math.round(img.width), Math.round(img.height)],
      source: img.currentSrc.replace(/^.*\//u, ''),
    };
  });
  expect(shown.natural[0]).toBeGreaterThan(0);
  // Upright: as high as it is wide, and half again.
  expect((shown.shown[1] ?? 0) / (shown.shown[0] ?? 1)).toBeCloseTo(1.5, 1);
  const figure = page.getByRole('figure').filter({ has: photo });
  await expect(figure.locator('figcaption')).toHaveText(
    'Fähre in Ålesund Kari Lund/Nordbild © 2026 Nordbild',
  );

  const every = await page.locator('img').evaluateAll((imgs: HTMLImageElement[]) =>
    Promise.all(
      imgs.map(async (img) => {
        img.loading = 'eager';
        await img.decode();
        return img.naturalWidth;
      }),
    ),
  );
  expect(every).toHaveLength(2);
  expect(every.every((width) => width > 0)).toBe(true);
  expect(failed).toEqual([]);
  expect(requests.every((url) => url.startsWith('file:'))).toBe(true);
});

test('a phone and a wide screen take a size of their own', async ({ browser }) => {
  const file = path.join(folder, 'desk', 'exports', 'ferry-leaves', 'index.html');
  await stat(file).catch(() => exportPage());
  const sources = [];
  for (const [width, scale] of [
    [400, 1],
    [1280, 1],
    [1280, 2],
  ] as const) {
    const page = await browser.newPage({
      viewport: { width, height: 800 },
      deviceScaleFactor: scale,
    });
    await page.goto(pathToFileURL(file).href);
    const photo = page.getByRole('img', { name: 'A ferry at a quay' });
    sources.push(
      await photo.evaluate(async (img: HTMLImageElement) => {
        img.loading = 'eager';
        await img.decode();
        return img.currentSrc.replace(/^.*-/u, '');
      }),
    );
    await page.close();
  }
  expect(sources).toEqual(['480.jpg', '960.jpg', '1200.jpg']);
});
