import type { Page } from 'playwright/test';
import { expect, test } from './app.ts';
import { axeFaults } from './axe.ts';
import { GalleyWindow } from './window.ts';

/** The colour of the text that is written. */
function inkOf(page: Page): Promise<string> {
  return page.locator('.article-text').evaluate((text) => getComputedStyle(text).color);
}

test('every screen is free of accessibility faults, in every theme', async ({ page }) => {
  test.slow();
  const galley = new GalleyWindow(page);
  await expect(galley.stories).toHaveCount(3);
  // The published page in the preview has its own test.
  const check = async (screen: string) =>
    expect(await axeFaults(page, { iframes: false }), screen).toEqual([]);
  await check('no story open');
  await galley.stories.filter({ hasText: 'Tide Records' }).click();
  await galley.saved();
  await check('a story with its details');
  await galley.body.click();
  await page.keyboard.type('a');
  // Away from the text it has gone quiet.
  await expect(page.locator('.desk h1')).not.toHaveCSS('color', await inkOf(page));
  await check('while someone types');
  await page.getByRole('button', { name: 'Preview', exact: true }).click();
  await expect(page.getByTitle('Preview')).toBeVisible();
  await check('the preview');
  await page.getByRole('button', { name: 'Details', exact: true }).click();

  await galley.details.getByRole('button', { name: /^Status/ }).click();
  await check('the status menu');
  await page.keyboard.press('Escape');
  await page.locator('.counts').click();
  await expect(page.getByRole('dialog', { name: 'What is counted' })).toBeVisible();
  await check('what is counted');
  await page.keyboard.press('Escape');
  for (const name of ['Import…', 'Export…', 'Settings…']) {
    await page.getByRole('button', { name }).first().click();
    await expect(page.getByRole('dialog')).toBeVisible();
    await check(name);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
  }
  await page.keyboard.press('Control+Shift+E');
  await expect(page.getByRole('dialog', { name: 'Export the desk' })).toBeVisible();
  await check('the export of the desk');
  await page.getByRole('dialog').getByRole('button', { name: 'Export', exact: true }).click();
  await expect(page.getByRole('dialog').getByText('stories written')).toBeVisible();
  await check('what became of it');
  await page.getByRole('button', { name: 'Done' }).click();
  await page.getByRole('textbox', { name: 'Sidebar title' }).first().click();
  await expect(page.getByRole('button', { name: /^Kind of sidebar/ })).toBeVisible();
  await check('a sidebar');
  await page.getByRole('button', { name: /^Dateline/ }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await check('the dateline');
  await page.keyboard.press('Escape');

  await galley.open(/^Night Ferry/);
  await page.getByRole('img', { name: /^A small lit ferry/ }).click();
  await check('a picture');
  await page.getByRole('cell', { name: '21:10' }).click();
  await expect(page.getByRole('toolbar', { name: 'Table' })).toBeVisible();
  await check('a table');
  await galley.field('Search stories').fill('evening OR "the ministry"');
  await expect(galley.desk.locator('mark').first()).toBeVisible();
  await check('what a search finds');
  await galley.field('Search stories').press('Escape');

  await galley.begin();
  await check('a new story');
  await galley.field('Publication time').fill('no time at all');
  await expect(galley.details.getByRole('alert')).toBeVisible();
  await check('a fault in a field');
  await galley.field('Search stories').fill('nothing like it');
  await expect(galley.desk.getByText('No story matches')).toBeVisible();
  await check('nothing found');
});
