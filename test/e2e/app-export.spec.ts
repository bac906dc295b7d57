import { execFile } from 'node:child_process';
import fs from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import type { Page } from 'playwright/test';
import { nodeFlags, pinnedNode, root } from '../../scripts/checkout.js';
import { expect, test } from './app.ts';
import { readClipboard } from './clipboard.ts';
import { GalleyWindow, articlesIn } from './window.ts';

const run = promisify(execFile);

/** What `galley export` makes of an article. */
async function exported(folder: string, format: string): Promise<string> {
  const args = [
    ...nodeFlags,
    'electron/cli.ts',
    'export',
    folder,
    '--format',
    format,
    '--out',
    '-',
  ];
  return (await run(pinnedNode, args, { cwd: root, maxBuffer: 1 << 26 })).stdout;
}

test('the sample is edited and exported: the file is what the command line exports', async ({
  page,
  host,
}) => {
  const galley = new GalleyWindow(page);
  await galley.stories.filter({ hasText: 'Tide Records' }).click();
  await galley.headline.press('Control+End');
  await page.keyboard.type(', Again');
  await galley.saved();
  for (const [choice, format] of [
    ['Web page', 'html'],
    ['Story for a CMS', 'fragment'],
    ['Wire copy', 'text'],
    ['Markdown', 'markdown'],
  ] as const) {
    await page.getByRole('button', { name: 'Export…' }).click();
    const dialog = page.getByRole('dialog', { name: 'Export' });
    await dialog.getByRole('radio', { name: choice }).check();
    await dialog.getByRole('button', { name: 'Export', exact: true }).click();
    const file = await dialog.locator('.export-result .path').textContent();
    await dialog.getByRole('button', { name: 'Done' }).click();
    const all = await articlesIn(host.deskFolder);
    const folder = all.find(({ article }) => article.headline.endsWith(', Again'))?.folder ?? '';
    const written = await fs.readFile(file ?? '', 'utf8');
    expect(written).toContain('Again');
    expect(written).toBe(await exported(folder, format));
  }
});

test('a story with pictures goes out as a page folder unless something else is chosen', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const galley = new GalleyWindow(page);
  await galley.open(/^Night Ferry/);
  const length = await page.locator('.counts').textContent();
  await page.keyboard.press('Control+e');
  const dialog = page.getByRole('dialog', { name: 'Export' });
  const size = await dialog.boundingBox();
  const apart = dialog.getByText('The picture of the story is not in this file');
  await expect(dialog.getByRole('radio', { name: 'Page folder' })).toBeChecked();
  await expect(apart).toHaveCount(0);
  await dialog.getByRole('radio', { name: 'Web page' }).check();
  await expect(apart, 'told before anything is written').toBeVisible();
  expect(await dialog.boundingBox()).toEqual(size);
  await dialog.getByRole('radio', { name: 'Page folder' }).check();
  await dialog.getByRole('button', { name: 'Export', exact: true }).click();
  const report = dialog.locator('.export-result');
  const file = (await report.locator('.path').textContent()) ?? '';
  const media = await fs.readdir(path.join(path.dirname(file), 'media'));
  expect(media.length).toBeGreaterThan(1);

  expect(await dialog.boundingBox(), 'the dialog keeps its size').toEqual(size);
  const [said = ''] = /^[\d,]+ words/u.exec(length ?? '') ?? [];
  await expect(report).toContainText(said);
  await expect(dialog.getByRole('button', { name: 'Done' })).toBeFocused();
  // A browser cannot open files or show them in their folder.
  await expect(report.getByRole('button')).toHaveText(['Copy path']);
  await report.getByRole('button').click();
  await expect(report.getByRole('button')).toHaveText('Path copied');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(file);
  await dialog.getByRole('button', { name: 'Another format' }).click();
  await expect(dialog.getByRole('radio', { name: 'Page folder' })).toBeFocused();
});

