import fs from 'node:fs/promises';
import path from 'node:path';
import type { Page } from 'playwright/test';
import { serializeArticle } from '../../article/article-file.ts';
import { expect, test } from './app.ts';
import { axeFaults } from './axe.ts';
import { readClipboard } from './clipboard.ts';
import { inputMethod } from './input-method.ts';
import { startWebHost } from './web-host.ts';
import { GalleyWindow, articleIn } from './window.ts';

test.skip(({ shell }) => shell === 'electron', 'the desktop app has one window');

/** What is said to take a second, on a machine that does other things besides. */
const SOON = 3000;

/** Another tab of the same browser. */
async function openTab(page: Page, url: string): Promise<GalleyWindow> {
  const tab = await page.context().newPage();
  await tab.goto(new URL('/', url).href);
  return new GalleyWindow(tab);
}

test('in more tabs of one desk than a browser has connections every story is saved', async ({
  page,
  host,
}) => {
  const tabs = [new GalleyWindow(page)];
  while (tabs.length < 7) tabs.push(await openTab(page, host.url));
  for (const [index, tab] of tabs.entries()) {
    await tab.page.bringToFront();
    await tab.begin();
    await tab.page.keyboard.type(`Tab ${index}`);
    await tab.saved();
  }
  await expect(tabs[0]!.stories).toHaveCount(3 + tabs.length);
  for (const index of tabs.keys()) await articleIn(host.deskFolder, `Tab ${index}`);
});

test('tabs go on hearing of the desk when the one that was first is closed', async ({
  page,
  host,
}) => {
  const second = await openTab(page, host.url);
  const third = await openTab(page, host.url);
  await expect(third.stories).toHaveCount(3);
  await page.close();
  await second.begin();
  await second.page.keyboard.type('After the first');
  await second.saved();
  await expect(third.stories.filter({ hasText: 'After the first' })).toBeVisible();
});

