import fs from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from './app.ts';

test.describe('the desktop app', () => {
  test('gives its page the bridge and nothing of Node', async ({ page }) => {
    await expect(page.getByRole('region', { name: 'Desk', exact: true })).toBeVisible();
    const seen = await page.evaluate(() => ({
      address: location.href,
      bridge: Object.keys((window as { galley?: object }).galley ?? {}).toSorted(),
      node: ['require', 'process', 'module', 'Buffer'].filter((name) => name in window),
    }));
    expect(seen).toEqual({
      address: 'app://galley/',
      bridge: ['call', 'flushed', 'on'],
      node: [],
    });
  });

  test('a command of the native menu reaches the page', async ({ page, host }) => {
    await expect(page.getByRole('region', { name: 'Desk', exact: true })).toBeVisible();
    await host.electron?.evaluate(({ Menu }) => {
      Menu.getApplicationMenu()?.getMenuItemById('article.new')?.click();
    });
    await expect(page.getByRole('textbox', { name: 'Headline' })).toHaveText('');
  });

  test('the words typed last are in the file when the app has gone', async ({ page, host }) => {
    await page.getByRole('list', { name: 'Stories' }).getByRole('button').first().click();
    await page.getByRole('textbox', { name: 'Headline' }).fill('Harbour opens before dawn');
    await host.electron?.close();
    const folder = path.join(host.deskFolder, 'articles');
    const files = (await fs.readdir(folder)).map((name) => path.join(folder, name, 'article.json'));
    const stories = await Promise.all(files.map((file) => fs.readFile(file, 'utf8')));
    expect(stories.join()).toContain('Harbour opens before dawn');
  });
});
