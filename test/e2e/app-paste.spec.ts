import type { Article } from '../../article/article.ts';
import { linesOf } from '../../article/blocks/holds.ts';
import { printedByline } from '../../article/byline.ts';
import { wordsOf } from '../article/pasted.ts';
import { expect, test } from './app.ts';
import { copyElsewhere } from './clipboard.ts';
import { shortLines } from '../renderer/editor/short-lines.ts';
import { GalleyWindow, articleIn, articlesIn } from './window.ts';

const LEAD = 'Two ferries collided in thick fog on Monday, the harbor office said.';
const MORE = 'The port was closed for the morning, and crews were asked to wait outside.';
const LAST = 'All 214 passengers were brought ashore within the hour.';

const COPY = [
  'BC-XX--Harbor Fog, 1st Ld-Writethru, 300',
  'Two Ferries Collide in Harbor Fog',
  'Eds: UPDATES with quotes.',
  'By ANN EXAMPLE',
  'Associated Press Writer',
  '11:01 JST, December 25, 2021',
  `OSLO, Norway (AP) — ${LEAD}`,
  MORE,
  LAST,
  'Top Articles in Ports',
  '-',
  'Council votes on the tram line',
  '-',
  'Bridge closes for a year (UPDATE 1)',
].join('\n');

const LINES = [
  `[OSLO, Norway (AP) — ]${LEAD}`,
  MORE,
  LAST,
  '= Top Articles in Ports (links, rail)',
  '  - Council votes on the tram line',
  '  - Bridge closes for a year (UPDATE 1)',
];

/** All words of a story in a fixed order, without signs. */
function wordsIn(article: Article): string[] {
  const { slugline, headline, edNote, stamp, body } = article;
  const text = [slugline, headline, edNote, printedByline(article), stamp?.printed ?? ''];
  return bagOf([...text, ...linesOf(body)].join(' '));
}

function bagOf(text: string): string[] {
  return (wordsOf(text).match(/[\p{L}\p{N}]+/gu) ?? []).toSorted();
}

class Paster extends GalleyWindow {
  get offer() {
    return this.page.getByRole('group', { name: 'Wire copy found' });
  }

  async paste(text: string, html?: string): Promise<void> {
    await copyElsewhere(this.page, { text, ...(html !== undefined && { html }) });
    await this.body.focus();
    await this.page.keyboard.press('Control+v');
  }
}