test('a tab whose Galley was killed says so, hands out its words, and saves them when Galley runs again', async ({
  context,
  folders,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const first = await startWebHost(folders);
  const page = await context.newPage();
  await page.goto(first.url);
  const tab = new GalleyWindow(page);
  await expect(tab.stories).toHaveCount(3);
  await tab.begin();
  await page.keyboard.type('Before');
  await tab.saved();
  await first.stop('SIGKILL');
  await page.keyboard.type(' and after');
  const banner = page.getByRole('alert').filter({ hasText: 'Galley has stopped' });
  await banner.getByRole('button', { name: 'Copy these words' }).press('Enter');
  await expect(page.getByText('These words are on the clipboard')).toBeVisible();
  await tab.headline.click();
  // 1280 by 800 at 200 %
  await page.setViewportSize({ width: 640, height: 400 });
  await expect(banner, 'one notice at a time').toBeHidden();
  await expect(tab.headline).toBeInViewport({ ratio: 1 });
  const toast = await page.getByRole('log').boundingBox();
  const field = await tab.headline.boundingBox();
  expect(field!.y + field!.height).toBeLessThan(toast!.y);
  await page.getByRole('log').getByRole('button', { name: 'Close this line' }).click();
  await expect(banner).toBeVisible();
  await expect(tab.headline, 'what is written is never covered').toBeInViewport({ ratio: 1 });
  await page.setViewportSize({ width: 1280, height: 800 });
  const copied = await readClipboard(page);
  expect(copied['text/plain']).toContain('Before and after');
  expect(copied['text/html']).toContain('Before and after</h1>');
  expect(await axeFaults(page, { iframes: false })).toEqual([]);

  const again = await startWebHost(folders);
  expect(again.origin).toBe(first.origin);
  await tab.saved();
  await expect(banner).toBeHidden();
  await articleIn(folders.deskFolder, 'Before and after');
  const other = await openTab(page, again.url);
  await other.begin();
  await other.page.keyboard.type('Anew');
  await expect(tab.stories.filter({ hasText: 'Anew' })).toBeVisible();
  await expect(tab.stories).toHaveCount(5);

  // What changed in an open story while nobody told of it is taken up, too.
  await again.stop('SIGKILL');
  const { folder, article } = await articleIn(folders.deskFolder, 'Before and after');
  const file = path.join(folder, 'article.json');
  await fs.writeFile(file, serializeArticle({ ...article, standfirst: 'Written meanwhile.' }));
  const third = await startWebHost(folders);
  await expect(tab.field('Standfirst')).toHaveText('Written meanwhile.');
  await third.stop();
});

/** Two tabs with one story of many paragraphs open. */
async function openTwice(page: Page, url: string) {
  const [here, there] = [new GalleyWindow(page), await openTab(page, url)];
  await here.begin();
  await page.keyboard.type('Harbour');
  await here.body.click();
  for (let line = 0; line < 40; line += 1) {
    await page.keyboard.insertText(`Line ${line} of the story.`);
    await page.keyboard.press('Enter');
  }
  await here.saved();
  await there.open('Harbour');
  return { here, there };
}

/** Puts the caret into the middle of a line of the story, before these words. */
async function putCaret({ page, body }: GalleyWindow, words: string): Promise<void> {
  const line = body.locator('p').filter({ hasText: words });
  await line.click();
  await line.evaluate((element, text) => {
    const walk = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    const node = walk.nextNode()!;
    getSelection()!.collapse(node, node.nodeValue!.indexOf(text));
  }, words);
  await page.waitForTimeout(100);
}

test('a story that is open in two tabs follows every save of the other, and keeps its caret and what is in sight', async ({
  page,
  host,
}) => {
  const { here, there } = await openTwice(page, host.url);
  await putCaret(there, '30 of the');
  const line = there.body.locator('p').filter({ hasText: '30 of' });
  const top = async () => (await line.boundingBox())?.y ?? 0;
  const before = await top();

  await page.bringToFront();
  await putCaret(here, 'Line 30');
  await page.keyboard.type('Theirs. ');
  await putCaret(here, 'Line 2 of');
  await page.keyboard.type('A new line');
  await page.keyboard.press('Enter');
  await here.saved();
  await expect(there.body).toContainText('A new line', { timeout: SOON });
  await expect(line).toHaveText('Theirs. Line 30 of the story.');
  // A page scrolls by whole pixels, and a frame after the text has changed.
  await expect.poll(async () => Math.abs((await top()) - before)).toBeLessThan(1.5);
  await there.page.bringToFront();
  await there.page.keyboard.type('the X ');
  await expect(line).toHaveText('Theirs. Line the X 30 of the story.');
  await there.saved();
  await expect(here.body).toContainText('the X 30', { timeout: SOON });
  await expect(there.article.getByText(/someone else/i)).toHaveCount(0);
  await expect(there.news).toHaveCount(0);
});

test('a headline that is changed in another tab keeps the caret where it is in the words', async ({
  page,
  host,
}) => {
  const { here, there } = await openTwice(page, host.url);
  await there.headline.click();
  await there.headline.press('Home');
  for (let step = 0; step < 3; step += 1) await there.page.keyboard.press('ArrowRight');
  await page.bringToFront();
  await here.headline.click();
  await page.keyboard.press('Home');
  await page.keyboard.type('The ');
  await here.saved();
  await expect(there.headline).toHaveText('The Harbour', { timeout: SOON });
  await there.page.bringToFront();
  await there.page.keyboard.type('-');
  await expect(there.headline).toHaveText('The Har-bour');
  await there.saved();
});

test('a word that an input method is at is left alone while another tab saves the same line', async ({
  page,
  host,
}) => {
  const { here, there } = await openTwice(page, host.url);
  const { compose, commit } = await inputMethod(there.page);
  await putCaret(there, '30 of the');
  await there.page.bringToFront();
  await compose('に');
  await there.saved();
  await putCaret(here, '30 of');
  await page.keyboard.press('End');
  await page.keyboard.type(' Theirs.');
  await here.saved();
  // Long enough for a save to have come of either.
  await there.page.waitForTimeout(2500);
  await compose('日本');
  await commit('日本');
  const [line, other] = [there, here].map(({ body }) =>
    body.locator('p').filter({ hasText: '30 of' }),
  );
  for (const shown of [line!, other!]) {
    await expect(shown).toHaveText('Line 日本30 of the story. Theirs.');
  }
  await there.page.keyboard.type(' at ');
  await expect(line!).toHaveText('Line 日本 at 30 of the story. Theirs.');
});

test('two tabs that type into one story at once lose no letter', async ({ page, host }) => {
  const { here, there } = await openTwice(page, host.url);
  await putCaret(there, 'Line 3 of');
  await putCaret(here, 'Line 5 of');
  for (let round = 0; round < 12; round += 1) {
    await page.keyboard.type('a');
    await there.page.keyboard.type('b');
    await page.waitForTimeout(150);
  }
  await here.saved();
  await there.saved();
  for (const tab of [here, there]) {
    await expect(tab.body).toContainText(`${'b'.repeat(12)}Line 3 of`, { timeout: SOON });
    await expect(tab.body).toContainText(`${'a'.repeat(12)}Line 5 of`);
    await expect(tab.saveState).toHaveText('Saved');
  }
  await expect(here.stories, 'no copy was made').toHaveCount(4);
});

test('a story that another tab moves to the trash is not said to be saved, and comes back with the next words', async ({
  page,
  host,
}) => {
  const { here, there } = await openTwice(page, host.url);
  await page.bringToFront();
  await here.stories.filter({ hasText: 'Harbour' }).click({ button: 'right' });
  await page.getByRole('menuitem', { name: /trash/ }).click();
  await expect(here.stories).toHaveCount(3);
  await expect(there.saveState).toHaveText('Not on the desk', { timeout: SOON });
  await there.page.bringToFront();
  await putCaret(there, 'Line 3 of');
  await there.page.keyboard.type('X');
  await there.saved();
  await expect(here.stories).toHaveCount(4);
  const { article } = await articleIn(host.deskFolder, 'Harbour');
  expect(JSON.stringify(article.body)).toContain('XLine 3 of the story.');
});
