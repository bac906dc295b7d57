import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { AxeResults, RunOptions } from 'axe-core';
import * as fc from 'fast-check';
import { type Page, expect, test } from 'playwright/test';
import sharp from 'sharp';
import type { Article } from '../../article/article.ts';
import { html } from '../../article/formats/html.ts';
import { table } from '../article/build.ts';
import { arbitraryArticle } from '../article/arbitrary.ts';
import { runs } from '../article/runs.ts';
import { PICTURES, richStory, story } from '../article/story.ts';
import { render } from '../article/render.ts';

const file = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));

let folder: string;
let stylesheet: string;
let axe: string;

test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'galley-page-'));
  stylesheet = await readFile(file('assets/article.css'), 'utf8');
  await mkdir(join(folder, 'media'));
  const [harbour, crane] = PICTURES;
  await grey(1600, 900).toFile(join(folder, 'media', harbour));
  await grey(800, 800).toFile(join(folder, 'media', crane));
  axe = await readFile(file('node_modules/axe-core/axe.min.js'), 'utf8');
});

test.afterAll(async () => {
  await rm(folder, { recursive: true });
});

function grey(width: number, height: number) {
  return sharp({ create: { width, height, channels: 3, background: '#765' } });
}

/** Writes the page of a story to disk; answers its address. */
async function publishPage(name: string, article: Article): Promise<string> {
  const house = { name: 'The Harbour Gazette', lineLength: 42, zone: 'Asia/Tokyo' };
  const path = join(folder, `${name}.html`);
  await writeFile(path, render(html, article, { house, stylesheet, dropUnknown: true }).text);
  return pathToFileURL(path).href;
}

/** Opens each page and answers every request that was made, and what axe finds in either scheme. */
async function inspect(page: Page, addresses: readonly string[]) {
  const requests: string[] = [];
  const violations: string[] = [];
  // Pictures of the story lie beside the page.
  page.on('request', (request) => {
    if (!request.url().startsWith(pathToFileURL(join(folder, 'media/')).href)) {
      requests.push(request.url());
    }
  });
  for (const address of addresses) {
    await page.goto(address);
    await page.evaluate(axe);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      // Dark differs in its colours alone.
      const rules = colorScheme === 'dark' ? ['color-contrast-enhanced'] : undefined;
      const results = await page.evaluate(runAxe, rules);
      for (const { id, nodes } of results.violations) {
        violations.push(`${colorScheme} ${id}: ${nodes.map((node) => node.html).join(' ')}`);
      }
    }
  }
  return { requests, violations };
}

function runAxe(only: string[] | undefined): Promise<AxeResults> {
  const options: RunOptions = {
    ...(only !== undefined && { runOnly: only }),
    rules: {
      'color-contrast-enhanced': { enabled: true },
      'identical-links-same-purpose': { enabled: true },
      'target-size': { enabled: true },
    },
  };
  const { axe: run } = window as unknown as {
    axe: { run: (o: RunOptions) => Promise<AxeResults> };
  };
  return run.run(options);
}

test('the page of a story is accessible in light and dark, and asks nothing of anyone', async ({
  page,
}) => {
  const pages = [
    await publishPage('story', story()),
    await publishPage('rich', richStory()),
    await publishPage('rich-arabic', { ...richStory(), language: 'ar' }),
    await publishPage('untitled', { ...story(), headline: '', language: 'ar' }),
  ];
  expect(await inspect(page, pages)).toEqual({ requests: pages, violations: [] });
});

test('so are the pages of stories of any text', async ({ page }) => {
  test.slow();
  const stories = fc.sample(arbitraryArticle(), { ...runs(20), seed: 1987 });
  const pages = await Promise.all(
    stories.map((article, index) => publishPage(`any-${index}`, article)),
  );
  expect(await inspect(page, pages)).toEqual({ requests: pages, violations: [] });
});

test('the rail is beside the text on a desktop and below it on a phone', async ({ page }) => {
  await page.goto(await publishPage('rail', story()));
  const text = page.locator('.text');
  const rail = page.locator('.beside');
  const boxes = async () => [(await text.boundingBox())!, (await rail.boundingBox())!] as const;

  await page.setViewportSize({ width: 1280, height: 800 });
  let [textBox, railBox] = await boxes();
  expect(railBox.x).toBeGreaterThan(textBox.x + textBox.width);
  expect(railBox.y).toBeLessThan(textBox.y + 40);

  await page.setViewportSize({ width: 320, height: 640 });
  [textBox, railBox] = await boxes();
  expect(railBox.y).toBeGreaterThan(textBox.y + textBox.height);
  expect(railBox.x).toBe(textBox.x);
});

