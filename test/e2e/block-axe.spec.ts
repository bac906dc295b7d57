import {
  cell,
  correction,
  embed,
  gallery,
  image,
  list,
  p,
  picture,
  pullquote,
  quote,
  table,
} from '../article/build.ts';
import { axeFaults } from './axe.ts';
import type { EditorPage } from './editor.ts';
import { expect, test } from './tools.ts';

const FILE = `${'0a'.repeat(8)}.png`;

const rows = [
  ['Town', 'Water'],
  ['Oslo', '12 m'],
];
const story = () => [
  p('The tide came in at noon.'),
  quote([p('We stay.'), p('All of us.')], 'The harbour master'),
  pullquote('The sea does not ask', ''),
  image({ file: FILE, width: 4, height: 3, caption: 'The quay', from: { caption: 'The quay' } }),
  image({ source: 'https://example.com/a.jpg', alt: 'Boats', credit: 'Ann' }),
  embed('https://youtube.com/watch?v=1', { provider: 'YouTube', title: 'Tide at noon' }),
  table(rows, { header: true, caption: 'Water at noon' }),
  table([[cell('Ebb', { blocks: [list('bulleted', 'Low'), image({ file: FILE })] }), 'Flood']]),
  gallery([picture({ file: FILE, caption: 'One' }), picture({ alt: 'Two' })], 'Both'),
  gallery([]),
  correction('The tide was at noon.', { at: '2026-01-31T12:00:00Z' }),
  correction('', { kind: 'update', at: 'about noon' }),
];

/** Everything that opens around the blocks, by what opens it. */
const states: Record<string, (editor: EditorPage) => Promise<unknown>> = {
  'blocks alone': () => Promise.resolve(),
  'table bar': async (editor) => {
    await editor.place('Ebb', 1);
    await expect(editor.page.getByRole('toolbar', { name: 'Table' })).toBeVisible();
  },
  'a button of a gallery': (editor) =>
    editor.page.getByRole('button', { name: 'Later: One, 1 of 2' }).focus(),
  'a selected note': async (editor) => {
    await editor.page.getByRole('combobox', { name: 'Kind of note' }).first().focus();
    await editor.press('Escape');
  },
  'menu of a block': async (editor) => {
    await editor.place('The tide came in', 3);
    await editor.press('Control+Shift+b');
    await expect(editor.page.getByRole('menu', { name: 'Block' })).toBeVisible();
  },
  'embed dialog with a fault': async (editor) => {
    await editor.place('The tide came in', 0);
    await editor.type('/embed');
    await editor.press('Enter');
    await editor.type('no address');
    await editor.press('Enter');
    await expect(editor.page.getByRole('alert')).toBeVisible();
  },
};

test('everyone can use the blocks of a story, in every theme', async ({ editor }) => {
  test.slow();
  for (const [name, open] of Object.entries(states)) {
    await editor.load(story());
    await open(editor);
    const rules = { 'page-has-heading-one': { enabled: false } };
    const found = await axeFaults(editor.page, { rules }, { exclude: 'main > button' });
    expect(found, name).toEqual([]);
    await editor.press('Escape', 'Escape');
  }
});
