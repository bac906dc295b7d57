import { cell, image, list, p, table } from '../../article/build.ts';
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
  expect(grid((await editor.blocks())[0])).toEqual(rows);
  await expect(editor.page.getByRole('columnheader')).toHaveText(['A', 'B']);
  await press('Header row');
  await expect(editor.page.getByRole('columnheader')).toHaveCount(0);
  expect((await editor.blocks())[0]).not.toMatchObject({ rows: [{ cells: [{ header: true }] }] });
});

test('marks, line breaks and unknown keys live in cells; no key takes a cell apart', async ({
  editor,
}) => {
  const odd = { ...table([[cell('One', { colspan: 2 })], ['Two', 'Three']]), x: 1 };
  await editor.load([p('Before'), odd, p('After')]);
  await editor.place('One', 3);
  await editor.press('Enter', 'Control+b');
  await editor.type('bold');
  await editor.press('Control+b');
  await editor.place('Two', 0);
  await editor.press('Backspace');
  await editor.place('Three', 5);
  await editor.press('Delete', 'Control+Alt+2');
  await editor.place('After', 0);
  await editor.press('Backspace');
  await editor.place('Before', 6);
  await editor.press('Delete');
  const blocks = await editor.blocks();
  const at = blocks.findIndex(({ type }) => type === 'table');
  expect(grid(blocks[at])).toEqual([['One\nbold'], ['Two', 'Three']]);
  expect(blocks[at]).toMatchObject({
    x: 1,
    rows: [
      {
        cells: [
          {
            colspan: 2,
            content: [
              { text: 'One' },
              { break: true },
              { text: 'bold', marks: [{ type: 'bold' }] },
            ],
          },
        ],
      },
      {},
    ],
  });
  expect(blocks.at(-1)).toMatchObject({ content: [{ text: 'After' }] });
});

test('a spreadsheet is pasted as a table, and into cells', async ({ editor }) => {
  await editor.load([p('')]);
  await editor.paste({ 'text/plain': 'Town\tWater\nOslo\t12' });
  expect(grid((await editor.blocks())[0])).toEqual([
    ['Town', 'Water'],
    ['Oslo', '12'],
  ]);
  await editor.place('12', 2);
  await editor.paste({
    'text/html': '<table><tr><td>3</td><td>new</td></tr><tr><td>4</td><td>5</td></tr></table>',
  });
  expect(grid((await editor.blocks())[0])).toEqual([
    ['Town', 'Water', ''],
    ['Oslo', '123', 'new'],
    ['', '4', '5'],
  ]);
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
  await expect(shown.getByRole('listitem')).toHaveText(['Ebb', 'Flood', 'Low']);
  expect(grid((await editor.blocks())[0])).toEqual([['Ab', 'Tidesc']]);
});