test('wire copy is pasted at once, and fills the fields of a new story when it is asked to', async ({
  page,
  host,
}) => {
  const galley = new Paster(page);
  const before = (await articlesIn(host.deskFolder)).map(({ article }) => article.id);
  await galley.begin();
  await galley.paste(COPY);
  await expect(galley.body).toContainText('Associated Press Writer');
  await expect(galley.headline).toHaveText('');
  await expect(galley.offer).toContainText(
    'fill slugline, headline, byline, time, dateline, sidebars and note to the desk',
  );
  await expect(page.getByText('reads like a dateline')).toHaveCount(0);
  await expect(galley.body).toBeFocused();
  await galley.saved();
  const newOne = async () => {
    const all = await articlesIn(host.deskFolder);
    const found = all.find(({ article }) => !before.includes(article.id));
    if (found === undefined) throw new Error('the new story is not on the desk');
    return found.article;
  };
  const pasted = await newOne();
  expect(wordsIn(pasted)).toEqual(bagOf(COPY));

  await page.keyboard.press('Control+Enter');
  await expect(galley.offer).toBeHidden();
  await expect(galley.headline).toHaveText('Two Ferries Collide in Harbor Fog');
  await expect(galley.body).toBeFocused();
  await galley.saved();
  const filled = (await articleIn(host.deskFolder, 'Two Ferries Collide in Harbor Fog')).article;
  expect(shortLines(filled.body)).toEqual(LINES);
  expect(filled).toMatchObject({
    slugline: 'BC-XX--Harbor Fog',
    bylineText: 'By ANN EXAMPLE, Associated Press Writer',
    bylines: [{ name: 'ANN EXAMPLE', role: 'author' }],
    stamp: { instant: '2021-12-25T11:01:00+09:00', printed: '11:01 JST, December 25, 2021' },
    edNote: '1st Ld-Writethru, 300\nEds: UPDATES with quotes.',
  });
  expect(wordsIn(filled)).toEqual(bagOf(COPY));

  await test.step('one undo brings back what was pasted, another takes it away', async () => {
    await page.keyboard.press('Control+z');
    await expect(galley.headline).toHaveText('');
    await expect(galley.body).toContainText('Associated Press Writer');
    await galley.saved();
    const undone = await newOne();
    expect(undone.body).toEqual(pasted.body);
    const { modified, saves } = undone;
    expect(undone).toEqual({ ...pasted, modified, saves });
    await expect(galley.offer).toBeHidden();
    await page.keyboard.press('Control+z');
    await expect(galley.body).toHaveText('');
    await page.keyboard.press('Control+Shift+z');
    await page.keyboard.press('Control+Shift+z');
    await expect(galley.headline).toHaveText('Two Ferries Collide in Harbor Fog');
    await galley.saved();
    expect(wordsIn(await newOne())).toEqual(bagOf(COPY));
  });

  await test.step('what was written since is undone first', async () => {
    await galley.headline.fill('Fog in the Harbor');
    await galley.body.focus();
    await page.keyboard.press('Control+z');
    await expect(galley.headline).toHaveText('Two Ferries Collide in Harbor Fog');
    await page.keyboard.press('Control+z');
    await expect(galley.headline).toHaveText('');
    await expect(galley.body).toContainText('Associated Press Writer');
    await galley.saved();
    expect(await newOne()).toMatchObject({ headline: '', slugline: '' });
  });
});

test('kept as pasted it stays as it is, and the offer goes', async ({ page, host }) => {
  const galley = new Paster(page);
  await galley.begin();
  await page.keyboard.type('Fog');
  await galley.paste(COPY);
  await expect(galley.offer).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(galley.offer).toBeHidden();
  await expect(page.getByRole('group', { name: 'Dateline found' })).toBeHidden();
  await expect(galley.body).toBeFocused();
  await page.keyboard.type(' Done.');
  await galley.saved();
  const { article } = await articleIn(host.deskFolder, 'Fog');
  expect(bagOf(linesOf(article.body).join(' '))).toEqual(bagOf(`${COPY} Done.`));
});

for (const lines of [0, 30]) {
  test(`the offer hides no line of what was pasted, with ${lines} more lines`, async ({ page }) => {
    const galley = new Paster(page);
    await galley.begin();
    const [head = '', ...tail] = COPY.split(`\n${LAST}\n`);
    const more = Array.from({ length: lines }, (_, at) => `${at}. ${MORE}`);
    await galley.paste([head, ...more, LAST, ...tail].join('\n'));
    await expect(galley.offer).toBeVisible();
    const box = await galley.offer.boundingBox();
    expect(box?.height).toBeGreaterThan(20);
    const hidden = await galley.body.evaluate(
      (body, { y, height }) => {
        const texts = document.createTreeWalker(body, NodeFilter.SHOW_TEXT);
        const found: string[] = [];
        for (let text = texts.nextNode(); text !== null; text = texts.nextNode()) {
          const range = document.createRange();
          range.selectNodeContents(text);
          const under = [...range.getClientRects()].some(
            ({ top, bottom }) => bottom > y && top < y + height,
          );
          if (under) found.push(text.textContent ?? '');
        }
        return found;
      },
      box as NonNullable<typeof box>,
    );
    expect(hidden).toEqual([]);
  });
}

