// @vitest-environment jsdom
import type { Block } from '../../../article/blocks/blocks.ts';
import {
  cell,
  correction,
  gallery,
  p,
  picture,
  pullquote,
  quote,
  table,
} from '../../article/build.ts';
import { plainText } from '../../../article/inline.ts';
import { expect, test } from './editor.ts';

const FILE = `${'0a'.repeat(8)}.png`;

const grid = (block: Block | undefined) =>
  block?.type === 'table'
    ? block.rows.map(({ cells }) => cells.map(({ content }) => plainText(content)))
    : undefined;

const NINE = [
  ['a', 'b', 'c'],
  ['d', 'e', 'f'],
  ['g', 'h', 'i'],
];

const captioned = (words: string) =>
  `<table><caption>${words}</caption><tr><td>1</td></tr></table>`;

test('a quotation is written in place, with who said it below', async ({ editor }) => {
  await editor.load([p('')]);
  await editor.type('> We stay.');
  await editor.press('Enter');
  await editor.type('All of us.');
  await editor.press('ArrowDown');
  await expect(editor.page.getByRole('textbox', { name: 'Who said it' })).toBeFocused();
  await editor.type('The harbour master');
  await editor.press('Enter');
  await editor.type('After');
  expect(await editor.lines()).toEqual([
    '> We stay.',
    '> All of us.',
    '> — The harbour master',
    'After',
  ]);
  await editor.press('Control+z', 'Control+z');
  expect((await editor.lines()).at(0)).toEqual('> We stay.');
});

test('Enter on an empty last line leaves the quotation', async ({ editor }) => {
  await editor.load([quote([p('Said')], 'Her')]);
  await editor.place('Said', 4);
  await editor.press('Enter', 'Enter');
  await editor.type('After');
  expect(await editor.lines()).toEqual(['> Said', '> — Her', 'After']);
});

test('no deletion takes a name along that was not selected', async ({ editor }) => {
  await editor.load([
    p('Before'),
    pullquote('Large', 'Ann'),
    quote([p('Said')], 'Bob'),
    p('After'),
  ]);
  await editor.place('Before', 6);
  await editor.press('Delete');
  await editor.place('Large', 5);
  await editor.press('Delete');
  await editor.place('Said', 4);
  await editor.press('Delete');
  await editor.place('After', 0);
  await editor.press('Backspace');
  const all = ['Before', '“Large” — Ann', '> Said', '> — Bob', 'After'];
  expect(await editor.lines()).toEqual(all);
  await editor.place('Before', 3);
  await editor.press('Shift+ArrowDown', 'Delete');
  expect(await editor.lines()).toEqual(['Bef', ...all.slice(1)]);
  await editor.place('Said', 0);
  await editor.press('Backspace');
  await editor.place('Large', 0);
  await editor.press('Backspace');
  expect(await editor.lines()).toEqual(['Bef', 'Large', '— Ann', 'Said', '— Bob', 'After']);
});

test('no key joins a note with the text around it', async ({ editor }) => {
  await editor.load([p('Before'), correction('Wrong'), p('After')]);
  await editor.place('Wrong', 0);
  await editor.press('Backspace');
  await editor.place('Wrong', 5);
  await editor.press('Delete');
  await editor.place('Before', 6);
  await editor.press('Delete');
  await editor.place('After', 0);
  await editor.press('Backspace');
  expect(await editor.lines()).toEqual(['Before', '! Wrong (correction)', 'After']);
  await editor.press('Control+Backspace', 'Backspace', 'Backspace');
  expect(await editor.lines()).toEqual(['Before', 'After']);
  await editor.press('Control+z');
  expect(await editor.lines()).toEqual(['Before', '!  (correction)', 'After']);
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
  await editor.press('Delete', 'Control+Shift+2');
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
    ['Oslo', '3', 'new'],
    ['', '4', '5'],
  ]);
  await editor.place('Town', 2);
  await editor.paste({ 'text/plain': 'Port\tTide\nBergen\thigh' });
  expect(grid((await editor.blocks())[0])).toEqual([
    ['Port', 'Tide', ''],
    ['Bergen', 'high', 'new'],
    ['', '4', '5'],
  ]);
  await editor.press('Control+z');
  await editor.place('Town', 0);
  await editor.paste({ 'text/html': '<table><tr><td>New</td></tr></table>' });
  expect(grid((await editor.blocks())[0])?.[0]).toEqual(['NewTown', 'Water', '']);
});

test('the caption of a table that is pasted into cells is kept', async ({ editor }) => {
  await editor.load([table([['a', 'b']])]);
  await editor.place('a', 0);
  await editor.paste({ 'text/html': captioned('High water') });
  await editor.paste({ 'text/html': captioned('Low water') });
  expect(await editor.blocks()).toMatchObject([
    { type: 'table', caption: [{ text: 'High water' }] },
    { type: 'paragraph', content: [{ text: 'Low water' }] },
  ]);
});

test('Up and Down stay in their column, and leave the table at its edges', async ({ editor }) => {
  await editor.load([p('TOP'), table(NINE), p('END')]);
  await editor.place('b', 1);
  await editor.press('ArrowDown', 'ArrowDown');
  await editor.type('1');
  await editor.press('ArrowUp');
  await editor.type('2');
  await editor.press('ArrowDown', 'ArrowDown');
  await expect(editor.page.getByRole('textbox', { name: 'Caption of the table' })).toBeFocused();
  await editor.press('ArrowDown');
  await editor.type('3');
  await editor.place('c', 1);
  await editor.press('ArrowUp');
  await editor.type('4');
  expect(grid((await editor.blocks())[1])).toEqual([NINE[0], ['d', 'e2', 'f'], ['g', 'h1', 'i']]);
  expect(await editor.lines()).toEqual(['TOP4', '(table)', '3END']);
});

test('a gallery is written in its fields', async ({ editor }) => {
  const { page } = editor;
  const both = [picture({ file: FILE, caption: 'One' }), picture({ file: FILE, alt: 'Two' })];
  await editor.load([p(''), gallery(both, 'Both')]);
  const pictures = page.getByRole('group', { name: /^Gallery, 2 pictures: Both/ });
  await pictures.getByRole('textbox', { name: 'Credit' }).nth(1).fill('Ann');
  await pictures.getByRole('textbox', { name: 'Caption of the gallery' }).fill('Both quays');
  await editor.settle();
  expect((await editor.blocks()).at(-1)).toMatchObject({
    type: 'gallery',
    images: [{ credit: '' }, { credit: 'Ann', alt: 'Two' }],
    caption: [{ text: 'Both quays' }],
  });
});
