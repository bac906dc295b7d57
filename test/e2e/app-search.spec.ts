import { expect, test } from './app.ts';
import { GalleyWindow } from './window.ts';

test('a search shows the words around its hits, and understands fields and operators', async ({
  page,
}) => {
  const galley = new GalleyWindow(page);
  await expect(galley.stories).toHaveCount(3);
  await galley.begin();
  await page.keyboard.type('Zeppelin over the bay');
  await galley.body.click();
  await page.keyboard.type('Crowds watched the silver airship turn above the harbour café.');
  await galley.saved();
  await expect(galley.stories).toHaveCount(4);
  const search = galley.field('Search stories');
  const found = galley.stories.first();
  const filter = galley.desk.getByRole('group', { name: 'Stories by status' });
  await expect(filter).toHaveText(/^Stories by statusAll 4Draft 2In review 1/);

  // In the text: a line with the hits marked. The last word may be unfinished.
  await search.fill('CAFE silver airsh');
  await expect(galley.stories).toHaveCount(1);
  await expect(found.locator('.row-snippet')).toContainText('Crowds watched the silver airship');
  await expect(found.locator('mark')).toHaveText(['silver', 'airship', 'café']);
  // The counts are those of what was found, whichever of it is listed.
  await expect(filter).toHaveText(/^Stories by statusAll 1Draft 1In review 0/);
  await filter.getByText('Published').click();
  await expect(galley.stories).toHaveCount(0);
  await expect(filter).toHaveText(/^Stories by statusAll 1Draft 1In review 0/);
  await filter.getByText('All').click();

  // In the headline: marked there, and not shown twice.
  await search.fill('headline:zeppelin');
  await expect(found.locator('.row-headline mark')).toHaveText(['Zeppelin']);
  await expect(found.locator('.row-snippet')).toHaveCount(0);

  await search.fill('"airship silver"');
  await expect(galley.desk.getByText('No story matches')).toBeVisible();
  await expect(galley.desk.getByText('section:politics')).toBeVisible();

  await search.fill('NOT airship');
  await expect(galley.stories).toHaveCount(3);
  await search.fill('airship OR status:published');
  await expect(galley.stories.filter({ hasText: 'Zeppelin over the bay' })).toHaveCount(1);
  // Unfinished, it is a search for the words.
  await search.fill('"silver airship');
  await expect(galley.stories).toHaveCount(1);

  await search.press('Escape');
  await expect(galley.stories).toHaveCount(4);
  await expect(filter).toHaveText(/^Stories by statusAll 4/);
  await expect(galley.desk.locator('mark')).toHaveCount(0);
});

test('what a search finds is opened by keys alone', async ({ page }) => {
  const galley = new GalleyWindow(page);
  await expect(galley.stories).toHaveCount(3);
  await page.keyboard.press('Control+Shift+F');
  const search = galley.field('Search stories');
  await expect(search).toBeFocused();
  await page.keyboard.type('ferry captain');
  await page.keyboard.press('Enter');
  await expect(galley.headline).toHaveText(/^Night Ferry/);

  await page.keyboard.press('Control+Shift+F');
  await page.keyboard.type('ministry');
  await expect(galley.stories).toHaveCount(2);
  await page.keyboard.press('ArrowDown');
  await expect(galley.stories.first()).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await expect(search).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(galley.headline).toHaveText(/^Tide Records/);
});
