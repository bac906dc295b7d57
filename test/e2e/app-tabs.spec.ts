import type { Page } from 'playwright/test';
import { expect, test } from './app.ts';
import { GalleyWindow, articleIn } from './window.ts';

test.skip(({ shell }) => shell === 'electron', 'the desktop app has one window');

/** Another tab of the same browser. */
async function openTab(page: Page, url: string): Promise<GalleyWindow> {
  const tab = await page.context().newPage();
  await tab.goto(new URL('/', url).href);
  return new GalleyWindow(tab);
}

test('in nine tabs of one desk every story is saved', async ({ page, host }) => {
  const tabs = [new GalleyWindow(page)];
  while (tabs.length < 9) tabs.push(await openTab(page, host.url));
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
