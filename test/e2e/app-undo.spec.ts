import fs from 'node:fs/promises';
import path from 'node:path';
import { serializeArticle } from '../../article/article-file.ts';
import { expect, test } from './app.ts';
import { inputMethod } from './input-method.ts';
import { GalleyWindow, articleIn } from './window.ts';

test('undo follows one timeline through text and fields, also after another story', async ({
  page,
  host,
}) => {
  const galley = new GalleyWindow(page);
  const { keyboard } = page;
  const search = galley.field('Search stories');
  const section = page.getByRole('combobox', { name: 'Section' });
  await galley.beginCalled('Harbour', host.deskFolder);
  await galley.body.click();
  await keyboard.type('The quays were shut.');
  await section.fill('Ports');
  await galley.field('Keywords').click();
  await keyboard.type('ships, pilots');
  await galley.headline.click();
  await keyboard.press('End');
  await keyboard.type(' opens');
  await galley.body.click();
  await keyboard.press('Control+b');
  await keyboard.type('Bold.');
  await galley.saved();

  await test.step('from anywhere, each burst in its place, with the caret there', async () => {
    await galley.field('Slugline').focus();
    await keyboard.press('Control+z');
    await expect(galley.body).toHaveText('The quays were shut.');
    await expect(galley.body).toBeFocused();
    await keyboard.press('Control+z');
    await expect(galley.headline).toHaveText('Harbour');
    await expect(galley.headline).toBeFocused();
    await keyboard.press('Control+z');
    await expect(galley.field('Keywords')).toHaveValue('');
    await expect(galley.field('Keywords')).toBeFocused();
    await keyboard.press('Control+Shift+z');
    await expect(galley.field('Keywords')).toHaveValue('ships, pilots');
    await keyboard.press('Control+y');
    await expect(galley.headline).toHaveText('Harbour opens');
    await expect(galley.headline).toBeFocused();
    await keyboard.type('!');
    await expect(galley.headline).toHaveText('Harbour opens!');
    await expect(page.getByRole('button', { name: 'Redo' })).toBeDisabled();
  });

  await test.step('after another story was open', async () => {
    await galley.begin();
    await expect(page.getByRole('button', { name: 'Undo' })).toBeDisabled();
    await galley.open('Harbour opens!');
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(galley.headline).toHaveText('Harbour opens');
    await page.getByRole('button', { name: 'More' }).click();
    await page.getByRole('menuitem', { name: /^Undo/ }).click();
    await expect(galley.headline).toHaveText('Harbour');
  });

  await test.step('in Details that are folded away, and in the text', async () => {
    await page.getByRole('button', { name: 'Preview', exact: true }).click();
    await keyboard.press('Control+z');
    await expect(galley.field('Keywords')).toBeFocused();
    await keyboard.press('Control+z');
    await expect(section).toHaveValue('');
    await keyboard.press('Control+z');
    await expect(galley.body).toHaveText('');
    await expect(galley.body).toBeFocused();
    await keyboard.press('Control+y');
    await expect(galley.body).toHaveText('The quays were shut.');
    await keyboard.type(' Again.');
    await expect(galley.body).toHaveText('The quays were shut. Again.');
    await galley.saved();
  });

  await test.step('a word of an input method, however long its choice takes', async () => {
    const { compose, commit } = await inputMethod(page);
    await galley.field('Kicker').click();
    await keyboard.type('Tokyo ');
    await compose('に');
    await page.waitForTimeout(900);
    await compose('日本');
    await commit('日本');
    await expect(galley.field('Kicker')).toHaveText('Tokyo 日本');
    await keyboard.press('Control+z');
    await expect(galley.field('Kicker')).toHaveText('Tokyo ');
    await keyboard.press('Control+z');
    await expect(galley.field('Kicker')).toHaveText('');
  });

  await test.step('a search is undone where it is typed', async () => {
    await search.click();
    await keyboard.type('quays');
    await keyboard.press('Control+z');
    // How much of it the browser takes back at once is the browser's affair.
    await expect(search).not.toHaveValue('quays');
    await expect(galley.body).toHaveText('The quays were shut. Again.');
    await search.fill('');
  });

  await test.step('what someone else wrote meanwhile is not taken back', async () => {
    await galley.saved();
    await galley.begin();
    const { folder, article } = await articleIn(host.deskFolder, 'Harbour');
    const theirs = serializeArticle({ ...article, standfirst: 'Theirs.' });
    await fs.writeFile(path.join(folder, 'article.json'), theirs);
    await galley.open('Harbour');
    await expect(galley.field('Standfirst')).toHaveText('Theirs.');
    await expect(page.getByRole('button', { name: 'Undo' })).toBeDisabled();
    await galley.body.focus();
    await keyboard.press('Control+z');
    await expect(galley.field('Standfirst')).toHaveText('Theirs.');
    await expect(galley.body).toHaveText('The quays were shut. Again.');
  });
});
