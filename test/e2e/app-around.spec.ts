import fs from 'node:fs/promises';
import type { Locator } from 'playwright/test';
import { expect, test } from './app.ts';
import { GalleyWindow, articleIn, articlesIn } from './window.ts';

test('a story that someone removes is said to be gone, and comes back or goes as the person says', async ({
  page,
  host,
}) => {
  const galley = new GalleyWindow(page);
  await galley.open(/^Tide Records/);
  const remove = async () => {
    const headline = await galley.headline.innerText();
    await fs.rm((await articleIn(host.deskFolder, headline)).folder, { recursive: true });
  };
  await remove();
  const bar = page.getByText('no longer on the desk');
  await expect(bar).toBeVisible({ timeout: 40_000 });
  await expect(galley.saveState).toHaveText('Not on the desk');
  expect(await articlesIn(host.deskFolder), 'nothing is put back unasked').toHaveLength(2);
  await page.getByRole('button', { name: 'Put it back' }).click();
  await expect(bar).toHaveCount(0);
  expect(await articlesIn(host.deskFolder)).toHaveLength(3);

  await remove();
  await expect(bar).toBeVisible({ timeout: 40_000 });
  await page.getByRole('button', { name: 'Close it' }).click();
  await expect(page.getByText('No story is open')).toBeVisible();
  await expect(galley.stories).toHaveCount(2);
  expect(await articlesIn(host.deskFolder)).toHaveLength(2);
});

test('whoever writes in the language field stays in it while the direction of the story turns', async ({
  page,
}) => {
  const galley = new GalleyWindow(page);
  await galley.open(/^Tide Records/);
  await galley.body.click();
  const before = await galley.body.textContent();
  const language = page.getByRole('combobox', { name: 'Language' });
  await language.fill('');
  await page.keyboard.type('ar-EG');
  await expect(language).toHaveValue('ar-EG');
  await expect(galley.body).toHaveAttribute('dir', 'rtl');
  await language.fill('');
  await page.keyboard.type('fr');
  await expect(galley.body).not.toHaveAttribute('dir', 'rtl');
  await expect(language).toBeFocused();
  expect(await galley.body.textContent()).toBe(before);
});

test('Escape leads from the details back to the text, and so does F6 from anywhere', async ({
  page,
}) => {
  const galley = new GalleyWindow(page);
  await galley.open(/^Tide Records/);
  await galley.body.click();
  for (const [field, key] of [
    [galley.field('Slugline'), 'Escape'],
    [galley.field('Search stories'), 'F6'],
  ] as const) {
    await field.focus();
    await page.keyboard.press(key);
    await expect(galley.body).toBeFocused();
  }
});

test('zoomed in, the story comes first and its tools are in reach', async ({ page }) => {
  const galley = new GalleyWindow(page);
  await galley.open(/^Tide Records/);
  await expect(galley.details).toBeVisible();
  // 1280 by 800 at 200 %
  await page.setViewportSize({ width: 640, height: 400 });
  await expect(galley.details).toBeHidden();
  await expect(galley.headline).toBeInViewport({ ratio: 1 });
  await galley.body.click();
  await page.keyboard.type('a');
  for (const name of ['Insert', 'Undo', 'Details', 'Export…']) {
    const control = page.getByRole('button', { name, exact: true });
    await expect(control).toBeInViewport({ ratio: 1 });
    await expect(control).toBeEnabled();
  }
  await page.getByRole('button', { name: 'Details', exact: true }).click();
  await galley.field('Slugline').press('Escape');
  await expect(galley.body).toBeFocused();
  await page.setViewportSize({ width: 1280, height: 800 });
  await expect(galley.details).toBeVisible();
});

test('a window that is made narrow keeps the caret in the text', async ({ page }) => {
  const galley = new GalleyWindow(page);
  await galley.open(/^Tide Records/);
  await galley.body.click();
  await page.reload();
  await expect(galley.body).toBeFocused();
  await page.setViewportSize({ width: 640, height: 400 });
  await expect(galley.details).toBeHidden();
  // The browser takes the focus off what is hidden with the next picture it draws.
  await page.evaluate(() => new Promise(requestAnimationFrame));
  await page.evaluate(() => new Promise(requestAnimationFrame));
  await expect(galley.body).toBeFocused();
});

