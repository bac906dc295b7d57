import fs from 'node:fs/promises';
import path from 'node:path';
import { createArticle } from '../../article/article.ts';
import { serializeArticle } from '../../article/article-file.ts';
import { expect, test } from './app.ts';
import { axeFaults } from './axe.ts';
import { GalleyWindow, articlesIn } from './window.ts';

test('the desk shows its stories, finds them by their words and by status', async ({ page }) => {
  const galley = new GalleyWindow(page);
  await expect(galley.stories).toHaveCount(3);
  await galley.begin();
  await page.keyboard.type('Zeppelin over the bay');
  await galley.saved();
  await expect(galley.stories).toHaveCount(4);
  await expect(galley.desk.getByRole('radio', { name: 'All 4' })).toBeChecked();

  await galley.field('Search stories').fill('zeppelin');
  await expect(galley.stories).toHaveCount(1);
  await expect(galley.stories).toContainText('Zeppelin over the bay');
  await galley.field('Search stories').fill('zeppelin submarine');
  await expect(galley.desk.getByText('No story matches')).toBeVisible();
  await galley.desk.getByRole('button', { name: 'Show all stories' }).click();
  await expect(galley.stories).toHaveCount(4);
  await expect(galley.field('Search stories')).toBeFocused();

  await galley.desk.getByText(/^Draft/).click();
  await expect(galley.stories).not.toHaveCount(4);
  await expect(galley.stories).not.toHaveCount(0);
  for (const story of await galley.stories.all()) {
    await expect(story.getByRole('img', { name: 'Draft' })).toBeVisible();
  }
});

test('the arrows go through the list, Enter opens a story for writing, and it is marked', async ({
  page,
}) => {
  const galley = new GalleyWindow(page);
  await galley.stories.first().focus();
  await page.keyboard.press('ArrowDown');
  await expect(galley.stories.nth(1)).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(galley.stories.nth(1)).toHaveAttribute('aria-current', 'true');
  await expect(galley.body).toBeFocused();
  await page.keyboard.type('Word');
  await expect(galley.body).toContainText('Word');
  await page.keyboard.press('Shift+F6');
  await expect(galley.stories.filter({ has: page.locator(':focus') })).toHaveCount(0);
  await expect(page.locator(':focus')).toHaveAttribute('aria-current', 'true');
  await page.keyboard.press('Enter');
  await expect(galley.body).toBeFocused();
  await page.keyboard.type('s');
  await expect(galley.body).toContainText('Words');
  // The story that was written in is the first as soon as it is saved.
  await galley.stories.last().focus();
  await expect(galley.stories.last()).not.toHaveAttribute('aria-current');
});

test('a story that is begun and left without a word does not stay on the desk', async ({
  page,
}) => {
  const galley = new GalleyWindow(page);
  await galley.begin();
  await expect(galley.stories).toHaveCount(4);
  // Begun once more, it is the same one.
  await page.keyboard.press('Control+n');
  await expect(galley.headline).toBeFocused();
  await expect(galley.stories).toHaveCount(4);
  await galley.stories.filter({ hasText: 'Ferry' }).click();
  await expect(galley.stories).toHaveCount(3);
});

test('a story that is begun is seen in the list, whatever was searched or filtered', async ({
  page,
}) => {
  const galley = new GalleyWindow(page);
  const search = galley.field('Search stories');
  const begun = galley.stories.filter({ hasText: 'Untitled' });
  await galley.open(/^Tide Records/);
  await search.fill('ferry captain');
  await expect(galley.stories).toHaveCount(1);
  await page.keyboard.press('Control+n');
  await expect(galley.headline).toBeFocused();
  await expect(search).toHaveValue('');
  await expect(begun).toHaveAttribute('aria-current', 'true');
  await expect(galley.stories).toHaveCount(4);

  // Begun once more, it is still that one, and is seen again.
  await galley.desk.getByText(/^In review/).click();
  await expect(galley.stories).toHaveCount(1);
  await page.keyboard.press('Control+n');
  await expect(begun).toHaveAttribute('aria-current', 'true');
  await expect(galley.headline).toBeFocused();

  // A filter that shows it anyway stays.
  await galley.headline.fill('Kept');
  await galley.saved();
  await galley.desk.getByText(/^Draft/).click();
  await page.keyboard.press('Control+n');
  await expect(begun).toHaveAttribute('aria-current', 'true');
  await expect(galley.desk.getByRole('radio', { name: /^Draft/ })).toBeChecked();
});

test('a story goes to the trash and comes back', async ({ page, host }) => {
  const galley = new GalleyWindow(page);
  await galley.begin();
  await page.keyboard.type('Gone and back');
  await galley.saved();
  const story = galley.stories.filter({ hasText: 'Gone and back' });
  await story.click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Move to trash' }).click();
  await expect(story).toHaveCount(0);
  await expect(galley.article.getByText('No story is open')).toBeVisible();
  await expect.poll(async () => (await articlesIn(host.deskFolder)).length).toBe(3);
  await page.getByRole('button', { name: 'Take it back' }).click();
  await expect(story).toHaveCount(1);
  await expect(galley.headline).toHaveText('Gone and back');
});

