import { cell, image, list, p, table } from '../article/build.ts';
import type { Block } from '../../article/blocks/blocks.ts';
import { plainText } from '../../article/inline.ts';
import { expect, test } from './tools.ts';

const grid = (block: Block | undefined) =>
  block?.type === 'table'
    ? block.rows.map(({ cells }) => cells.map(({ content }) => plainText(content)))
    : undefined;

test('a table is written with Tab, which adds a row at its end', async ({ editor }) => {
  await editor.load([p('')]);
  await editor.type('/table');
  await editor.press('Enter');
  await editor.type('Town');
  await editor.press('Tab');
  await editor.type('Water');
  for (let step = 0; step < 7; step += 1) await editor.press('Tab');
  await editor.press('Tab');
  await editor.type('New');
  await editor.press('Shift+Tab');
  await editor.type('Last');
  const [block] = await editor.blocks();
  expect(grid(block)).toEqual([
    ['Town', 'Water', ''],
    ['', '', ''],
    ['', '', 'Last'],
    ['New', '', ''],
  ]);
  expect(block).toMatchObject({ rows: [{ cells: [{ header: true }, {}, {}] }, {}, {}, {}] });
  await expect(editor.page.getByRole('group', { name: 'Table, 4 rows, 3 columns' })).toBeVisible();
});

test('rows and columns come and go by the bar', async ({ editor }) => {
  const rows = [
    ['A', 'B'],
    ['C', 'D'],
  ];
  const press = (name: string) =>
    editor.page.getByRole('toolbar', { name: 'Table' }).getByRole('button', { name }).click();
  await editor.load([table(rows, { header: true }), p('After')]);
  await editor.place('C', 1);
  await press('Add a row below');
  await press('Add a column after');
  await editor.type('x');
  expect(grid((await editor.blocks())[0])).toEqual([
    ['A', '', 'B'],
    ['C', '', 'D'],
    ['', 'x', ''],
  ]);
  await press('Remove the row');
  await press('Remove the column');
  await press('Add a row above');
  await press('Add a column before');
  await editor.type('y');
  expect(grid((await editor.blocks())[0])).toEqual([
    ['', 'A', 'B'],
    ['y', '', ''],
    ['', 'C', 'D'],
  ]);
  await press('Remove the row');
  await press('Remove the column');
  expect(grid((await editor.blocks())[0])).toEqual(rows);
  await expect(editor.page.getByRole('columnheader')).toHaveText(['A', 'B']);
  await press('Header row');
  await expect(editor.page.getByRole('columnheader')).toHaveCount(0);
  expect((await editor.blocks())[0]).not.toMatchObject({ rows: [{ cells: [{ header: true }] }] });
});

test('columns of numbers end on the right, as they are published', async ({ editor }) => {
  const words = (name: string) => editor.page.getByText(name, { exact: true });
  const rows = [
    ['Port', 'Ships'],
    ['North', '23'],
    ['South', '4'],
  ];
  await editor.load([table(rows, { header: true })]);
  for (const name of ['Ships', '23', '4'])
    await expect(words(name)).toHaveCSS('text-align', 'right');
  await expect(words('North')).toHaveCSS('text-align', 'start');

  // It follows what is written, also in a cell that is made anew.
  await editor.place('23', 2);
  await editor.type(' and many more');
  await editor.place('4', 1);
  await editor.type(' or so');
  await expect(words('Ships')).toHaveCSS('text-align', 'start');
  await editor.press('Control+z', 'Control+z');
  await expect(words('Ships')).toHaveCSS('text-align', 'right');
  await editor.page.getByRole('button', { name: 'Header row' }).click();
  await expect(words('Ships')).toHaveCSS('text-align', 'right');
});

const NINE = [
  ['a', 'b', 'c'],
  ['d', 'e', 'f'],
  ['g', 'h', 'i'],
];

