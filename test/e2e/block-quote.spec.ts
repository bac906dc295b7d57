import { list, p, pullquote, quote } from '../article/build.ts';
import { expect, test } from './tools.ts';

const bold = (text: string) => [{ text, marks: [{ type: 'bold' } as const] }];

test('a paragraph becomes a quotation, a pull quote and a paragraph again, whole', async ({
  editor,
}) => {
  const { page } = editor;
  const turn = async (from: string, to: string) => {
    await page.getByRole('button', { name: `Kind of block: ${from}` }).click();
    await page.getByRole('menuitemradio', { name: to, exact: true }).click();
    await editor.settle();
  };
  await editor.load([p(bold('Words'))]);
  await editor.place('Words', 2);
  await turn('Paragraph', 'Quote');
  expect(await editor.lines()).toEqual(['> Words']);
  await editor.press('ArrowDown');
  await editor.type('Ann');
  await editor.press('ArrowUp');
  await turn('Quote', 'Pull quote');
  expect(await editor.lines()).toEqual(['“Words” — Ann']);
  await editor.place('Words', 5);
  await turn('Pull quote', 'Quote');
  expect(await editor.lines()).toEqual(['> Words', '> — Ann']);
  await editor.place('Words', 5);
  await turn('Quote', 'Paragraph');
  expect(await editor.lines()).toEqual(['Words', '— Ann']);
  expect((await editor.blocks())[0]).toMatchObject({ content: bold('Words') });
});

test('keys go in and out of a field, and a quotation moves and goes as one thing', async ({
  editor,
}) => {
  await editor.load([p('Before'), quote([p('Said'), list('bulleted', 'One')], 'Bob'), p('After')]);
  await editor.page.getByRole('textbox', { name: 'Who said it' }).click();
  await editor.press('Escape');
  await expect(editor.page.getByRole('group', { name: 'Quote' })).toHaveAttribute('data-selected');
  await editor.press('Alt+ArrowUp');
  expect((await editor.lines()).slice(0, 3)).toEqual(['> Said', '> - One', '> — Bob']);
  await editor.press('Enter');
  await editor.type('He ');
  expect((await editor.lines())[0]).toBe('> He Said');
  await editor.page.getByRole('textbox', { name: 'Who said it' }).click();
  await editor.press('Escape', 'Backspace');
  expect(await editor.lines()).toEqual(['Before', 'After']);
});

test('a part of a quotation is copied with its marks', async ({ editor }) => {
  await editor.load([pullquote(bold('Large words'), 'Ann'), p('')]);
  await editor.place('Large words', 0);
  await editor.press('Control+Shift+ArrowRight', 'Control+c');
  await editor.press('ArrowDown', 'ArrowDown', 'ArrowDown', 'Control+v');
  expect((await editor.blocks()).at(-1)).toMatchObject({ content: bold('Large') });
});
