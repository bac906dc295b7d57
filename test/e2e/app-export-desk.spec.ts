import fs from 'node:fs/promises';
import path from 'node:path';
import { article, image, p } from '../article/build.ts';
import { serializeArticle } from '../../article/article-file.ts';
import { newArticleId } from '../../article/ids.ts';
import { mediaName } from '../../electron/services/media-name.ts';
import { pictureType } from '../../electron/services/picture-type.ts';
import { flat } from '../electron/pictures.ts';
import { expect, test } from './app.ts';
import { GalleyWindow } from './window.ts';

/** Puts a whole story into the desk at once, as another program would; answers its file. */
async function put(deskFolder: string, headline: string, changes: object = {}): Promise<string> {
  const name = headline.toLowerCase().replaceAll(' ', '-');
  const folder = path.join(deskFolder, 'articles', name);
  const made = path.join(deskFolder, `${name}.new`);
  await fs.mkdir(made, { recursive: true });
  const story = { ...article(p(`Words of ${headline}.`)), id: newArticleId(), headline };
  const text = JSON.stringify({ ...JSON.parse(serializeArticle(story)), ...changes });
  await fs.writeFile(path.join(made, 'article.json'), text);
  await fs.rename(made, folder);
  return path.join(folder, 'article.json');
}

/** The pages of an exports folder. */
async function pagesIn(exports: string): Promise<string[]> {
  const folders = await fs.readdir(exports);
  return Promise.all(
    folders.map((name) => fs.readFile(path.join(exports, name, 'index.html'), 'utf8')),
  );
}

test('a whole desk goes out by keyboard; what needs a look is named and opens', async ({
  page,
  host,
}) => {
  const galley = new GalleyWindow(page);
  await expect(galley.stories).toHaveCount(3);
  const unknown = [{ type: 'hologram', id: 'h1', depth: 3 }];
  await put(host.deskFolder, 'Sent from tomorrow', { body: unknown });
  await put(host.deskFolder, 'Time in doubt', { stamp: { printed: 'half past' } });
  await expect(galley.stories).toHaveCount(5);
  await galley.open(/^Tide Records/);
  await galley.headline.press('Control+End');
  await page.keyboard.type(', Again');

  await page.keyboard.press('Control+Shift+E');
  const dialog = page.getByRole('dialog', { name: 'Export the desk' });
  await expect(dialog.getByRole('radio', { name: 'The whole desk: 5' })).toBeChecked();
  await expect(dialog.getByRole('radio', { name: 'Page folder' })).toBeChecked();
  await page.keyboard.press('Enter');
  await expect(dialog).toContainText('4 stories written.');
  await expect(dialog.locator('.path').last()).toHaveText(path.join(host.deskFolder, 'exports'));
  const pages = await pagesIn(path.join(host.deskFolder, 'exports'));
  expect(pages).toHaveLength(4);
  expect(
    pages.filter((html) => html.includes(', Again</h1>')),
    'the last words',
  ).toHaveLength(1);
  await expect(dialog).toContainText('1 story could not be written:');
  await expect(dialog).toContainText('“hologram”');
  await expect(dialog).toContainText('“half past” is not understood as a time');
  await dialog.getByRole('button', { name: 'Time in doubt' }).press('Enter');
  await expect(dialog).toHaveCount(0);
  await expect(galley.headline).toHaveText('Time in doubt');
});

test('what the list shows goes out alone; what is spiked stays unless it is shown', async ({
  page,
  host,
}) => {
  const galley = new GalleyWindow(page);
  await expect(galley.stories).toHaveCount(3);
  await put(host.deskFolder, 'Ferry killed', { status: 'spiked' });
  await expect(galley.stories).toHaveCount(4);
  const dialog = page.getByRole('dialog', { name: 'Export the desk' });
  const exports = path.join(host.deskFolder, 'exports');
  const send = async () => {
    await page.keyboard.press('Control+Shift+E');
    await expect(dialog.getByText('The whole desk: 3')).toBeVisible();
    await dialog.getByRole('button', { name: 'Export', exact: true }).click();
  };
  await galley.field('Search stories').fill('ferry killed');
  await expect(galley.stories).toHaveCount(1);
  await send();
  await expect(dialog).toContainText('1 story written.');
  expect(await fs.readdir(exports)).toEqual(['ferry-killed']);
  await dialog.getByRole('button', { name: 'Done' }).click();

  await fs.rm(exports, { recursive: true });
  await galley.field('Search stories').press('Escape');
  await expect(galley.stories).toHaveCount(4);
  await send();
  await expect(dialog).toContainText('3 stories written.');
  expect(await fs.readdir(exports)).not.toContain('ferry-killed');
});

test('the export of a desk with many pictures says how far it is, and stops when told to', async ({
  page,
  host,
}) => {
  test.slow();
  const galley = new GalleyWindow(page);
  await expect(galley.stories).toHaveCount(3);
  for (let number = 0; number < 40; number += 1) {
    const bytes = await flat('jpeg', [1600, 900 + number]);
    const picture = mediaName(bytes, pictureType(bytes, 'picture'));
    const body = [image({ file: picture, alt: 'A ferry', credit: 'K' })];
    const media = path.join(
      path.dirname(await put(host.deskFolder, `Story ${number}`, { body })),
      'media',
    );
    await fs.mkdir(media);
    await fs.writeFile(path.join(media, picture), bytes);
  }
  await page.keyboard.press('Control+Shift+E');
  const dialog = page.getByRole('dialog', { name: 'Export the desk' });
  await expect(dialog).toContainText('The whole desk: 43', { timeout: 60_000 });
  await dialog.getByRole('button', { name: 'Export', exact: true }).click();
  await expect(dialog.getByRole('progressbar')).toBeVisible();
  await dialog.getByRole('button', { name: 'Stop' }).click();
  await expect(dialog).toContainText(/Stopped: \d+ stor(y was|ies were) written before/u);
  const { length } = await pagesIn(path.join(host.deskFolder, 'exports'));
  expect(length).toBeGreaterThan(0);
  expect(length).toBeLessThan(43);
});