/** The frame of the preview. Its page runs no script, so it is looked at from the app's page. */
const frameOf = (page: Page) => page.getByTitle('Preview');

/** Its text; undefined for a moment in which its page is made. */
const textOf = (page: Page) =>
  frameOf(page).evaluate(
    (frame: HTMLIFrameElement) => frame.contentDocument?.querySelector('body')?.textContent,
  );

test('the preview is the exported page, also after typing, and keeps its place', async ({
  page,
  host,
}) => {
  const galley = new GalleyWindow(page);
  await galley.stories.filter({ hasText: 'Tide Records' }).click();
  await page.getByRole('button', { name: 'Preview', exact: true }).click();
  await expect.poll(() => textOf(page)).toContain('Tide Records');

  await frameOf(page).evaluate((frame: HTMLIFrameElement) => frame.contentWindow?.scrollTo(0, 600));
  const placeOfLead = () =>
    frameOf(page).evaluate(
      (frame: HTMLIFrameElement) =>
        frame.contentDocument?.querySelectorAll('article p')[4]?.getBoundingClientRect().top,
    );
  const before = await placeOfLead();
  await galley.body.focus();
  await page.keyboard.press('Control+End');
  await page.keyboard.type(' Last words.');
  await expect.poll(() => textOf(page)).toContain('Last words.');
  expect(await placeOfLead(), 'what is being read stays where it is').toBe(before);
  await galley.headline.press('Control+End');
  await page.keyboard.type(' & <b>more</b>');
  await expect.poll(() => textOf(page)).toContain('& <b>more</b>');
  await galley.saved();

  const all = await articlesIn(host.deskFolder);
  const folder = all.find(({ article }) => article.headline.endsWith('</b>'))?.folder ?? '';
  const file = await exported(folder, 'html');
  // The preview is patched a moment after the words, and once more after the save.
  await expect(async () => {
    const [shown, wanted] = await frameOf(page).evaluate((frame: HTMLIFrameElement, html) => {
      const window = frame.contentWindow as (Window & typeof globalThis) | null;
      if (window === null) throw new Error('there is no page in the preview');
      // Parsed where it is shown: the app's own policy has no styles inside pages.
      const parsed = new window.DOMParser().parseFromString(html, 'text/html');
      return [window.document.documentElement.outerHTML, parsed.documentElement.outerHTML];
    }, file);
    expect(shown).toBe(wanted);
  }).toPass({ timeout: 10_000 });
});

test('the preview plays three screens, each in its own width', async ({ page }) => {
  const galley = new GalleyWindow(page);
  await galley.stories.filter({ hasText: 'Tide Records' }).click();
  await page.getByRole('button', { name: 'Preview', exact: true }).click();
  for (const [name, width] of [
    ['Phone', 375],
    ['Tablet', 768],
    ['Desktop', 1280],
  ] as const) {
    await galley.preview.getByText(name).click();
    await expect
      .poll(() =>
        frameOf(page).evaluate((frame: HTMLIFrameElement) => frame.contentWindow?.innerWidth),
      )
      .toBe(width);
    const holder = await galley.preview.boundingBox();
    const shown = await frameOf(page).boundingBox();
    expect(shown?.width).toBeLessThanOrEqual(holder?.width ?? 0);
    expect(holder?.width, 'at most half of the window').toBeLessThanOrEqual(640);
  }
});

test('a link in the preview leads nowhere, so that the page stays', async ({ page }) => {
  const galley = new GalleyWindow(page);
  await galley.begin();
  await page.keyboard.type('Linked');
  await galley.body.focus();
  await page.keyboard.type('word');
  await page.keyboard.press('Shift+Home');
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog', { name: 'Link' }).waitFor();
  await page.keyboard.type('https://example.com/');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Preview', exact: true }).click();
  const placeOfLink = () =>
    frameOf(page).evaluate((frame: HTMLIFrameElement) => {
      const outer = frame.getBoundingClientRect();
      const link = frame.contentDocument?.querySelector('article a')?.getBoundingClientRect();
      return link && { x: outer.x + link.x + 4, y: outer.y + link.y + 4 };
    });
  await expect.poll(placeOfLink).toBeTruthy();
  const place = await placeOfLink();
  await page.mouse.click(place?.x ?? 0, place?.y ?? 0);
  await page.waitForTimeout(500);
  expect(await textOf(page)).toContain('word');
});

