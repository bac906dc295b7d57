// @vitest-environment jsdom
import { datelineBlock, heading, li, list, p } from '../../article/build.ts';
import { type EditorPage, expect, test } from './editor.ts';

const TOKYO = {
  places: [{ name: 'TOKYO' }],
  source: 'Jiji Press',
  style: 'jiji',
  printed: 'TOKYO (Jiji Press) — ',
};
const lead = (text = '') => [datelineBlock(TOKYO), p(text)];
const D = '[TOKYO (Jiji Press) — ]';

const button = (editor: EditorPage) =>
  editor.page.getByRole('button', { name: 'Dateline: TOKYO (Jiji Press)', exact: true });

test('Backspace at the start of the lead shows the dateline, a second one removes it', async ({
  editor,
}) => {
  await editor.load([p('Above.'), ...lead('The ministry.'), p('Second.')]);
  await editor.place('The ministry');
  await editor.press('Backspace');
  await expect(button(editor)).toBeFocused();
  expect(await editor.lines()).toEqual(['Above.', `${D}The ministry.`, 'Second.']);
  await editor.press('Backspace');
  await expect(button(editor)).toHaveCount(0);
  await expect(editor.body).toBeFocused();
  expect(await editor.lines()).toEqual(['Above.', 'The ministry.', 'Second.']);
  await editor.type('X');
  expect(await editor.lines()).toEqual(['Above.', 'XThe ministry.', 'Second.']);
});

test('the removed dateline comes back with undo, and goes again with redo', async ({ editor }) => {
  const blocks = lead('The ministry.');
  await editor.load(blocks);
  await editor.place('The');
  await editor.press('Backspace', 'Delete');
  expect(await editor.lines()).toEqual(['The ministry.']);
  await editor.press('Control+z');
  expect(await editor.blocks()).toEqual(blocks);
  await editor.press('Control+Shift+z');
  expect(await editor.lines()).toEqual(['The ministry.']);
});

test('Backspace from the paragraph below joins it to the lead and keeps the dateline', async ({
  editor,
}) => {
  await editor.load([...lead('One.'), p('Two.')]);
  await editor.place('Two');
  await editor.press('Backspace');
  expect(await editor.lines()).toEqual([`${D}One.Two.`]);
  expect(await editor.caret()).toMatchObject({ offset: 4 });
});

test('Backspace from below an empty lead gives the dateline that text', async ({ editor }) => {
  await editor.load([...lead(), p('Two.'), p('Three.')]);
  await editor.place('Two');
  await editor.press('Backspace');
  expect(await editor.lines()).toEqual([`${D}Two.`, 'Three.']);
});

test('Delete from above shows the dateline and drops nothing', async ({ editor }) => {
  await editor.load([p('Above.'), ...lead('The ministry.')]);
  await editor.place('Above', 6);
  await editor.press('Delete');
  expect(await editor.lines()).toEqual(['Above.', `${D}The ministry.`]);
  await expect(button(editor)).toBeFocused();
});

test('Delete in an empty paragraph above removes only that paragraph', async ({ editor }) => {
  await editor.load([p(), ...lead('The ministry.')]);
  await editor.press('Control+Home', 'Delete');
  expect(await editor.lines()).toEqual([`${D}The ministry.`]);
  await editor.type('X');
  expect(await editor.lines()).toEqual([`${D}XThe ministry.`]);
});

test('Delete at the end of a lead joins what is below, also to an empty one', async ({
  editor,
}) => {
  await editor.load([...lead('One.'), p('Two.')]);
  await editor.place('One', 4);
  await editor.press('Delete');
  expect(await editor.lines()).toEqual([`${D}One.Two.`]);
  await editor.load([...lead(), p('Two.')]);
  await editor.press('Control+Home', 'Delete');
  expect(await editor.lines()).toEqual([`${D}Two.`]);
});

test('Ctrl+Backspace at the start of the lead does not delete the dateline unseen', async ({
  editor,
}) => {
  await editor.load([p('Above.'), ...lead('The ministry.')]);
  await editor.place('The');
  await editor.press('Control+Backspace');
  expect(await editor.lines()).toEqual(['Above.', `${D}The ministry.`]);
  await expect(button(editor)).toBeFocused();
});

test('Enter at the start of the lead opens a paragraph above; the dateline stays', async ({
  editor,
}) => {
  const [dateline, paragraph] = lead('The ministry.');
  await editor.load([dateline, paragraph] as never);
  await editor.place('The');
  await editor.press('Enter');
  const [above, ...rest] = await editor.blocks();
  expect(above).toMatchObject({ type: 'paragraph', content: [] });
  expect(rest).toEqual([dateline, paragraph]);
  await editor.type('X');
  expect(await editor.lines()).toEqual(['', `${D}XThe ministry.`]);
});

