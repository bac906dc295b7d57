import type { Page } from 'playwright/test';
import { expect, test } from './app.ts';
import { axeFaults } from './axe.ts';
import { GalleyWindow, articleIn } from './window.ts';

/** The keys that open the bar with its row for replacing. */
const REPLACE = process.platform === 'darwin' ? 'Meta+Alt+f' : 'Control+h';
const bar = (page: Page) => page.getByRole('search', { name: 'Find and replace' });
const count = (page: Page) => bar(page).locator('.find-count');
/** The words that are marked as found, or those of the hit that one is at. */
const marked = (page: Page, name: 'find' | 'find-current') =>
  page.evaluate((key) => [...(CSS.highlights.get(key) ?? [])].map(String), name);

/** A story with a word in its headline, in its lead across a mark, and in a later paragraph. */
async function begin(page: Page): Promise<GalleyWindow> {
  const galley = new GalleyWindow(page);
  await galley.begin();
  const { keyboard } = page;
  await keyboard.type('Harbour tunnel opens');
  await galley.body.click();
  await keyboard.type('The har');
  await keyboard.press('ControlOrMeta+b');
  await keyboard.type('bour is quiet.');
  await keyboard.press('ControlOrMeta+b');
  await keyboard.press('Enter');
  await keyboard.type('A tram crosses.');
  await keyboard.press('Enter');
  await keyboard.type('No harbour here.');
  await galley.saved();
  return galley;
}

test('words are found in text and fields by keyboard alone, and one goes on where they are', async ({
  page,
}) => {
  const galley = await begin(page);
  const { keyboard } = page;
  await galley.body.press('ControlOrMeta+Home');
  await keyboard.press('ControlOrMeta+f');
  await expect(bar(page).getByRole('textbox', { name: 'Find' })).toBeFocused();
  await keyboard.type('harbour');
  await expect(count(page), 'from the caret on').toHaveText('2 of 3');
  await expect.poll(() => marked(page, 'find-current')).toEqual(['harbour']);
  await expect.poll(() => marked(page, 'find')).toEqual(['Harbour', 'harbour']);
  await keyboard.press('Enter');
  await expect(count(page)).toHaveText('3 of 3');
  await keyboard.press('Enter');
  await expect(count(page), 'round the end').toHaveText('1 of 3');
  await expect.poll(() => marked(page, 'find-current')).toEqual(['Harbour']);
  await galley.field('Slugline').fill('harbour-slug');
  await expect(count(page)).toHaveText('1 of 4');
  await bar(page).getByRole('textbox', { name: 'Find' }).press('Shift+Enter');
  await expect(galley.field('Slugline'), 'an input is marked itself').toHaveAttribute('data-found');
  await keyboard.press('Shift+Enter');
  await expect(count(page)).toHaveText('3 of 4');
  expect(await axeFaults(page, { iframes: false })).toEqual([]);
  await keyboard.press('Escape');
  await expect(bar(page)).toBeHidden();
  await expect(galley.body).toBeFocused();
  await expect.poll(() => marked(page, 'find')).toEqual([]);
  if (process.platform !== 'darwin') {
    await keyboard.press('Shift+F3');
    await expect(count(page), 'from the hit that is selected').toHaveText('2 of 4');
    await keyboard.press('F3');
    await expect(count(page)).toHaveText('3 of 4');
    await bar(page).getByRole('textbox', { name: 'Find' }).press('Escape');
    await galley.body.press('ControlOrMeta+Home');
    await keyboard.press('ArrowDown');
    await keyboard.press('Shift+F3');
    await expect(count(page), 'from between two, back to the one before').toHaveText('2 of 4');
    await keyboard.press('F3');
    await expect(count(page)).toHaveText('3 of 4');
    await keyboard.press('Escape');
  }
  await keyboard.type('quay');
  await expect(galley.body).toContainText('No quay here.');
});

test('what is typed meanwhile is found, too; options change what is', async ({ page }) => {
  const galley = await begin(page);
  const { keyboard } = page;
  await keyboard.press('ControlOrMeta+f');
  await keyboard.type('Harbour');
  await expect(count(page)).toHaveText(/of 3$/u);
  await bar(page).getByRole('button', { name: 'Case makes a difference' }).click();
  await expect(count(page)).toHaveText('1 of 1');
  await galley.body.press('ControlOrMeta+End');
  await keyboard.type(' Harbour Street');
  await expect(count(page)).toHaveText('1 of 2');
  await keyboard.press('ControlOrMeta+z');
  await expect(count(page)).toHaveText('1 of 1');
  await bar(page).getByRole('button', { name: 'Regular expression' }).click();
  await bar(page).getByRole('textbox', { name: 'Find' }).fill('(Har');
  await expect(bar(page).getByRole('alert')).toContainText('cannot be understood');
  await bar(page)
    .getByRole('textbox', { name: 'Find' })
    .fill(String.raw`t\w+[mn]\b`);
  await expect(count(page)).toHaveText('1 of 1');
  await bar(page).getByRole('textbox', { name: 'Find' }).fill('zzz');
  await expect(count(page)).toHaveText('Not found');
});

