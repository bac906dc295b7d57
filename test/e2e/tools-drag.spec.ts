import type { Block } from '../../article/blocks/blocks.ts';
import {
  correction,
  datelineBlock,
  embed,
  gallery,
  image,
  list,
  p,
  picture,
  pullquote,
  quote,
  sidebar,
  table,
} from '../article/build.ts';
import type { EditorPage } from './editor.ts';
import { expect, test } from './tools.ts';

const FILE = `${'0a'.repeat(8)}.png`;

const handle = (editor: EditorPage) => editor.page.getByRole('button', { name: 'Move block' });

async function boxOf(editor: EditorPage, selector: string) {
  const block = editor.page.locator(selector);
  await block.scrollIntoViewIfNeeded();
  const box = await block.boundingBox();
  if (box === null) throw new Error(`${selector} is not shown`);
  return box;
}

/** Drags a block by its handle to just above another one, or just below it. */
async function drag(editor: EditorPage, from: string, to: string, where: 'above' | 'below') {
  const own = await boxOf(editor, from);
  await editor.page.mouse.move(own.x + own.width - 4, own.y + 6);
  await handle(editor).hover();
  await editor.page.mouse.down();
  const { x, y, height } = await boxOf(editor, to);
  await editor.page.mouse.move(x + 30, where === 'above' ? y + 2 : y + height - 2, { steps: 4 });
  await expect(editor.page.locator('.drop-line')).toBeVisible();
}

/** In a sidebar the title comes first. */
const inside = (index: number) => `.article-text .sidebar > :nth-child(${index + 2})`;
const nth = (index: number) => `.article-text > :nth-child(${index + 1})`;
const types = (blocks: readonly Block[]) => blocks.map(({ type }) => type);

const everything = (): Block[] => [
  p('One'),
  quote([p('Said')], 'Ann'),
  pullquote('Large'),
  image({ file: FILE, caption: 'Quay' }),
  gallery([picture({ file: FILE })], 'Both'),
  table([['a', 'b']]),
  embed('https://example.com/', { title: 'Tide' }),
  correction('Wrong'),
  sidebar('Links', [list('bulleted', 'A story')]),
  p('Last'),
];

test('every block is dragged to another place by its handle, and back in one step', async ({
  editor,
}) => {
  const body = everything();
  const { page } = editor;
  await page.setViewportSize({ width: 1280, height: 2200 });
  for (const [index, block] of body.entries()) {
    if (index === 0) continue;
    await editor.load(body);
    await editor.place('One', 1);
    await drag(editor, nth(index), nth(0), 'above');
    await page.mouse.up();
    await editor.settle();
    const others = body.filter((each) => each !== block);
    expect(await editor.blocks(), block.type).toEqual([block, ...others]);
    await editor.press('Control+z');
    expect(await editor.blocks(), `${block.type}, undone`).toEqual(body);
  }
});

test('a line shows where a block will land; Escape and a small movement leave it', async ({
  editor,
}) => {
  const { page } = editor;
  await editor.load([p('One'), p('Two'), p('Three')]);
  await editor.place('Two', 1);
  await drag(editor, nth(0), nth(1), 'below');
  const line = await page.locator('.drop-line').boundingBox();
  const [above, below] = [await boxOf(editor, nth(1)), await boxOf(editor, nth(2))];
  expect(line?.y).toBeGreaterThanOrEqual(above.y + above.height - 1);
  expect(line?.y).toBeLessThanOrEqual(below.y + 1);
  expect(line).toMatchObject({ x: above.x });
  await page.keyboard.press('Escape');
  await expect(page.locator('.drop-line')).toHaveCount(0);
  await page.mouse.up();
  expect(await editor.lines()).toEqual(['One', 'Two', 'Three']);
  await drag(editor, nth(0), nth(2), 'below');
  await page.mouse.up();
  expect(await editor.lines()).toEqual(['Two', 'Three', 'One']);
  // The caret is where it was, and what is typed goes there.
  await editor.type('!');
  expect(await editor.lines()).toEqual(['T!wo', 'Three', 'One']);
  await expect(page.getByRole('menu', { name: 'Block' })).toBeHidden();
});

test('a press on the handle opens the menu of the block beside it', async ({ editor }) => {
  const { page } = editor;
  await editor.load([p('One'), p('Two')]);
  await editor.place('One', 1);
  const two = await boxOf(editor, nth(1));
  // Beside the text the block at this height is meant.
  await page.mouse.move(two.x - 30, two.y + 8);
  await handle(editor).click();
  await page.getByRole('menuitem', { name: 'Crosshead', exact: true }).click();
  expect(await editor.lines()).toEqual(['One', '## Two']);
  await editor.place('One', 1);
  await page.mouse.move(5, 5);
  await editor.type('x');
  const box = await handle(editor).boundingBox();
  expect(Math.abs((box?.y ?? 0) - (await boxOf(editor, nth(0))).y)).toBeLessThan(8);
});

test('a dateline goes with its lead', async ({ editor }) => {
  const dateline = datelineBlock({ places: [{ name: 'OSLO' }], style: 'ap', printed: 'OSLO — ' });
  await editor.load([dateline, p('Lead'), p('Two'), sidebar('Box', [list('bulleted', 'A')])]);
  await drag(editor, nth(0), nth(1), 'below');
  await editor.page.mouse.up();
  expect((await editor.lines()).slice(0, 2)).toEqual(['Two', '[OSLO — ]Lead']);
  expect(types(await editor.blocks())).toEqual(['paragraph', 'dateline', 'paragraph', 'sidebar']);
  await editor.press('Control+z');
  expect((await editor.lines()).slice(0, 2)).toEqual(['[OSLO — ]Lead', 'Two']);
});

test('the blocks of a fact box are dragged within it', async ({ editor }) => {
  const facts = sidebar('Facts', [p('One'), p('Two'), table([['a', 'b']])], { kind: 'factbox' });
  await editor.load([p('Before'), facts, p('After')]);
  await drag(editor, inside(2), inside(0), 'above');
  await editor.page.mouse.up();
  const { body } = (await editor.blocks())[1] as typeof facts;
  expect(types(body)).toEqual(['table', 'paragraph', 'paragraph']);
});

test('a drag to the edge of the window scrolls on', async ({ editor }) => {
  const { page } = editor;
  await editor.load(Array.from({ length: 60 }, (_, index) => p(`Line ${index}`)));
  await editor.place('Line 0', 1);
  const own = await boxOf(editor, nth(0));
  await page.mouse.move(own.x + 5, own.y + 6);
  await handle(editor).hover();
  await page.mouse.down();
  await page.mouse.move(own.x + 30, 790, { steps: 4 });
  await expect.poll(() => page.evaluate(() => window.scrollY)).toBeGreaterThan(600);
  await page.mouse.up();
  const lines = await editor.lines();
  expect(lines[0]).toBe('Line 1');
  expect(lines.indexOf('Line 0')).toBeGreaterThan(25);
  expect(lines).toHaveLength(60);
});

test('in a story that is read from the right the handle stands on the right', async ({
  editor,
}) => {
  await editor.load([p('المدينة'), p('البحر')], 'ar');
  const own = await boxOf(editor, nth(1));
  await editor.page.mouse.move(own.x + own.width + 30, own.y + 8);
  const box = await handle(editor).boundingBox();
  expect(box?.x).toBeGreaterThan(own.x + own.width);
  expect(Math.abs((box?.y ?? 0) - own.y)).toBeLessThan(8);
});
