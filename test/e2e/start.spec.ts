import { expect, test } from './app.ts';

test('a new desk opens with its sample stories, and the first can be read', async ({ page }) => {
  await expect(page).toHaveTitle(/Galley/u);
  expect(page.url()).not.toContain('token');
  const stories = page.getByRole('list', { name: 'Stories' }).getByRole('button');
  await expect(stories).toHaveCount(3);
  await stories.first().click();
  await expect(page.getByRole('textbox', { name: 'Story body' })).toBeVisible();
  await expect(page.getByRole('status').filter({ hasText: 'Saved' })).toBeVisible();
});

test('opening the app again needs no new token', async ({ page }) => {
  await expect(page.getByRole('region', { name: 'Desk', exact: true })).toBeVisible();
  await page.reload();
  await expect(page.getByRole('region', { name: 'Desk', exact: true })).toBeVisible();
});
