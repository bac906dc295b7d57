import { gallery, image, p, picture, table } from '../article/build.ts';
import { copyElsewhere } from './clipboard.ts';
import type { EditorPage } from './editor.ts';
import { expect, test } from './tools.ts';

const FILE = `${'0a'.repeat(8)}.png`;
const bold = { type: 'bold' } as const;
const italic = { type: 'italic' } as const;
const link = (href: string) => ({ type: 'link', href });

const caption = (editor: EditorPage, name = 'Caption') =>
  editor.page.getByRole('textbox', { name, exact: true }).first();

const button = (editor: EditorPage, name: string) =>
  editor.page.getByRole('toolbar', { name: 'Formatting' }).getByRole('button', { name });

const captionOf = async (editor: EditorPage) =>
  ((await editor.blocks())[0] as { caption: unknown }).caption;

const picked = (words: string) => image({ file: FILE, alt: 'Quay', caption: [{ text: words }] });

test('words of a caption are made bold, italic and plain again by keys and by the toolbar', async ({
  editor,
}) => {
  await editor.load([picked('The old quay'), p('After')]);
  await caption(editor).click();
  await editor.press('Home', ...Array<string>(4).fill('ArrowRight'));
  await editor.press(...Array<string>(3).fill('Shift+ArrowRight'));
  await expect(button(editor, 'Bold')).toBeEnabled();
  await editor.press('Control+b');
  expect(await captionOf(editor)).toEqual([
    { text: 'The ' },
    { text: 'old', marks: [bold] },
    { text: ' quay' },
  ]);
  await expect(caption(editor).locator('strong')).toHaveText('old');
  await expect(button(editor, 'Bold')).toHaveAttribute('aria-pressed', 'true');
  await button(editor, 'Italic').click();
  await expect(caption(editor)).toBeFocused();
  expect(await captionOf(editor)).toMatchObject([{}, { text: 'old', marks: [bold, italic] }, {}]);
  await editor.press('Control+b');
  expect(await captionOf(editor)).toMatchObject([{}, { text: 'old', marks: [italic] }, {}]);
  await editor.type('new');
  expect(await captionOf(editor)).toEqual([
    { text: 'The ' },
    { text: 'new', marks: [italic] },
    { text: ' quay' },
  ]);
  await editor.press('Control+z', 'Control+z', 'Control+z', 'Control+z');
  expect(await captionOf(editor)).toEqual([{ text: 'The old quay' }]);
  await expect(caption(editor).locator('strong, em')).toHaveCount(0);
});

test('a mark without a selection is on what is typed next', async ({ editor }) => {
  await editor.load([picked('See '), p('')]);
  await caption(editor).click();
  await editor.press('End', 'Control+b');
  await expect(button(editor, 'Bold')).toHaveAttribute('aria-pressed', 'true');
  await editor.type('this');
  await editor.press('Control+b');
  await editor.type(' now');
  expect(await captionOf(editor)).toEqual([
    { text: 'See ' },
    { text: 'this', marks: [bold] },
    { text: ' now' },
  ]);
  await editor.press('Home', 'Control+b', 'End');
  await editor.type('.');
  expect(await captionOf(editor)).toMatchObject([{}, {}, { text: ' now.' }]);
});

test('words of a caption are linked, changed and unlinked; the focus comes back', async ({
  editor,
}) => {
  const { page } = editor;
  await editor.load([picked('The old quay'), p('After')]);
  await caption(editor).click();
  await editor.press('End', 'Control+Shift+ArrowLeft', 'Control+k');
  await editor.type('example.com/quay');
  await editor.press('Enter');
  await expect(caption(editor)).toBeFocused();
  const linked = { text: 'quay', marks: [link('https://example.com/quay')] };
  expect(await captionOf(editor)).toEqual([{ text: 'The old ' }, linked]);
  await editor.type(' today');
  expect(await captionOf(editor)).toEqual([{ text: 'The old ' }, linked, { text: ' today' }]);
  await editor.press(...Array<string>(8).fill('ArrowLeft'));
  await expect(button(editor, 'Link')).toHaveAttribute('aria-pressed', 'true');
  await editor.press('Control+k');
  await expect(page.getByRole('combobox')).toHaveValue('https://example.com/quay');
  await page.getByRole('button', { name: 'Remove link' }).click();
  await expect(caption(editor)).toBeFocused();
  expect(await captionOf(editor)).toEqual([{ text: 'The old quay today' }]);
});

