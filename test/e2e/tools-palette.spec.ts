import { commands } from '../../electron/contract/commands.ts';
import { datelineBlock, list, p, sidebar } from '../article/build.ts';
import { expect, test } from './tools.ts';

const inserts = commands.filter(({ menu }) => menu === 'insert');
const names = ['Dateline…', 'Crosshead', 'Bulleted list', 'Numbered list', 'Divider'];

test('a slash on an empty line offers every block, and typing narrows it', async ({ editor }) => {
  const options = editor.page.getByRole('listbox', { name: 'Insert' }).getByRole('option');
  await editor.load([p('')]);
  await editor.type('/');
  await expect(options).toHaveCount(inserts.length);
  await expect(options.first()).toHaveAttribute('aria-selected', 'true');
  for (const name of names) await expect(options.filter({ hasText: name })).toHaveCount(1);
  await editor.type('rank');
  await expect(options).toHaveText(['Sidebar: ranking']);
  const id = await options.first().getAttribute('id');
  await expect(editor.body).toHaveAttribute('aria-activedescendant', id ?? '');
  await editor.press('Enter');
  await editor.type('Most read');
  await editor.press('Enter');
  await editor.type('Bridge closed');
  expect(await editor.lines()).toEqual(['= Most read (ranking, rail)', '  1. Bridge closed', '']);
  await expect(options).toHaveCount(0);
  await expect(editor.body).not.toHaveAttribute('aria-activedescendant');
});

test('arrows go through the blocks, Tab takes one, and one types on in it', async ({ editor }) => {
  await editor.load([p('')]);
  await editor.type('/');
  await editor.press('ArrowDown', 'ArrowDown', 'ArrowUp', 'Tab');
  await editor.type('What happens next');
  expect(await editor.lines()).toEqual(['## What happens next']);
});

test('the dateline is asked for from the palette, and the slash is gone', async ({ editor }) => {
  await editor.load([p('')]);
  await editor.type('/date');
  await editor.press('Enter');
  await expect(editor.page.getByRole('dialog', { name: 'Dateline' })).toBeVisible();
  await editor.type('Bergen');
  await editor.press('Enter');
  await editor.type('The ferry sails.');
  expect(await editor.lines()).toEqual(['[BERGEN (Jiji Press) — ]The ferry sails.']);
});

test('after text the block opens below it, and the slash is gone', async ({ editor }) => {
  await editor.load([p('A last sentence.'), p('Below')]);
  await editor.place('A last sentence.', 16);
  await editor.type(' /numb');
  await editor.press('Enter');
  await editor.type('First');
  await editor.press('Enter');
  await editor.type('Second');
  expect(await editor.lines()).toEqual(['A last sentence. ', '1. First', '1. Second', 'Below']);
});

test('a divider leaves the caret in the paragraph below it', async ({ editor }) => {
  await editor.load([p('')]);
  await editor.type('Before');
  await editor.press('Enter');
  await editor.type('/div');
  await editor.press('Enter');
  await editor.type('After');
  expect(await editor.lines()).toEqual(['Before', '(divider)', 'After']);
});

test('Escape leaves the slash as it was typed, and typing on does not ask again', async ({
  editor,
}) => {
  const listbox = editor.page.getByRole('listbox', { name: 'Insert' });
  await editor.load([p('')]);
  await editor.type('/cro');
  await expect(listbox).toBeVisible();
  await editor.press('Escape');
  await editor.type('ss');
  await expect(listbox).toBeHidden();
  expect(await editor.lines()).toEqual(['/cross']);
  await editor.press('Enter');
  expect(await editor.lines()).toEqual(['/cross', '']);
});

test('a slash within a word, or a fraction, is only text', async ({ editor }) => {
  const listbox = editor.page.getByRole('listbox', { name: 'Insert' });
  await editor.load([p('')]);
  await editor.type('and/or 1 / 2');
  await expect(listbox).toBeHidden();
  await editor.press('Enter');
  expect(await editor.lines()).toEqual(['and/or 1 / 2', '']);
});

test('the slash and its block are undone together', async ({ editor }) => {
  await editor.load([p('Text')]);
  await editor.place('Text', 4);
  await editor.press('Enter');
  await editor.type('/cross');
  await editor.page.waitForTimeout(600);
  await editor.press('Enter');
  expect(await editor.lines()).toEqual(['Text', '## ']);
  await editor.press('Control+z');
  expect(await editor.lines()).toEqual(['Text', '/cross']);
});

test('the Insert button offers the same blocks, and works by keyboard alone', async ({
  editor,
}) => {
  const { page } = editor;
  await editor.load([p('Text')]);
  await editor.place('Text', 4);
  await editor.press('Alt+F10');
  const insert = page.getByRole('button', { name: 'Insert' });
  while (!(await insert.evaluate((button) => button === document.activeElement))) {
    await editor.press('ArrowRight');
  }
  await editor.press('Enter');
  await expect(page.getByRole('menuitem')).toHaveCount(inserts.length);
  await editor.press('b', 'Enter');
  await editor.type('Item');
  expect(await editor.lines()).toEqual(['Text', '- Item']);
});

test('what a list of headlines cannot hold goes below its sidebar', async ({ editor }) => {
  await editor.load([p('Text'), sidebar('Read more', [list('bulleted', 'Headline')]), p('Below')]);
  await editor.place('Headline', 8);
  await editor.press('Control+Shift+2');
  await editor.type('Crosshead');
  expect(await editor.lines()).toEqual([
    'Text',
    '= Read more (links, rail)',
    '  - Headline',
    '## Crosshead',
    'Below',
  ]);
});

test('a crosshead asked for in an empty lead leaves the dateline alone', async ({ editor }) => {
  const oslo = datelineBlock({ places: [{ name: 'OSLO' }], style: 'ap', printed: 'OSLO — ' });
  await editor.load([oslo, p('')]);
  await editor.press('Control+Shift+2');
  await editor.type('Crosshead');
  expect(await editor.lines()).toEqual(['[OSLO — ]', '## Crosshead']);
});

test('what is typed before the next frame goes into the block that was inserted', async ({
  editor,
}) => {
  const { page } = editor;
  for (const [query, place] of [
    ['/ranking', '.sidebar-title'],
    ['/fact', '.sidebar-title'],
    ['/bull', 'li'],
  ] as const) {
    await editor.load([p('Text')]);
    await editor.place('Text', 4);
    await page.keyboard.press('Enter');
    await page.keyboard.type(query);
    await expect(page.getByRole('listbox')).toBeVisible();
    // The second key is on its way before the first is answered.
    await Promise.all([page.keyboard.press('Enter'), page.keyboard.type('Most')]);
    await expect(editor.body.locator(place), query).toHaveText('Most');
  }
});