test('a copy of a story is a story of its own, and so is the one that is begun next', async ({
  page,
  host,
}) => {
  const galley = new GalleyWindow(page);
  const headlines = async () =>
    (await articlesIn(host.deskFolder)).map(({ article }) => article.headline).toSorted();
  await galley.begin();
  await page.keyboard.type('Twice');
  await galley.saved();
  await galley.stories.filter({ hasText: 'Twice' }).first().focus();
  await page.keyboard.press('Shift+F10');
  await page.getByRole('menuitem', { name: 'Duplicate' }).click();
  await expect(galley.stories).toHaveCount(5);
  await expect(galley.headline).toBeFocused();

  // The services take their time: what is typed meanwhile is for the story that is to be made.
  const asked = Promise.withResolvers<void>();
  if (host.kind === 'web') {
    await page.route('**/call/articles.create', async (route) => {
      await asked.promise;
      const refused = { ok: false, code: 'disk-full', message: 'The disk is full.' };
      await route.fulfill({ json: refused });
    });
    await page.keyboard.press('Control+n');
    await page.keyboard.type('No room');
    asked.resolve();
    await expect(page.getByText('for what you typed: No room')).toBeVisible();
    await expect(galley.headline).toBeFocused();
    await expect(galley.headline).toHaveText('Twice');
    await page.unroute('**/call/articles.create');
    await page.route('**/call/articles.create', async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 400));
      await route.continue();
    });
  }
  await page.keyboard.press('Control+n');
  await page.keyboard.type('Thri');
  await page.keyboard.press('Control+n');
  await page.keyboard.type('ce\nIn sho');
  await expect(galley.headline).toHaveText('Thrice');
  const standfirst = galley.field('Standfirst');
  await expect(standfirst).toBeFocused();
  await page.keyboard.type('rt');
  await expect(standfirst).toHaveText('In short');
  await expect(galley.stories).toHaveCount(6);
  await galley.saved();
  const before = ['Twice', 'Twice'];
  expect(await headlines()).toEqual(expect.arrayContaining([...before, 'Thrice']));
  expect(await headlines()).toHaveLength(6);

  // The copy is still as it was made, and may be written in.
  await galley.stories.filter({ hasText: 'Twice' }).first().click();
  await expect(galley.headline).toHaveText('Twice');
  await galley.headline.fill('Once more');
  await galley.saved();
  expect(await headlines()).toEqual(expect.arrayContaining(['Once more', 'Thrice', 'Twice']));
});

test('a file that cannot be read is listed with its fault, and the rest goes on', async ({
  page,
  host,
}) => {
  const galley = new GalleyWindow(page);
  await expect(galley.stories).toHaveCount(3);
  const folder = path.join(host.deskFolder, 'articles', '2026-01-01-half');
  await fs.mkdir(folder);
  await fs.writeFile(path.join(folder, 'article.json'), '{"format": "galley-article", "vers');
  const copy = { ...createArticle('2026-01-02T10:00:00Z'), headline: 'From a copy' };
  const faulty = galley.stories.filter({ hasText: 'Cannot be read' });
  await expect(faulty).toHaveCount(1, { timeout: 40_000 });
  await faulty.click();
  await expect(galley.article.getByRole('alert')).toContainText('This story cannot be opened');
  expect(await fs.readFile(path.join(folder, 'article.json'), 'utf8')).toBe(
    '{"format": "galley-article", "vers',
  );
  await fs.writeFile(
    path.join(folder, "article (Ada's conflicted copy 2026-01-02).json"),
    serializeArticle(copy),
  );
  const take = galley.article.getByRole('button', { name: 'Take the copy from Ada' });
  await expect(take).toBeVisible();
  expect(await axeFaults(page, { iframes: false })).toEqual([]);
  await take.press('Enter');
  await expect(galley.headline).toHaveText('From a copy');
  await expect(faulty).toHaveCount(0);
  await galley.begin();
  await page.keyboard.type('Life goes on');
  await galley.saved();
});

test('the house and the person are changed in the settings', async ({ page, host }) => {
  const galley = new GalleyWindow(page);
  await galley.desk.getByRole('button', { name: 'Settings…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Settings' });
  await dialog.getByRole('textbox', { name: 'Your name' }).fill('Kit Sample');
  await dialog.getByRole('textbox', { name: 'Your byline' }).fill('Kit Sample');
  await dialog.getByRole('textbox', { name: 'Name of the newsroom' }).fill('The Northern Quay');
  await dialog.getByRole('combobox', { name: 'Time zone' }).fill('oslo');
  await page
    .getByRole('option', { name: /Europe\/Oslo|Europe\/Berlin/ })
    .first()
    .click();
  await dialog.getByRole('radio', { name: 'Dark' }).check();
  await expect(page.locator(':root')).toHaveCSS('color-scheme', 'dark');
  await dialog.getByRole('button', { name: 'Save settings' }).click();
  await expect(dialog).toHaveCount(0);
  await expect(galley.desk.getByRole('heading', { name: 'The Northern Quay' })).toBeVisible();
  const house = JSON.parse(
    await fs.readFile(path.join(host.deskFolder, 'desk.json'), 'utf8'),
  ) as Record<string, unknown>;
  expect(house).toMatchObject({
    name: 'The Northern Quay',
    zone: expect.stringMatching(/^Europe/),
  });

  await page.reload();
  await expect(page.locator(':root')).toHaveCSS('color-scheme', 'dark');
  await galley.begin();
  await expect(galley.field('Byline')).toHaveValue('By Kit Sample');
});

test.describe('an empty desk', () => {
  test('says what to do next', async ({ page, host }) => {
    const galley = new GalleyWindow(page);
    await expect(galley.stories).toHaveCount(3);
    for (const { folder } of await articlesIn(host.deskFolder)) {
      await fs.rm(folder, { recursive: true });
    }
    await expect(galley.desk.getByText('No stories yet')).toBeVisible({ timeout: 40_000 });
    await expect(galley.article.getByText('The desk is empty')).toBeVisible();
  });
});