test('a caption is written, pasted into, composed in and undone as any field', async ({
  editor,
}) => {
  await editor.load([image({ file: FILE, alt: 'Quay' }), p('After')]);
  await expect(caption(editor)).toHaveAttribute('data-empty');
  await caption(editor).click();
  await editor.type('One two');
  await editor.press('Control+ArrowLeft', 'Backspace', 'Backspace', 'Delete');
  await expect(caption(editor)).toHaveText('Onwo');
  await editor.press('Control+a', 'Delete');
  expect(await captionOf(editor)).toEqual([]);
  await expect(caption(editor)).toHaveAttribute('data-empty');
  await copyElsewhere(editor.page, { html: '<h1>Big <b>words</b></h1>', text: 'Big words' });
  await caption(editor).focus();
  await editor.press('Control+v');
  expect(await captionOf(editor)).toEqual([{ text: 'Big words' }]);
  await editor.press('End');
  await editor.compose('に', '日本', '日本語');
  expect(await captionOf(editor)).toEqual([{ text: 'Big words日本語' }]);
  await editor.body.getByText('After').click();
  await editor.press('End');
  await editor.type('x');
  await editor.press('Control+z');
  expect((await editor.lines()).at(-1)).toBe('After');
  await expect(editor.body).toBeFocused();
  await editor.press('Control+z');
  expect(await captionOf(editor)).toEqual([{ text: 'Big words' }]);
  await expect(caption(editor)).toBeFocused();
  await editor.type('!');
  expect(await captionOf(editor)).toEqual([{ text: 'Big words!' }]);
  await editor.press('Enter');
  await expect(editor.page.getByRole('textbox', { name: 'Alt text' })).toBeFocused();
  await editor.press('ArrowUp');
  await expect(caption(editor)).toBeFocused();
  await editor.press('Escape', 'Backspace');
  expect(await editor.lines()).toEqual(['After']);
});

test('a field whose words are plain keeps them, and the focus, whatever key is pressed', async ({
  editor,
}) => {
  await editor.load([picked('The old quay'), p('After')]);
  const alt = editor.page.getByRole('textbox', { name: 'Alt text' });
  await alt.click();
  for (const name of ['Bold', 'Italic', 'Link']) await expect(button(editor, name)).toBeDisabled();
  const before = await editor.blocks();
  await editor.press('Control+a', 'Control+b', 'Control+i', 'Control+Shift+x', 'Control+k');
  await expect(alt).toBeFocused();
  await expect(editor.page.getByRole('dialog')).toHaveCount(0);
  expect(await editor.blocks()).toEqual(before);
});

test('the captions of galleries and tables take marks, too', async ({ editor }) => {
  const pictures = [picture({ file: FILE, alt: 'One' }), picture({ file: FILE, alt: 'Two' })];
  await editor.load([gallery(pictures, 'Both'), table([['a']]), p('After')]);
  const second = editor.page.getByRole('textbox', { name: 'Caption', exact: true }).nth(1);
  await second.click();
  await editor.press('Control+b');
  await editor.type('Loud');
  await caption(editor, 'Caption of the gallery').click();
  await editor.press('Control+a', 'Control+i');
  const ofTable = editor.page.getByRole('textbox', { name: /table/i }).last();
  await ofTable.click();
  await editor.type('Seats');
  await editor.press('Control+a', 'Control+b');
  expect(await editor.blocks()).toMatchObject([
    {
      caption: [{ text: 'Both', marks: [italic] }],
      images: [{ caption: [] }, { caption: [{ text: 'Loud', marks: [bold] }] }],
    },
    { type: 'table', caption: [{ text: 'Seats', marks: [bold] }] },
    {},
  ]);
});