test('the offer goes by its own button, with typing and with undo', async ({ page }) => {
  const galley = new Paster(page);
  await galley.begin();
  await galley.paste(COPY);
  await galley.offer.getByRole('button', { name: /^Keep as pasted/ }).click();
  await expect(galley.offer).toBeHidden();
  await expect(galley.body).toBeFocused();
  await page.keyboard.press('Enter');
  await galley.paste(COPY);
  await expect(galley.offer).toBeVisible();
  await page.keyboard.type('x');
  await expect(galley.offer).toBeHidden();
  await page.keyboard.press('Enter');
  await galley.paste(COPY);
  await expect(galley.offer).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(galley.offer).toBeHidden();
});

test('in a story that has words only what is empty is filled', async ({ page, host }) => {
  const galley = new Paster(page);
  await galley.begin();
  await page.keyboard.type('Fog in the Harbor');
  await galley.body.focus();
  await page.keyboard.type('Written before. Written after.');
  for (let at = 0; at < 'Written after.'.length; at += 1) await page.keyboard.press('ArrowLeft');
  await galley.paste(COPY);
  await expect(galley.offer).toContainText('The story keeps its own headline.');
  await galley.offer.getByRole('button', { name: /^Fill in/ }).click();
  await expect(galley.headline).toHaveText('Fog in the Harbor');
  await galley.saved();
  const { article } = await articleIn(host.deskFolder, 'Fog in the Harbor');
  expect(shortLines(article.body)).toEqual([
    'Written before. Two Ferries Collide in Harbor Fog',
    ...LINES,
    'Written after.',
  ]);
  expect(article.slugline).toBe('BC-XX--Harbor Fog');
  expect(wordsIn(article)).toEqual(
    bagOf(`Fog in the Harbor Written before. Written after. ${COPY}`),
  );
  await galley.body.focus();
  await page.keyboard.press('Control+z');
  await galley.saved();
  const undone = (await articleIn(host.deskFolder, 'Fog in the Harbor')).article;
  expect(undone.slugline).toBe('');
  expect(wordsIn(undone)).toEqual(wordsIn(article));
});

test('the same copy as HTML keeps its links; of a page with a picture nothing is offered', async ({
  page,
  host,
}) => {
  const galley = new Paster(page);
  const html = `<h1>Two Ferries Collide in Harbor Fog</h1><p>By Ann Example</p>
    <p>11:01 JST, December 25, 2021</p>
    <p>OSLO, Norway (AP) — Two ferries <a href="https://example.com/fog">collided</a> in fog.</p>
    <p>The <b>port</b> was closed.</p><p>All were saved.</p>
    <p>Top Articles in Ports</p><ul><li><a href="https://example.com/tram">Council votes</a></li></ul>`;
  await galley.begin();
  await galley.paste('as text', html);
  await galley.offer.getByRole('button', { name: /^Fill in/ }).click();
  await expect(galley.headline).toHaveText('Two Ferries Collide in Harbor Fog');
  await galley.saved();
  const { article } = await articleIn(host.deskFolder, 'Two Ferries Collide in Harbor Fog');
  expect(article.body).toMatchObject([
    { type: 'dateline', printed: 'OSLO, Norway (AP) — ' },
    {
      content: [
        { text: 'Two ferries ' },
        { text: 'collided', marks: [{ href: 'https://example.com/fog' }] },
        { text: ' in fog.' },
      ],
    },
    { content: [{ text: 'The ' }, { text: 'port', marks: [{ type: 'bold' }] }, {}] },
    { type: 'paragraph' },
    {
      type: 'sidebar',
      title: 'Top Articles in Ports',
      body: [{ items: [{ content: [{ marks: [{ href: 'https://example.com/tram' }] }] }] }],
    },
  ]);

  await galley.begin();
  await galley.paste('as text', `${html}<img src="https://example.com/a.jpg" alt="Fog">`);
  await expect(galley.body).toContainText('Council votes');
  await page.waitForTimeout(300);
  await expect(galley.offer).toBeHidden();
});
