import { expect, test } from './app.ts';
import { GalleyWindow } from './window.ts';

test('a note is dated on the clock of the house, also when the house moves', async ({ page }) => {
  const galley = new GalleyWindow(page);
  await galley.begin();
  await galley.body.click();
  await page.keyboard.type('/corr');
  await page.keyboard.press('Enter');
  await page.keyboard.type('The hour was wrong.');
  const time = page.getByLabel(/^Time of the note/);
  const before = new Date(`${await time.inputValue()}Z`);
  await galley.desk.getByRole('button', { name: 'Settings…' }).click();
  await page.getByRole('combobox', { name: 'Time zone' }).fill('Honolulu');
  await page
    .getByRole('option', { name: /Pacific\/Honolulu/ })
    .first()
    .click();
  await page.getByRole('button', { name: 'Save settings' }).click();
  await expect(page.getByLabel('Time of the note, Pacific/Honolulu')).toBeVisible();
  // The sample house is in Tokyo, 19 hours ahead.
  const after = new Date(`${await time.inputValue()}Z`);
  expect(before.getTime() - after.getTime()).toBe(19 * 3_600_000);
});