test('where the desk lies over the story nothing shows through, and Escape takes it away', async ({
  page,
}) => {
  const galley = new GalleyWindow(page);
  await galley.open(/^Tide Records/);
  await page.setViewportSize({ width: 640, height: 800 });
  await galley.body.click();
  await page.keyboard.press('Control+Home');
  const handle = page.getByRole('button', { name: 'Move block' });
  await galley.body.locator('p').first().hover();
  await expect(handle).toBeVisible();
  const desk = page.getByRole('button', { name: 'Show or hide the desk' });
  await desk.press('Enter');
  await expect(galley.desk).toBeVisible();
  const onTop = () =>
    handle.evaluate((element) => {
      const { x, y, width, height } = element.getBoundingClientRect();
      const top = document.elementFromPoint(x + width / 2, y + height / 2);
      return top !== null && element.contains(top);
    });
  expect(await onTop(), 'the handle is covered').toBe(false);

  await page.keyboard.press('Escape');
  await expect(galley.desk).toBeHidden();
  await expect(desk).toBeFocused();

  await page.keyboard.press('Control+Shift+f');
  await page.keyboard.type('ferry captain');
  await expect(galley.stories).toHaveCount(1);
  await page.keyboard.press('Escape');
  await expect(galley.stories).toHaveCount(3);
  await galley.stories.first().press('Shift+F10');
  await expect(page.getByRole('menu')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('menu')).toBeHidden();
  await expect(galley.desk, 'one Escape, one step').toBeVisible();
  await page.keyboard.press('Escape');
  await expect(galley.desk).toBeHidden();
  await expect(desk).toBeFocused();
});

const focusIn = (part: Locator) =>
  expect.poll(() => part.evaluate((node) => node.contains(document.activeElement))).toBe(true);

test('F6 walks through the parts of the window, Shift+F6 goes back', async ({ page }) => {
  const galley = new GalleyWindow(page);
  await galley.open(/^Tide Records/);
  await galley.body.click();
  const foot = page.getByRole('contentinfo');
  for (const part of [galley.details, foot, galley.desk, galley.article, galley.details]) {
    await page.keyboard.press('F6');
    await focusIn(part);
  }
  for (const part of [galley.article, galley.desk, foot, galley.details]) {
    await page.keyboard.press('Shift+F6');
    await focusIn(part);
  }
  await page.keyboard.press('Control+Shift+d');
  await galley.body.focus();
  await page.keyboard.press('F6');
  await focusIn(foot);
});

test('a reload opens the same story at the same place, with the caret where it was', async ({
  page,
}) => {
  const galley = new GalleyWindow(page);
  await galley.begin();
  await page.keyboard.type('Long');
  await galley.body.click();
  const lines = Array.from({ length: 120 }, (_, at) => `Line ${at} ${'tide and wind '.repeat(30)}`);
  await page.evaluate((text) => {
    const transfer = new DataTransfer();
    transfer.setData('text/plain', text);
    document.activeElement?.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: transfer, bubbles: true, cancelable: true }),
    );
  }, lines.join('\n\n'));
  const line = galley.body.getByText('Line 60 ');
  await line.scrollIntoViewIfNeeded();
  await line.click({ position: { x: 5, y: 5 } });
  await page.keyboard.press('Home');
  await galley.saved();
  const top = () => line.evaluate((element) => element.getBoundingClientRect().top);
  const before = await top();
  await page.reload();
  await expect(galley.headline).toHaveText('Long');
  await expect(galley.body).toBeFocused();
  await expect.poll(async () => Math.abs((await top()) - before)).toBeLessThan(4);
  await page.keyboard.type('Here ');
  await expect(galley.body.getByText('Here Line 60')).toBeInViewport();

  await galley.headline.focus();
  await page.keyboard.press('Home');
  await galley.saved();
  await page.reload();
  await expect(galley.headline).toBeFocused();
  await page.keyboard.type('So ');
  await expect(galley.headline).toHaveText('So Long');
});

test('text files that are dropped on the text are offered for import', async ({ page }) => {
  const galley = new GalleyWindow(page);
  await galley.open(/^Tide Records/);
  const files = await page.evaluateHandle(() => {
    const transfer = new DataTransfer();
    transfer.items.add(new File(['OSLO (AP) — Ships pass.'], 'ships.txt', { type: 'text/plain' }));
    return transfer;
  });
  for (const type of ['dragenter', 'dragover', 'drop']) {
    await galley.body.dispatchEvent(type, { dataTransfer: files });
  }
  await expect(page.getByRole('dialog', { name: 'Import' })).toContainText('OSLO');
});
