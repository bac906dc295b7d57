import {
  correction,
  heading,
  list,
  p,
  pullquote,
  quote,
  sidebar,
  table,
} from '../article/build.ts';
import type { EditorPage } from './editor.ts';
import { expect, test } from './tools.ts';

const article = () => [
  p('Text'),
  sidebar('Most read', [list('numbered', 'One', 'Two', 'Three')], { kind: 'ranking' }),
  heading('Below'),
];

const bar = (editor: EditorPage) => editor.page.getByRole('toolbar', { name: /^Sidebar controls/ });
const said = (editor: EditorPage) => editor.page.locator('body > [aria-live="polite"]');

test('the controls are there while the caret or the pointer is in the sidebar', async ({
  editor,
}) => {
  await editor.load(article());
  await editor.place('Text', 2);
  await expect(bar(editor)).toBeHidden();
  await editor.page.getByText('Two').hover();
  await expect(bar(editor)).toHaveAccessibleName('Sidebar controls: Most read');
  await editor.page.getByText('Text', { exact: true }).hover();
  await expect(bar(editor)).toBeHidden();
  await editor.place('Two', 1);
  await expect(bar(editor)).toBeVisible();
});

test('kind and placement change by keyboard alone, undoably', async ({ editor }) => {
  const { page } = editor;
  await editor.load(article());
  await editor.place('Two', 1);
  await editor.press('Alt+F10');
  const kind = bar(editor).getByRole('button', { name: 'Kind of sidebar' });
  await expect(kind).toBeFocused();
  // Keys may follow at once: the menu has the focus before anything else happens.
  const first = await kind.evaluate((button: HTMLButtonElement) => {
    button.click();
    return document.activeElement?.role;
  });
  expect(first).toBe('menuitemradio');
  await editor.press('Escape');
  await editor.press('Enter', 'l', 'Enter');
  expect(await editor.lines()).toContain('= Most read (links, rail)');
  await editor.press('Alt+F10', 'ArrowRight', 'Enter');
  await expect(page.getByRole('menuitemradio', { name: 'In the rail' })).toBeFocused();
  await editor.press('ArrowDown', 'Enter');
  expect((await editor.lines()).slice(1, 3)).toEqual(['= Most read (links, inline)', '  - One']);
  await expect(editor.body).toBeFocused();
  await editor.press('Control+z', 'Control+z');
  expect((await editor.lines()).slice(1, 3)).toEqual(['= Most read (ranking, rail)', '  1. One']);
});

test('a sidebar moves past its neighbours and is removed, undoably', async ({ editor }) => {
  await editor.load(article());
  await editor.place('Two', 1);
  await bar(editor).getByRole('button', { name: 'Move sidebar up' }).click();
  expect((await editor.lines())[0]).toBe('= Most read (ranking, rail)');
  await expect(said(editor)).toHaveText(/Moved to 1 of 3/);
  await bar(editor).getByRole('button', { name: 'Move sidebar down' }).click();
  await bar(editor).getByRole('button', { name: 'Move sidebar down' }).click();
  expect((await editor.lines()).slice(0, 3)).toEqual([
    'Text',
    '## Below',
    '= Most read (ranking, rail)',
  ]);
  await bar(editor).getByRole('button', { name: 'Remove sidebar' }).click();
  expect(await editor.lines()).toEqual(['Text', '## Below']);
  await expect(editor.body).toBeFocused();
  await editor.press('Control+z');
  expect(await editor.lines()).toHaveLength(6);
});

test('Alt with an arrow moves a headline and says where it is', async ({ editor }) => {
  await editor.load(article());
  await editor.place('Three', 2);
  await editor.press('Alt+ArrowUp', 'Alt+ArrowUp');
  await expect(said(editor)).toHaveText(/Moved to 1 of 3/);
  await editor.press('Alt+ArrowUp');
  await expect(said(editor)).toHaveText(/already the first/);
  await editor.type('-');
  expect((await editor.lines()).slice(2, 5)).toEqual(['  1. Th-ree', '  1. One', '  1. Two']);
  await editor.press('Control+z', 'Control+z');
  expect((await editor.lines()).slice(2, 5)).toEqual(['  1. One', '  1. Three', '  1. Two']);
});

test('Alt with an arrow moves a paragraph; in a title it moves the sidebar', async ({ editor }) => {
  await editor.load(article());
  await editor.place('Below', 1);
  await editor.press('Alt+ArrowUp', 'Alt+ArrowUp');
  expect((await editor.lines()).slice(0, 2)).toEqual(['## Below', 'Text']);
  await editor.place('Most read', 1);
  await editor.press('Alt+ArrowUp');
  expect((await editor.lines()).slice(0, 2)).toEqual(['## Below', '= Most read (ranking, rail)']);
});

test('a headline is dragged by its handle to where the line shows', async ({ editor }) => {
  const { page } = editor;
  await editor.load(article());
  await page.getByText('One', { exact: true }).hover();
  const from = await page.getByRole('button', { name: 'Move headline' }).boundingBox();
  const to = await page.getByText('Two', { exact: true }).boundingBox();
  if (from === null || to === null) throw new Error('a headline is not on the page');
  await page.mouse.move(from.x + 8, from.y + 8);
  await page.mouse.down();
  await page.mouse.move(from.x + 8, to.y + to.height - 2, { steps: 6 });
  await expect(page.locator('.drop-line')).toBeVisible();
  await page.mouse.up();
  await expect(page.locator('.drop-line')).toBeHidden();
  expect((await editor.lines()).slice(2, 5)).toEqual(['  1. Two', '  1. One', '  1. Three']);
  await editor.press('Control+z');
  expect((await editor.lines()).slice(2, 5)).toEqual(['  1. One', '  1. Two', '  1. Three']);
});

test('a fact box becomes a list of headlines without losing a word', async ({ editor }) => {
  const body = [
    p('One'),
    quote([p('Said'), list('bulleted', 'Two')], 'Ann'),
    pullquote('Large', 'Bob'),
    correction('Wrong'),
    table([['a', 'b']]),
  ];
  await editor.load([p('Text'), sidebar('Facts', body, { kind: 'factbox' })]);
  await editor.place('One', 1);
  await bar(editor).getByRole('button', { name: 'Kind of sidebar' }).click();
  await editor.page.getByRole('menuitemradio', { name: 'Ranking' }).click();
  const items = ['One', 'Said', 'Two', '— Ann', 'Large', '— Bob', 'Wrong'];
  expect(await editor.lines()).toEqual([
    'Text',
    '= Facts (ranking, rail)',
    ...items.map((item) => `  1. ${item}`),
    '  (table)',
  ]);
});