test('Enter within the lead opens a paragraph below; the dateline stays', async ({ editor }) => {
  await editor.load(lead('One. Two.'));
  await editor.place('One', 4);
  await editor.press('Enter');
  expect(await editor.lines()).toEqual([`${D}One.`, ' Two.']);
  await editor.load(lead('One.'));
  await editor.press('Control+End', 'Enter');
  await editor.type('Two.');
  expect(await editor.lines()).toEqual([`${D}One.`, 'Two.']);
});

test('an arrow at the start of the first lead stays in the text', async ({ editor }) => {
  await editor.load(lead('One.'));
  await editor.press('Control+Home', 'ArrowLeft', 'ArrowLeft');
  await editor.type('X');
  expect(await editor.lines()).toEqual([`${D}XOne.`]);
});

test('select all and typing replaces everything, also the dateline', async ({ editor }) => {
  const blocks = [...lead('One.'), heading('Two'), p('Three.')];
  await editor.load(blocks);
  await editor.press('Control+a');
  await editor.type('X');
  expect(await editor.lines()).toEqual(['X']);
  await editor.press('Control+z', 'Control+z');
  expect(await editor.blocks()).toEqual(blocks);
});

test('select all, cut and paste brings everything back, also the dateline', async ({ editor }) => {
  const blocks = [...lead('One.'), heading('Two'), list('bulleted', li('Three')), p('Four.')];
  await editor.load(blocks);
  await editor.press('Control+a', 'Control+x');
  expect(await editor.lines()).toEqual(['']);
  await editor.press('Control+v');
  expect(await editor.lines()).toEqual([`${D}One.`, '## Two', '- Three', 'Four.']);
  const ids = (await editor.blocks()).map(({ id }) => id);
  for (const { id } of blocks) expect(ids).not.toContain(id);
});

test('a selection that begins before the dateline takes it along, cut and pasted elsewhere', async ({
  editor,
}) => {
  await editor.load([p('Above.'), ...lead('One.'), p('Two.'), p('End.')]);
  await editor.place('Above', 6);
  await editor.press('Shift+ArrowDown', 'Shift+ArrowDown', 'Shift+End', 'Control+x');
  expect(await editor.lines()).toEqual(['Above.', 'End.']);
  await editor.press('Control+End', 'Control+v');
  expect(await editor.lines()).toEqual(['Above.', 'End.', `${D}One.`, 'Two.']);
});

test('a selection that begins in the lead leaves the dateline, and is pasted without it', async ({
  editor,
}) => {
  await editor.load([...lead('One two.'), p('Three four.'), p('End.')]);
  await editor.place('One');
  await editor.press('Shift+ArrowDown', 'Shift+End', 'Control+x');
  expect(await editor.lines()).toEqual([D, 'End.']);
  await editor.press('Control+v');
  expect(await editor.lines()).toEqual([`${D}One two.`, 'Three four.', 'End.']);
});

test('typing over a selection from the lead to another paragraph keeps the dateline', async ({
  editor,
}) => {
  await editor.load([...lead('One two.'), p('Three four.')]);
  await editor.place('One');
  await editor.press('Shift+ArrowDown', 'Shift+Home');
  for (let times = 0; times < 6; times += 1) await editor.press('Shift+ArrowRight');
  await editor.type('X');
  expect(await editor.lines()).toEqual([`${D}Xfour.`]);
});

test('Markdown at the start of a lead stays text; the dateline stays with its paragraph', async ({
  editor,
}) => {
  await editor.load(lead('One.'));
  await editor.place('One');
  await editor.type('## ');
  expect(await editor.lines()).toEqual([`${D}## One.`]);
});

test('a dateline is put before the paragraph with the caret, changed and removed, undoably', async ({
  editor,
}) => {
  const start = [p('One.'), p('Two.')];
  await editor.load(start);
  await editor.place('One', 2);
  await editor.page.evaluate((content) => window.harness.setDateline(content), TOKYO);
  expect(await editor.lines()).toEqual([`${D}One.`, 'Two.']);
  expect((await editor.blocks())[1]).toEqual(start[0]);
  const oslo = { places: [{ name: 'OSLO' }], style: 'ap', printed: 'OSLO — ' };
  const { id } = (await editor.blocks())[0] ?? {};
  await editor.page.evaluate((content) => window.harness.setDateline(content), oslo);
  expect((await editor.blocks())[0]).toEqual({ type: 'dateline', id, ...oslo });
  await editor.page.evaluate(() => window.harness.setDateline(null));
  expect(await editor.blocks()).toEqual(start);
  await editor.press('Control+z');
  expect(await editor.lines()).toEqual(['[OSLO — ]One.', 'Two.']);
  await editor.press('Control+z', 'Control+z');
  expect(await editor.blocks()).toEqual(start);
});
