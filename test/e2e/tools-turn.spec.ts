import {
  cell,
  correction,
  datelineBlock,
  divider,
  embed,
  gallery,
  heading,
  image,
  li,
  list,
  p,
  picture,
  pullquote,
  quote,
  sidebar,
  table,
} from '../article/build.ts';
import type { Block } from '../../article/blocks/blocks.ts';
import { idsOf, linesOf } from '../../article/blocks/holds.ts';
import { isInstant } from '../../article/html/instant.ts';
import type { EditorPage } from './editor.ts';
import { expect, test } from './tools.ts';

const FILE = `${'0a'.repeat(8)}.png`;
const marked = [
  { text: 'some ' },
  { text: 'bold', marks: [{ type: 'bold' } as const] },
  { text: ' words ' },
  { text: 'linked', marks: [{ type: 'link', href: 'https://example.com/' } as const] },
  { break: true } as const,
  { text: 'in two lines' },
];
const nested = () =>
  list(
    'bulleted',
    li(marked, list('numbered', 'deep one', li('deep two', list('bulleted', 'deeper')))),
    'last',
  );

/** One of everything, with words in every place. */
const blocks: Record<string, () => Block[]> = {
  paragraph: () => [p(marked)],
  'empty paragraph': () => [p('')],
  crosshead: () => [heading(marked)],
  'small crosshead': () => [heading(marked, 3)],
  'bulleted list': () => [nested()],
  'numbered list': () => [list('numbered', 'one', 'two', '')],
  quote: () => [quote([p('said'), nested(), p('and more')], 'by whom')],
  'quote with a picture': () => [quote([p('said'), image({ file: FILE, caption: 'shown' })], 'by')],
  'pull quote': () => [pullquote(marked, 'by whom')],
  'correction note': () => [correction(marked, { at: '2026-01-31T12:00:00Z' })],
  'correction note without a time': () => [correction('wrong', { at: 'about noon' })],
  links: () => [sidebar('the title', [nested()])],
  'fact box': () => [
    sidebar('facts', [p('a fact'), heading('head', 3), nested(), table([['in', 'cells']])], {
      kind: 'factbox',
    }),
  ],
  table: () => [
    table(
      [
        ['Town', 'Water'],
        [cell(marked, { blocks: [list('bulleted', 'in a cell'), p('and below')] }), 'Oslo'],
      ],
      { header: true, caption: 'a caption' },
    ),
  ],
  picture: () => [
    image({ file: FILE, caption: marked, alt: 'alt', credit: 'Ann', copyright: 'us' }),
  ],
  'picture among others': () => [
    image({ file: FILE, caption: 'middle', credit: 'Ann' }),
    image({ file: FILE, caption: 'after' }),
    gallery([picture({ file: FILE, caption: 'third' })], 'all'),
  ],
  gallery: () => [gallery([picture({ caption: 'one' }), picture({ caption: 'two' })], marked)],
  embed: () => [embed('https://youtube.com/watch?v=1', { provider: 'YouTube', title: 'Tide' })],
  divider: () => [divider()],
  lead: () => [
    datelineBlock({ places: [{ name: 'OSLO' }], style: 'ap', printed: 'OSLO — ' }),
    p('The story'),
  ],
};

/** The words of blocks; what stands in the place of a time is among them. */
const wordsOf = (row: readonly Block[]) =>
  row
    .flatMap((block) => {
      const inside = block.type === 'sidebar' ? block.body : [block];
      const notes = inside.filter((each) => each.type === 'correction');
      const written = notes.map(({ at }) => at).filter((at) => !isInstant(at));
      return [...linesOf([block]), ...written];
    })
    .flatMap((line) => line.split(/[\s:—]+/u))
    .filter((word) => word !== '');

test('whatever a block is turned into keeps every word, and is undone in one step', async ({
  editor,
}) => {
  test.slow();
  const offered: Record<string, string[]> = {};
  for (const [name, make] of Object.entries(blocks)) {
    const made = make();
    const body = [p('Before'), ...made, p('After')];
    const target = made.at(name === 'lead' ? 1 : 0) as Block;
    await editor.load(body);
    const offers = await editor.page.evaluate((id) => window.harness.offersFor(id), target.id);
    offered[name] = offers;
    for (const kind of offers) {
      const what = `${name} to ${kind}`;
      await editor.page.evaluate(([id, to]) => window.harness.turnBlock(id, to), [
        target.id,
        kind,
      ] as const);
      const after = await editor.blocks();
      expect(after, what).not.toEqual(body);
      expect(wordsOf(after), what).toEqual(wordsOf(body));
      const ids = idsOf(after);
      expect(new Set(ids).size, `${what}: no id is there twice`).toBe(ids.length);
      const steps = await editor.page.evaluate(() => window.harness.wind('back'));
      expect(steps, `${what}: steps`).toBe(1);
      expect(await editor.blocks(), `${what}, undone`).toEqual(body);
    }
  }
  expect(offered).toEqual(OFFERED);
});

