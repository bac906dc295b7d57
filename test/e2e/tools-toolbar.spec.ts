import { heading, p } from '../article/build.ts';
import { expect, test } from './tools.ts';

test('the toolbar says which marks the selection has', async ({ editor }) => {
  const { page } = editor;
  const bold = page.getByRole('button', { name: 'Bold' });
  await editor.load([p([{ text: 'plain ' }, { text: 'loud', marks: [{ type: 'bold' }] }])]);
  await editor.place('plain', 2);
  await expect(bold).toHaveAttribute('aria-pressed', 'false');
  await editor.place('loud', 2);
  await expect(bold).toHaveAttribute('aria-pressed', 'true');
  await expect(page.getByRole('button', { name: 'Superscript' })).toHaveAttribute(
    'aria-pressed',
    'false',
  );
});

test('a mark is set by the pointer, and one types on where one was', async ({ editor }) => {
  await editor.load([p('water H2O')]);
  await editor.place('water H2O', 7);
  await editor.press('Shift+ArrowRight');
  await editor.page.getByRole('button', { name: 'Subscript' }).click();
  await editor.press('End');
  await editor.page.getByRole('button', { name: 'Italic' }).click();
  await editor.type('!');
  expect(await editor.blocks()).toMatchObject([
    {
      content: [
        { text: 'water H' },
        { text: '2', marks: [{ type: 'subscript' }] },
        { text: 'O' },
        { text: '!', marks: [{ type: 'italic' }] },
      ],
    },
  ]);
});

test('the toolbar is one stop for Tab; arrows move in it, Escape goes back to the text', async ({
  editor,
}) => {
  const { page } = editor;
  const focused = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label'));
  await editor.load([p('text')]);
  await editor.place('text', 4);
  await editor.press('Alt+F10');
  expect(await focused()).toBe('Kind of block: Paragraph');
  await editor.press('ArrowRight', 'ArrowRight');
  expect(await focused()).toBe('Italic');
  await editor.press('Enter');
  expect(await focused()).toBe('Story body');
  await editor.type(' more');
  expect(await editor.blocks()).toMatchObject([
    { content: [{ text: 'text' }, { text: ' more', marks: [{ type: 'italic' }] }] },
  ]);
  await editor.press('Alt+F10', 'End', 'ArrowRight');
  expect(await focused()).toBe('Kind of block: Paragraph');
  await editor.press('Escape');
  await editor.type('!');
  expect(await editor.lines()).toEqual(['text more!']);
});

test('a block is turned into another kind and back without losing text or id', async ({
  editor,
}) => {
  const { page } = editor;
  const kind = page.getByRole('button', { name: 'Kind of block' });
  const first = p('What happens next');
  await editor.load([first, p('And then?')]);
  await editor.place('happens');
  for (const [name, line] of [
    ['Crosshead', '## What happens next'],
    ['Crosshead, small', '### What happens next'],
    ['Bulleted list', '- What happens next'],
    ['Numbered list', '1. What happens next'],
    ['Paragraph', 'What happens next'],
  ] as const) {
    await kind.click();
    await page.getByRole('menuitemradio', { name, exact: true }).click();
    await expect(kind).toHaveText(name);
    expect(await editor.lines()).toEqual([line, 'And then?']);
  }
  expect((await editor.blocks())[0]).toMatchObject({ id: first.id });
});

test('selected paragraphs become the items of one list', async ({ editor }) => {
  await editor.load([p('One'), p('Two'), heading('Three')]);
  await editor.place('One');
  await editor.press('Control+a', 'Control+Shift+8');
  expect(await editor.lines()).toEqual(['- One', '- Two', '- Three']);
  await editor.press('Control+z');
  expect(await editor.lines()).toEqual(['One', 'Two', '## Three']);
});

test('undo and redo are there only while there is something to undo or redo', async ({
  editor,
}) => {
  const undo = editor.page.getByRole('button', { name: 'Undo' });
  const redo = editor.page.getByRole('button', { name: 'Redo' });
  await editor.load([p('text')]);
  await expect(undo).toBeDisabled();
  await editor.place('text', 4);
  await editor.type('s');
  await undo.click();
  expect(await editor.lines()).toEqual(['text']);
  await expect(undo).toBeDisabled();
  await redo.click();
  expect(await editor.lines()).toEqual(['texts']);
});

test('marks that are seldom used fold away where there is little room', async ({ editor }) => {
  const { page } = editor;
  await page.locator('main').evaluate((main) => main.style.setProperty('width', '34rem'));
  await editor.load([p('H2O')]);
  await editor.place('H2O', 1);
  await editor.press('Shift+ArrowRight');
  await expect(page.getByRole('button', { name: 'Subscript' })).toHaveCount(0);
  await page.getByRole('button', { name: 'More' }).click();
  await page.getByRole('menuitemcheckbox', { name: 'Subscript' }).click();
  expect(await editor.blocks()).toMatchObject([
    { content: [{ text: 'H' }, { text: '2', marks: [{ type: 'subscript' }] }, { text: 'O' }] },
  ]);
});

test('in the title of a sidebar there are no marks and no kinds', async ({ editor }) => {
  await editor.load([p('text')]);
  await editor.place('text', 4);
  await editor.page.getByRole('button', { name: 'Insert' }).click();
  await editor.page.getByRole('menuitem', { name: 'Sidebar: links' }).click();
  await editor.type('Read more');
  await expect(editor.page.getByRole('button', { name: 'Bold' })).toBeDisabled();
  await expect(editor.page.getByRole('button', { name: 'Insert' })).toBeEnabled();
  expect(await editor.lines()).toEqual(['text', '= Read more (links, rail)', '  - ']);
});