test('pictures of the story are shown in the width of the text, and nothing makes a phone scroll sideways', async ({
  page,
}) => {
  const wide = Array.from({ length: 9 }, (_, column) => `Column ${column} of a wide table`);
  const { body, ...fields } = richStory();
  await page.goto(
    await publishPage('phone', {
      ...fields,
      body: [...body, table([wide, wide], { header: true })],
    }),
  );
  await page.setViewportSize({ width: 375, height: 800 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(375);
  const first = page.locator('.text > .image img').first();
  await expect(first).toHaveJSProperty('naturalWidth', 1600);
  const [picture, text] = [await first.boundingBox(), await page.locator('.text').boundingBox()];
  expect(picture!.width).toBe(text!.width);

  const frame = page.locator('.text > .table-frame').last();
  await frame.focus();
  for (let times = 0; times < 5; times += 1) await page.keyboard.press('ArrowRight');
  await expect.poll(() => frame.evaluate((element) => element.scrollLeft)).toBeGreaterThan(100);
});

test('on paper a story has the whole width, its stamp below the byline, and numbered pages', async ({
  page,
}) => {
  const { body, ...fields } = richStory();
  const long = Array.from({ length: 30 }, (_, row) => [`Berth ${row}`, `${row},000`]);
  await page.goto(await publishPage('paper', { ...fields, body: [...body, table(long)] }));
  await page.emulateMedia({ media: 'print' });
  const [whole, byline, stamp] = await Promise.all(
    ['.story', '.byline', '.stamp'].map((name) => page.locator(name).first().boundingBox()),
  );
  const width = await page.evaluate(() => document.documentElement.clientWidth);
  expect(whole).toMatchObject({ x: 0, width });
  expect(stamp!.x).toBe(byline!.x);
  expect(stamp!.y).toBeGreaterThanOrEqual(byline!.y + byline!.height);

  const rules = await page.evaluate(() =>
    [...document.styleSheets].flatMap((sheet) =>
      [...sheet.cssRules].flatMap((rule) =>
        rule instanceof CSSMediaRule && rule.conditionText === 'print' ? rule.cssText : [],
      ),
    ),
  );
  expect(rules.join(' ')).toMatch(
    /@page \{.*@bottom-center \{.*counter\(page\).*counter\(pages\)/su,
  );

  const breaks = (tables: string) =>
    page.locator(tables).evaluateAll((all) => all.map((one) => getComputedStyle(one).breakInside));
  expect(await breaks('.text > .table-frame')).toEqual(['avoid', 'avoid', 'auto']);
  expect(await breaks('.text > :is(.image, .pullquote)')).toEqual(['avoid', 'avoid', 'avoid']);
  for (const name of ['23', '1,204,000', 'Boats']) {
    await expect(page.getByText(name, { exact: true })).toHaveCSS('text-align', 'right');
  }
  const [label, words] = await Promise.all(
    ['.label', '.note-text'].map((name) =>
      page.locator('.correction-note').first().locator(name).boundingBox(),
    ),
  );
  expect(words!.y).toBeGreaterThanOrEqual(label!.y + label!.height);
});

test('a long word or headline never makes a phone scroll sideways', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  const long = 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft';
  const { body, ...fields } = story();
  const words = JSON.stringify(body).replaceAll('ferry', long).replaceAll('Cabinet', long);
  await page.goto(
    await publishPage('long', {
      ...fields,
      headline: `${long} ${story().headline}`,
      standfirst: long,
      keywords: [long],
      body: JSON.parse(words) as Article['body'],
    }),
  );
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
});

test('a line of the story has 64 to 72 letters', async ({ page }) => {
  const sentence =
    'The ministry said that it will ask the port to keep a closer watch on its boats. ';
  const [lead] = story().body.filter((block) => block.type === 'paragraph');
  await page.goto(
    await publishPage('measure', {
      ...story(),
      body: [{ ...lead!, content: [{ text: sentence.repeat(12).trim() }] }],
    }),
  );
  const perLine = await page.locator('.text p').evaluate((paragraph) => {
    const text = paragraph.firstChild!;
    const range = document.createRange();
    const tops = new Set<number>();
    let last = 0;
    for (let at = 0; at < text.textContent!.length; at += 1) {
      range.setStart(text, at);
      range.setEnd(text, at + 1);
      const { top } = range.getBoundingClientRect();
      if (!tops.has(top)) last = at;
      tops.add(top);
    }
    return last / (tops.size - 1);
  });
  expect(perLine).toBeGreaterThanOrEqual(64);
  expect(perLine).toBeLessThanOrEqual(72);
});
