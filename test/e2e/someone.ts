import fs from 'node:fs/promises';
import path from 'node:path';
import type { Browser } from 'playwright/test';
import { expect } from './app.ts';
import { type Folders, startWebHost } from './web-host.ts';
import { GalleyWindow } from './window.ts';

/** Two people, each at a Galley of their own, who have the same story of the samples open. */
export async function twoInStory(browser: Browser, folders: Folders) {
  const people = [
    await someone(browser, folders, 'Ana'),
    await someone(browser, folders, 'Ben'),
  ] as const;
  for (const { galley } of people) await galley.open(/^Night Ferry/);
  return people;
}

/** Someone at a Galley of their own, on the same desk. */
export async function someone(browser: Browser, folders: Folders, name: string) {
  const dataFolder = `${folders.dataFolder}-${name}`;
  await fs.mkdir(dataFolder, { recursive: true });
  const settings = JSON.stringify({ person: { name } });
  await fs.writeFile(path.join(dataFolder, 'settings.json'), settings);
  const host = await startWebHost({ ...folders, dataFolder });
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(host.url);
  const galley = new GalleyWindow(page);
  await expect(galley.stories).toHaveCount(3);
  return {
    page,
    galley,
    row: galley.stories.filter({ hasText: 'Night Ferry' }),
    line: galley.article.locator('.presence-line'),
    mark: page.locator('.presence-mark'),
    async go() {
      await context.close();
      await host.stop();
    },
  };
}
