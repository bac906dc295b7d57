import fs from 'node:fs/promises';
import path from 'node:path';
import { type Locator, type Page, chromium } from 'playwright';
import { serializeArticle } from '../article/article-file.ts';
import {
  article,
  correction,
  embed,
  gallery,
  p,
  picture,
  pullquote,
  quote,
} from '../test/article/build.ts';
import { newArticleId } from '../article/ids.ts';
import { chromiumLaunch } from '../test/e2e/chromium.ts';
import { freshFolders, startWebHost } from '../test/e2e/web-host.ts';

import { root } from './checkout.js';
import { ensureBuilt } from './sources.ts';
import { openFerry, startTrouble, troubleScreens } from './trouble-screens.ts';

/** The pictures that the README shows; the others are for looking over a change. */
const IN_README = ['editor-light-1280', 'preview-dark-1280', 'dateline-light-1280'];

const sizes = [
  { width: 1280, height: 800 },
  { width: 1920, height: 1080 },
];
/** Where there is little room, what is said of trouble must not take it all. */
const NARROW = { width: 640, height: 800 };

/** One screen: what to do on a freshly opened sample story to get there. */
const screens: Record<string, (page: Page) => Promise<void>> = {
  async search(page) {
    await page.getByRole('textbox', { name: 'Search stories' }).fill('evening OR "the ministry"');
    await page.locator('.row-snippet').first().waitFor();
  },
  async editor() {},
  async preview(page) {
    await page.getByRole('button', { name: 'Preview', exact: true }).click();
    await page.frameLocator('iframe[title="Preview"]').getByRole('heading', { level: 1 }).waitFor();
  },
  async dateline(page) {
    await page.getByRole('button', { name: /^Dateline: / }).click();
    await page.getByRole('dialog').waitFor();
  },
  async sidebar(page) {
    await page.getByRole('textbox', { name: 'Sidebar title' }).first().click();
  },
  async picture(page) {
    await openFerry(page);
    await page.getByRole('img', { name: /^A small lit ferry/u }).click();
  },
  async blocks(page) {
    await openFerry(page);
    const cell = page.getByRole('cell', { name: '21:10' });
    await cell.click();
    await cell.evaluate((element) => element.scrollIntoView({ block: 'center' }));
  },
  async quote(page) {
    await openSpecimen(page, page.getByText('Nobody asked the gulls'));
  },
  async gallery(page) {
    await openSpecimen(page, page.getByRole('textbox', { name: 'Caption of the gallery' }));
  },
  async embed(page) {
    await openSpecimen(page, page.getByLabel('Embed: A film of the crossing'));
  },
  async import(page) {
    await page.getByRole('button', { name: 'Import…' }).click();
    await page.getByRole('dialog').getByRole('textbox').first().fill(WIRE);
    await page.getByRole('dialog').getByText('BERGEN').last().waitFor();
  },
  async export(page) {
    await page.getByRole('button', { name: 'Export…' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Export', exact: true }).click();
    await page
      .getByRole('dialog')
      .getByText('index.html')
      .or(page.getByText('.html'))
      .first()
      .waitFor();
  },
  async settings(page) {
    await page.keyboard.press('Control+,');
    await page.getByRole('dialog').waitFor();
  },
  async error(page) {
    await page.getByRole('button', { name: 'Import…' }).click();
    await page.getByLabel('Files to import').setInputFiles({
      name: 'interview.docx',
      mimeType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      buffer: Buffer.from('PK\u0003\u0004'),
    });
    await page.getByRole('dialog').getByText('Word').first().waitFor();
  },
};

/** Puts a story with the blocks that the samples do not have onto the desk. */
async function putSpecimen(deskFolder: string): Promise<void> {
  const articles = path.join(deskFolder, 'articles');
  const folder = path.join(articles, 'specimen');
  const media = path.join('2026-10-06-night-ferry', 'media');
  await fs.cp(path.join(articles, media), path.join(folder, 'media'), { recursive: true });
  const [file = ''] = await fs.readdir(path.join(folder, 'media'));
  const credit = 'Shiomi Courier drawing';
  const story = {
    ...article(
      p('A harbor is a place where everything waits for something else.'),
      quote([p('Nobody asked the gulls. They have kept the longer record.')], 'A pier warden'),
      pullquote('The tide is the only editor here.', 'The warden'),
      gallery(
        [
          picture({ file, alt: 'A ferry at dusk', caption: 'The evening boat', credit }),
          picture({ file, caption: 'The same boat, later', credit }),
        ],
        'Two crossings',
      ),
      embed('https://video.example/crossing', {
        provider: 'Video Example',
        title: 'A film of the crossing',
      }),
      correction('An earlier version gave the wrong pier.', { at: '2026-10-08T09:30:00+09:00' }),
    ),
    id: newArticleId(),
    headline: 'Notes from the Harbor Wall',
  };
  await fs.writeFile(path.join(folder, 'article.json'), serializeArticle(story));
}

async function openSpecimen(page: Page, place: Locator): Promise<void> {
  await page.getByRole('button', { name: /Harbor Wall/u }).click();
  await place.first().click();
  await place.first().evaluate((element) => element.scrollIntoView({ block: 'center' }));
}

const WIRE = `09:40 CET, November 20, 2026
Harbor tunnel to open in March
By Ada Prøve
BERGEN (Fjordbyrå) — The first of two tunnels under the inner harbor will open in March, eight months later than planned, its builder said Friday.
Softer clay than surveys had shown made a thicker lining necessary, the builder said.
Most Read
- Ferry line to run through the winter
- Council votes for night buses
-30-
`;

const folder = path.join(root, 'out/screenshots');
await ensureBuilt();
await fs.mkdir(folder, { recursive: true });
const browser = await chromium.launch(chromiumLaunch());
const folders = await freshFolders();
const host = await startWebHost(folders);
await putSpecimen(folders.deskFolder);
/** The screens that were named; none for all. */
const only = process.argv.slice(2);
const asked = <Go>(all: Record<string, Go>) =>
  Object.entries(all).filter(([name]) => only.length === 0 || only.includes(name));
try {
  for (const colorScheme of ['light', 'dark'] as const) {
    for (const size of [...sizes, NARROW]) {
      const shoot = async (name: string, url: string, go: (page: Page) => Promise<void>) => {
        const context = await browser.newContext({ viewport: size, colorScheme, locale: 'en-US' });
        const page = await context.newPage();
        await page.goto(url);
        await go(page);
        await page.evaluate(() => document.fonts.ready);
        await page.waitForTimeout(300);
        const file = `${name}-${colorScheme}-${size.width}`;
        await page.screenshot({ path: path.join(folder, `${file}.png`) });
        await context.close();
      };
      for (const [name, go] of size === NARROW ? [] : asked(screens)) {
        await shoot(name, host.url, async (page) => {
          await page.getByRole('list', { name: 'Stories' }).getByRole('button').first().click();
          await page.getByRole('button', { name: /^Dateline: / }).waitFor();
          await go(page);
        });
      }
      for (const [name, go] of asked(troubleScreens)) {
        const trouble = await startTrouble();
        try {
          await shoot(name, trouble.host.url, (page) => go(page, trouble));
        } finally {
          await trouble.end();
        }
      }
    }
  }
  if (only.length === 0) {
    const shown = path.join(root, 'assets/screenshots');
    await fs.mkdir(shown, { recursive: true });
    for (const name of IN_README) {
      await fs.copyFile(path.join(folder, `${name}.png`), path.join(shown, `${name}.png`));
    }
  }
  console.warn(`Pictures are in ${path.relative(root, folder)}.`);
} finally {
  await host.stop();
  await folders.remove();
  await browser.close();
}
