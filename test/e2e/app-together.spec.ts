import type { Page } from 'playwright/test';
import { linesOf } from '../../article/blocks/holds.ts';
import { expect, test } from './app.ts';
import { twoInStory } from './someone.ts';
import { articlesIn } from './window.ts';

test.skip(({ shell }) => shell === 'electron', 'the same services and page, with a second host');
test.describe.configure({ timeout: 60_000 });

/** Types words one after the other, each with its number, as fast as people do. */
async function typeWords(page: Page, name: string, count: number): Promise<string[]> {
  const words = Array.from({ length: count }, (_, index) => `${name}${index}`);
  for (const word of words) {
    // oxlint-disable-next-line no-await-in-loop -- a person types one word after the other
    await page.keyboard.type(`${word} `, { delay: 30 });
  }
  return words;
}

test('two people at two Galleys write in one headline and one paragraph at once, and neither is in the way', async ({
  browser,
  folders,
}) => {
  const [ana, ben] = await twoInStory(browser, folders);
  const both = (act: (who: typeof ana, name: string) => Promise<string[]>) =>
    Promise.all([act(ana, 'ana'), act(ben, 'ben')]).then((words) => words.flat());

  await ana.galley.headline.press('Control+Home');
  await ben.galley.headline.press('Control+End');
  await ben.page.keyboard.type(' ');
  const headline = await both(({ page }, name) => typeWords(page, name, 10));
  const first = ({ galley }: typeof ana) => galley.body.locator(':scope > p').nth(1);
  for (const [who, key] of [
    [ana, 'End'],
    [ben, 'Home'],
  ] as const) {
    await first(who).click();
    await who.page.keyboard.press(key);
  }
  const typed = both(({ page }, name) => typeWords(page, `${name}s`, 20));
  await expect(first(ana)).toContainText('bens3', { timeout: 20_000 });
  const words = await typed;

  const story = async () => {
    const articles = (await articlesIn(folders.deskFolder)).map(({ article }) => article);
    expect(articles, 'no copy of the story is made').toHaveLength(3);
    return articles.find((article) => article.headline.includes('Night Ferry'))!;
  };
  await expect(async () => {
    const { headline: line, body } = await story();
    for (const word of headline) expect(line.split(' ')).toContain(word);
    for (const word of words) expect(linesOf(body).join(' ').split(' ')).toContain(word);
    for (const { galley } of [ana, ben]) {
      await expect(galley.headline).toHaveText(line, { timeout: 500 });
      for (const word of words) await expect(galley.body).toContainText(word, { timeout: 500 });
    }
  }).toPass({ timeout: 15_000 });
  for (const who of [ana, ben]) await who.go();
});

test('what one writes in a paragraph is in the list that the other makes of it meanwhile', async ({
  browser,
  folders,
}) => {
  const [ana, ben] = await twoInStory(browser, folders);
  const paragraph = ({ galley }: typeof ana) => galley.body.locator(':scope > p').nth(1);
  for (const who of [ana, ben]) {
    await paragraph(who).click();
    await who.page.keyboard.press('End');
  }
  const typed = typeWords(ana.page, 'ana', 30);
  await expect(paragraph(ben)).toContainText('ana3', { timeout: 20_000 });
  await ben.page.getByRole('button', { name: 'Kind of block: Paragraph' }).click();
  await ben.page.getByRole('menuitemradio', { name: 'Bulleted list', exact: true }).click();
  const words = await typed;
  await expect(async () => {
    const items = await ana.galley.body.locator('li', { hasText: 'ana0' }).allTextContents();
    expect(items).toHaveLength(1);
    for (const word of words) expect(items[0]).toContain(word);
    for (const { galley } of [ana, ben]) {
      await expect(galley.body.locator(':scope > p', { hasText: 'ana' })).toHaveCount(0);
    }
    expect(await articlesIn(folders.deskFolder)).toHaveLength(3);
  }).toPass({ timeout: 15_000 });
  for (const who of [ana, ben]) await who.go();
});