const HEADS = ['crosshead', 'crosshead-small', 'crosshead-smallest'];
const TEXT = ['bulleted', 'numbered', 'quote', 'pullquote', 'correction'];

/** What makes no sense is not offered. */
const OFFERED: Record<string, string[]> = {
  paragraph: [...HEADS, ...TEXT, 'factbox'],
  'empty paragraph': [...HEADS, ...TEXT],
  crosshead: ['paragraph', 'crosshead-small', 'crosshead-smallest', ...TEXT, 'factbox'],
  'small crosshead': ['paragraph', 'crosshead', 'crosshead-smallest', ...TEXT, 'factbox'],
  'bulleted list': ['paragraph', 'numbered', 'quote', 'links', 'factbox'],
  'numbered list': ['paragraph', 'bulleted', 'quote', 'ranking', 'factbox'],
  quote: ['parts', 'pullquote', 'factbox'],
  'quote with a picture': ['parts', 'factbox'],
  'pull quote': ['paragraph', ...HEADS, 'quote', 'factbox'],
  'correction note': ['paragraph', 'factbox'],
  'correction note without a time': ['paragraph', 'factbox'],
  links: ['parts'],
  'fact box': ['parts'],
  table: ['parts', 'factbox'],
  picture: ['gallery', 'factbox'],
  'picture among others': ['gallery', 'factbox'],
  gallery: ['parts', 'factbox'],
  embed: ['paragraph', 'factbox'],
  divider: ['factbox'],
  lead: [],
};

const chooseFrom = async (editor: EditorPage, item: string) => {
  await editor.press('Control+Shift+b');
  await editor.page.getByRole('menuitem', { name: item }).click();
};

test('the menu of a block turns, moves and removes it by keys alone', async ({ editor }) => {
  await editor.load([p('One'), image({ file: FILE, caption: 'Quay' }), p('Two')]);
  await editor.place('One', 1);
  await editor.press('Control+Shift+b');
  const menu = editor.page.getByRole('menu', { name: 'Block' });
  await expect(menu).toBeVisible();
  await expect(menu.getByRole('menuitem', { name: 'Move up' })).toBeDisabled();
  await editor.press('p', 'Enter');
  expect((await editor.lines())[0]).toBe('“One”');
  await expect(editor.body).toBeFocused();
  await editor.press('Control+Shift+b');
  await editor.press('Enter');
  expect(await editor.lines()).toEqual(['(image)', '“One”', 'Two']);
  await editor.press('Control+Shift+b');
  await editor.press('End', 'Enter');
  expect(await editor.lines()).toEqual(['(image)', 'Two']);
  await editor.press('Control+z', 'Control+z', 'Control+z');
  expect(await editor.lines()).toEqual(['One', '(image)', 'Two']);
});

test('letters typed quickly find an item of a menu, the same one goes from item to item', async ({
  editor,
}) => {
  await editor.load([p('One')]);
  await editor.place('One', 1);
  await editor.press('Control+Shift+b');
  const item = (name: string) => editor.page.getByRole('menuitem', { name, exact: true });
  await expect(item('Crosshead')).toBeVisible();
  await editor.page.keyboard.type('cor');
  await expect(item('Correction note')).toBeFocused();
  await editor.page.waitForTimeout(1000);
  await editor.page.keyboard.type('cc');
  await expect(item('Crosshead, small')).toBeFocused();
  await editor.press('Enter');
  expect(await editor.lines()).toEqual(['### One']);
});

test('single pictures are joined into a gallery and taken apart again', async ({ editor }) => {
  const row = [image({ file: FILE, caption: 'One' }), image({ file: FILE, caption: 'Two' })];
  await editor.load([p('Before'), ...row, p('After')]);
  await editor.page.getByRole('textbox', { name: 'Caption' }).first().click();
  await chooseFrom(editor, 'Join into a gallery');
  expect((await editor.blocks())[1]).toMatchObject({
    type: 'gallery',
    images: row.map(({ id, caption }) => ({ id, caption })),
  });
  await chooseFrom(editor, 'Take apart');
  expect(await editor.blocks()).toMatchObject([{}, ...row, {}]);
});
