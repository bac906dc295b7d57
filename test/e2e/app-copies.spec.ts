import fs from 'node:fs/promises';
import path from 'node:path';
import { p } from '../article/build.ts';
import { readArticleFile, serializeArticle } from '../../article/article-file.ts';
import { expect, test } from './app.ts';
import { axeFaults } from './axe.ts';
import { GalleyWindow, articlesIn } from './window.ts';

/** The dialog has to scroll for it. */
const LONG = 'Ferries sail at noon.'.padEnd(4000, ' They sail at one.');

test('a copy of a story that a sync program left is told in list and story, looked at, and merged', async ({
  page,
  host,
}) => {
  const galley = new GalleyWindow(page);
  const file = await galley.beginCalled('Harbour', host.deskFolder);
  await galley.field('Standfirst').fill('It is open.');
  await galley.saved();
  const folder = path.dirname(file);
  const { article } = readArticleFile(await fs.readFile(file, 'utf8'));
  const copy = (words: string, fields = {}) =>
    serializeArticle({
      ...article,
      modified: '2026-01-02T10:00:00.000Z',
      body: [...article.body, p(words)],
      ...fields,
    });
  const inTrash = path.join(host.deskFolder, '.galley/trash/conflict copies', article.id);

  // Told while the story is open. It counts the same saves: nobody knows which of the two is newer.
  const name = "article (Ada's conflicted copy 2026-01-02).json";
  await fs.writeFile(path.join(folder, name), copy(LONG));
  const told = galley.article.getByText(
    /^There is another copy of this story from Ada, of .*January 2, 2026\.$/,
  );
  await expect(told).toBeVisible();
  const line = galley.stories.filter({ hasText: 'Harbour' });
  await expect(line).toHaveCount(1);
  await expect(line).toHaveAccessibleName(/another copy$/);
  expect(await axeFaults(page, { iframes: false }), 'told').toEqual([]);

  await galley.article.getByRole('button', { name: 'Look at it' }).click();
  await expect(page.getByRole('dialog').getByRole('button', { name: 'Cancel' })).toBeFocused();
  const dialog = page.getByRole('dialog', { name: 'Another copy of this story' });
  await expect(dialog.getByRole('row')).toHaveText([
    'This storyThe copy from Ada',
    `Nothing here${LONG}`,
  ]);
  expect(await axeFaults(page, { iframes: false }), 'looked at').toEqual([]);
  await dialog.getByRole('button', { name: 'Merge it' }).click();
  await expect(galley.news).toHaveText([/^This story now has what the copy had/]);
  await expect(galley.body).toContainText(LONG);
  await expect(told).toHaveCount(0);
  await expect(line).toHaveAccessibleName(/ago|now$/);
  expect(await fs.readdir(inTrash)).toEqual([name]);

  await galley.field('Standfirst').fill('It is open again.');
  await galley.saved();
  // Where both say different things, the copy becomes a story of its own.
  await fs.writeFile(
    path.join(folder, 'article 2.json'),
    copy('', { standfirst: 'It is shut.', saves: { ...article.saves, elsewhere: 1 } }),
  );
  await galley.article.getByRole('button', { name: 'Merge it' }).click();
  await expect(galley.news.last()).toContainText('“Harbour (conflict copy)”');
  await expect(galley.field('Standfirst')).toHaveText('It is open again.');
  await expect(galley.stories.filter({ hasText: 'Harbour' })).toHaveCount(2);
  await expect(galley.stories.filter({ hasText: 'conflict copy' })).toHaveCount(1);

  // A copied folder is no story of its own; set aside, it goes to the trash.
  await fs.cp(folder, `${folder} - Copy`, { recursive: true });
  await expect(galley.article.getByText(/^There is another copy of this story, of/)).toBeVisible();
  await expect(galley.stories.filter({ hasText: 'Harbour' })).toHaveCount(2);
  await galley.article.getByRole('button', { name: 'Set it aside' }).click();
  await expect(galley.news.last()).toHaveText('The copy is in the trash of the desk.');
  await expect(galley.article.getByText(/another copy/)).toHaveCount(0);
  expect(await fs.readdir(inTrash)).toHaveLength(3);
  expect((await articlesIn(host.deskFolder)).map((one) => one.article.headline)).not.toContain('');
});

/** Longer than two lines of the list, and than a notice quotes. */
const HEADLINE =
  'Harbour tunnel opens after eleven years of work, three ministers and one very patient ferryman';

test('a copy of a long story shows the words that differ, and merging it leaves the proof where it is', async ({
  page,
  host,
}) => {
  const galley = new GalleyWindow(page);
  const file = await galley.beginCalled('Harbour', host.deskFolder);
  await galley.open(/^Night Ferry/u);
  const { article: begun } = readArticleFile(await fs.readFile(file, 'utf8'));
  const body = Array.from({ length: 30 }, (_, at) => p(`${at}. ${'Ferries sail. '.repeat(30)}`));
  const article = {
    ...begun,
    headline: HEADLINE,
    body: [...body, p('The last ferry sails at one.')],
  };
  await fs.writeFile(file, serializeArticle(article));
  await galley.open(HEADLINE);
  await galley.body.getByText(/^0\. Ferries/u).click();
  const last = galley.body.getByText(/^The last ferry sails/u);
  await last.scrollIntoViewIfNeeded();

  const copy = {
    ...article,
    body: [...body, { ...p('The last ferry sails at ten.'), id: article.body.at(-1)!.id }],
  };
  const name = path.join(path.dirname(file), "article (Mo's conflicted copy 2026-01-02).json");
  await fs.writeFile(name, serializeArticle(copy));
  await galley.article.getByRole('button', { name: 'Look at it' }).click();
  const dialog = page.getByRole('dialog', { name: 'Another copy of this story' });
  await expect(dialog.locator('mark')).toHaveText(['one', 'ten']);
  await expect(dialog).toContainText('Where the two disagree, this story keeps its own words');
  for (const theme of ['light', 'dark', 'contrast']) {
    // oxlint-disable-next-line no-await-in-loop
    await page.locator(':root').evaluate((root, value) => {
      root.dataset['theme'] = value;
    }, theme);
    // oxlint-disable-next-line no-await-in-loop
    expect(await axeFaults(page, { iframes: false }), theme).toEqual([]);
  }
  await dialog.getByRole('button', { name: 'Merge it' }).click();

  await expect(galley.news).toHaveText(
    'Where the two disagree, this story keeps its own words. The copy is now a separate story: “Harbour tunnel opens after eleven years of work, three… (conflict copy)”.',
  );
  await expect(galley.article.getByText(/^There is another copy/u)).toHaveCount(0);
  await expect(last).toBeInViewport();
  // The two are told apart in the list, where neither headline has room.
  await expect(galley.stories.filter({ hasText: HEADLINE })).toHaveCount(2);
  await expect(galley.stories.getByText('conflict copy', { exact: true })).toBeInViewport();
  // What is said of this story is not said of another.
  await galley.open(/^Night Ferry/u);
  // Sooner than it goes by itself.
  await expect(galley.news).toHaveCount(0, { timeout: 1000 });
});