test('the story is copied as HTML and as text for a CMS', async ({ page, context, host }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const galley = new GalleyWindow(page);
  await galley.stories.filter({ hasText: 'Tide Records' }).click();
  await galley.saved();
  const all = await articlesIn(host.deskFolder);
  const folder =
    all.find(({ article }) => article.headline.startsWith('Tide Records'))?.folder ?? '';
  await page.getByRole('button', { name: 'More' }).click();
  await page.getByRole('menuitem', { name: 'Copy HTML' }).click();
  await expect(page.getByText('on the clipboard as HTML')).toBeVisible();
  const both = await readClipboard(page);
  expect(both['text/plain'], 'what a field for source gets').toBe(
    await exported(folder, 'fragment'),
  );
  expect(both['text/html']).toContain('<article');

  await page.getByRole('button', { name: 'More' }).click();
  await page.getByRole('menuitem', { name: 'Copy text' }).click();
  await expect(page.getByText('on the clipboard as text')).toBeVisible();
  expect(await readClipboard(page)).toEqual({ 'text/plain': await exported(folder, 'text') });
});

test('the printed proof is the published page', async ({ page }) => {
  const galley = new GalleyWindow(page);
  await galley.open(/^Tide Records/);
  await page.evaluate(() => {
    new MutationObserver((records) => {
      for (const node of records.flatMap(({ addedNodes }) => [...addedNodes])) {
        if (!(node instanceof HTMLIFrameElement)) continue;
        node.addEventListener(
          'load',
          () => {
            node.contentWindow?.addEventListener('beforeprint', () => {
              document.body.dataset['printed'] = node.contentDocument?.title ?? '';
            });
          },
          { capture: true },
        );
      }
    }).observe(document.body, { childList: true });
  });
  await page.keyboard.press('Control+p');
  await expect(page.locator('body')).toHaveAttribute('data-printed', /^Tide Records/);
});

test('what is counted in the window is what is counted on the disk, also while one types', async ({
  page,
}) => {
  const galley = new GalleyWindow(page);
  await galley.begin();
  await page.keyboard.type('One two');
  await galley.body.focus();
  const line = galley.stories.filter({ hasText: 'One two' });
  const counts = page.locator('.counts');
  // Engines part words differently at points and colons; a count must not.
  await page.keyboard.type('three—four the U.S. at 3.5 p.m. and example.com said:no 9:30 e-mail');
  await expect(counts).toContainText('14 words');
  await expect(line).toContainText('14 words');
  await galley.saved();
  await page.reload();
  await expect(line).toContainText('14 words');

  await galley.open('One two');
  await galley.body.press('Control+End');
  const shown = await counts.textContent();
  const typing = page.keyboard.type(' on and on'.repeat(12), { delay: 30 });
  await page.waitForTimeout(800);
  expect(await counts.textContent(), 'nobody has paused yet').not.toBe(shown);
  await typing;
  await expect(counts).toContainText('50 words');
  await expect(line).toContainText('50 words');

  await page.keyboard.press('Control+Shift+ArrowLeft');
  await counts.click();
  const parts = page.getByRole('dialog', { name: 'What is counted' });
  await expect(parts.getByRole('row')).toHaveText([
    'Story50 words187 characters',
    'Head2 words7 characters',
    'Selected text1 word2 characters',
  ]);
  await page.keyboard.press('Escape');
  await expect(counts).toBeFocused();
});