test('cells that are selected together are copied, emptied and cut together', async ({
  editor,
}) => {
  const { page } = editor;
  await editor.load([{ ...table(NINE), caption: [{ text: 'All' }] }, p('After')]);
  await editor.place('b', 0);
  await editor.press('Shift+ArrowDown', 'Shift+ArrowRight', 'Shift+ArrowRight');
  await expect(page.locator('[data-chosen]')).toHaveText(['b', 'c', 'e', 'f']);
  await editor.press('Control+c');
  const copied = await page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    const read = async (type: string) => (await item?.getType(type))?.text();
    return { text: await read('text/plain'), html: await read('text/html') };
  });
  expect(copied.text).toBe('b\tc\ne\tf');
  expect(copied.html?.replace(/\s/gu, '')).toContain('<tr><td>b</td><td>c</td></tr>');
  expect(copied.html).not.toContain('All');
  await editor.press('Delete');
  const emptied = [
    ['a', '', ''],
    ['d', '', ''],
    ['g', 'h', 'i'],
  ];
  expect(grid((await editor.blocks())[0])).toEqual(emptied);
  await editor.press('Control+z');
  expect(grid((await editor.blocks())[0])).toEqual(NINE);
  await editor.place('c', 1);
  await editor.press('Shift+ArrowLeft', 'Shift+ArrowLeft', 'Shift+ArrowDown', 'Control+x');
  expect(grid((await editor.blocks())[0])).toEqual(emptied);
  await editor.place('i', 1);
  await editor.press('Control+v');
  expect(grid((await editor.blocks())[0])).toEqual([
    ['a', '', '', ''],
    ['d', '', '', ''],
    ['g', 'h', 'b', 'c'],
    ['', '', 'e', 'f'],
  ]);
  await editor.press('Control+z');
  expect(grid((await editor.blocks())[0])).toEqual(emptied);
});

test('what a cell holds below its text is shown, kept, and taken out to be written in', async ({
  editor,
}) => {
  const inside = [list('bulleted', 'Ebb', 'Flood'), image({ source: 'https://example.com/a.jpg' })];
  await editor.load([table([['A', cell('Tide', { blocks: inside })]]), p('After')]);
  const { page } = editor;
  const shown = page.getByRole('group', { name: 'Below the text of the cell' });
  await expect(shown.getByRole('listitem')).toHaveText(['Ebb', 'Flood']);
  await expect(shown).toContainText('It is at example.com/a.jpg');
  await editor.place('Tide', 4);
  await editor.type('s');
  expect((await editor.blocks())[0]).toMatchObject({
    rows: [{ cells: [{}, { content: [{ text: 'Tides' }], blocks: inside }] }],
  });
  await page.getByRole('button', { name: /out of the table$/ }).click();
  await expect(shown).toHaveCount(0);
  expect(await editor.blocks()).toMatchObject([{ type: 'table' }, ...inside, {}]);
  await editor.press('Control+z');
  await expect(shown).toBeVisible();
  await editor.place('A', 1);
  await editor.paste({
    'text/html': '<table><tr><td>b</td><td>c<ul><li>Low</li></ul></td></tr></table>',
  });
  await expect(shown.getByRole('listitem')).toHaveText(['Low']);
  expect(grid((await editor.blocks())[0])).toEqual([['b', 'c']]);
});

test('Ctrl+A selects the cell, then the table, then the story; a paste takes its place', async ({
  editor,
}) => {
  const story = [p('TOP'), table(NINE), p('END')];
  const two = { 'text/html': '<table><tr><td>x</td></tr><tr><td>y</td></tr></table>' };
  const frame = editor.page.locator('.article-text > [data-selected]');

  await editor.load(story);
  await editor.place('e', 1);
  await editor.press('Control+a');
  await editor.paste({ 'text/plain': 'E' });
  expect(grid((await editor.blocks())[1])).toEqual([NINE[0], ['d', 'E', 'f'], NINE[2]]);

  await editor.press('Control+a', 'Control+a');
  await expect(frame).toHaveCount(1);
  await editor.paste(two);
  expect(await editor.lines()).toEqual(['TOP', '(table)', 'END']);
  expect(grid((await editor.blocks())[1])).toEqual([['x'], ['y']]);
  await editor.press('Control+z');
  expect(grid((await editor.blocks())[1])?.[1]).toEqual(['d', 'E', 'f']);

  // From several cells it goes on with the table, and words take its place as well.
  await editor.load(story);
  await editor.place('b', 0);
  await editor.press('Shift+ArrowDown', 'Shift+ArrowRight', 'Control+a');
  await expect(frame).toHaveCount(1);
  await editor.paste({ 'text/plain': 'Words' });
  expect(await editor.lines()).toEqual(['TOP', 'Words', 'END']);
  await editor.type('!');
  expect(await editor.lines()).toEqual(['TOP', 'Words!', 'END']);

  await editor.load(story);
  await editor.place('e', 1);
  await editor.press('Control+a', 'Control+a', 'Control+a');
  await editor.paste(two);
  expect(await editor.lines()).toEqual(['(table)']);
});