test('words are replaced one by one and all at once, and one undo takes that back', async ({
  page,
  folders,
}) => {
  const galley = await begin(page);
  const { keyboard } = page;
  await galley.body.press('ControlOrMeta+Home');
  await keyboard.press(REPLACE);
  await keyboard.type('harbour');
  await keyboard.press('Tab');
  const replacement = bar(page).getByRole('textbox', { name: 'Replace with' });
  await replacement.fill('port');
  await replacement.press('Enter');
  await expect(galley.body).toContainText('The port is quiet.');
  await expect(count(page), 'and goes on').toHaveText('2 of 2');
  await replacement.press('ControlOrMeta+Enter');
  await expect(count(page)).toHaveText('Not found');
  await expect(galley.headline).toHaveText('port tunnel opens');
  await expect(galley.body).toContainText('No port here.');
  await galley.saved();
  const { article } = await articleIn(folders.deskFolder, 'port tunnel opens');
  expect(article.body).toMatchObject([
    { content: [{ text: 'The port' }, { text: ' is quiet.', marks: [{ type: 'bold' }] }] },
    {},
    { content: [{ text: 'No port here.' }] },
  ]);

  await replacement.press('Escape');
  await galley.body.press('ControlOrMeta+z');
  await expect(galley.headline).toHaveText('Harbour tunnel opens');
  await expect(galley.body).toContainText('No harbour here.');
  await expect(galley.body, 'the one before it stays').toContainText('The port is quiet.');
  await keyboard.press('ControlOrMeta+z');
  await expect(galley.body).toContainText('The harbour is quiet.');
  await keyboard.press('ControlOrMeta+Shift+z');
  await keyboard.press('ControlOrMeta+Shift+z');
  await expect(galley.headline).toHaveText('port tunnel opens');
});

test('only what is selected is looked through; the words go on to the search of the desk', async ({
  page,
}) => {
  const galley = await begin(page);
  const { keyboard } = page;
  await galley.body.press('ControlOrMeta+End');
  await keyboard.press('Shift+Home');
  await keyboard.press('Shift+ArrowUp');
  await keyboard.press('ControlOrMeta+f');
  await keyboard.type('harbour');
  await expect(count(page)).toHaveText(/of 3$/u);
  await bar(page).getByRole('button', { name: 'In the selection alone' }).click();
  await expect(count(page)).toHaveText('1 of 1');
  await bar(page).getByRole('button', { name: 'In all stories' }).click();
  await expect(galley.field('Search stories')).toHaveValue('harbour');
  await expect(galley.stories.filter({ hasText: 'Harbour tunnel opens' })).toBeVisible();
  await galley.stories.filter({ hasText: 'Night Ferry' }).first().click();
  await expect(bar(page).getByRole('textbox', { name: 'Find' })).toHaveValue('harbour');
});

test('an undo of what was replaced in a field leaves what was written before it', async ({
  page,
}) => {
  const galley = await begin(page);
  const { keyboard } = page;
  await galley.body.press('ControlOrMeta+End');
  await keyboard.press('Enter');
  await keyboard.type('- An item of a list');
  await keyboard.press('Enter');
  await keyboard.type('My own words');
  await page.waitForTimeout(900);
  await galley.headline.press('ControlOrMeta+a');
  await keyboard.press(REPLACE);
  await bar(page).getByRole('textbox', { name: 'Find', exact: true }).fill('tunnel');
  await bar(page).getByRole('button', { name: 'In the selection alone' }).click();
  await expect(count(page)).toHaveText('1 of 1');
  await bar(page).getByRole('textbox', { name: 'Replace with' }).fill('bridge');
  await bar(page).getByRole('button', { name: 'Replace', exact: true }).click();
  await expect(galley.headline).toHaveText('Harbour bridge opens');
  await keyboard.press('Escape');
  await expect(galley.headline, 'one is back where one came from').toBeFocused();
  await keyboard.press('ControlOrMeta+z');
  await expect(galley.headline).toHaveText('Harbour tunnel opens');
  await expect(galley.body).toContainText('My own words');
});

test('words that are dropped on the headline come into it as one step', async ({ page }) => {
  const galley = await begin(page);
  await galley.body.getByText('tram').dblclick();
  await galley.headline.evaluate((field) => {
    const dataTransfer = new DataTransfer();
    dataTransfer.setData('text/plain', 'tram\nand');
    const { right, top, height } = field.getBoundingClientRect();
    const at = { clientX: right - 2, clientY: top + height / 2 };
    const init = { dataTransfer, bubbles: true, cancelable: true, ...at };
    field.dispatchEvent(new DragEvent('drop', init));
  });
  await expect(galley.headline).toHaveText('Harbour tunnel openstram and');
  await expect(galley.body, 'and stay where they were').toContainText('A tram crosses.');
  await galley.headline.press('ControlOrMeta+z');
  await expect(galley.headline).toHaveText('Harbour tunnel opens');
});
