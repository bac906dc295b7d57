import {
  datelineBlock,
  divider,
  image,
  list,
  li,
  p,
  quote,
  sidebar,
  table,
} from '../article/build.ts';
import { expect, test } from './tools.ts';

const OSLO = { places: [{ name: 'OSLO' }], source: 'AP', style: 'ap', printed: 'OSLO (AP) — ' };

test('with the tools around the text its keys do the same', async ({ editor }) => {
  const box = sidebar('Title', [list('bulleted', li('One'))]);
  const blocks = [datelineBlock(OSLO), p('The storm.'), divider(), box, p('After.')];
  const frame = editor.page.locator('.article-text [data-selected]');
  const press = async (...keys: string[]): Promise<void> => {
    for (const key of keys) {
      await editor.page.keyboard.press(key);
      await editor.page.waitForTimeout(300);
    }
  };
  await editor.load(blocks);
  await editor.place('storm');
  await press('End', 'Delete');
  await editor.page.waitForTimeout(400);
  await expect(frame).toHaveCount(1);
  await editor.page.keyboard.type('Zz');
  expect((await editor.lines()).slice(0, 3)).toEqual([
    '[OSLO (AP) — ]The storm.',
    '(divider)',
    'Zz',
  ]);
  await editor.place('One');
  await press('Control+a', 'Control+a');
  await editor.page.waitForTimeout(400);
  await expect(frame).toHaveCount(1);
  await editor.page.keyboard.type('Yy');
  expect((await editor.lines()).slice(-2)).toEqual(['Yy', 'After.']);
  await editor.place('storm');
  await press('End', 'Shift+Home', 'Escape');
  await expect(editor.body).toBeFocused();
  await editor.page.keyboard.type('Quick ');
  expect((await editor.lines())[0]).toBe('[OSLO (AP) — ]Quick ');
  await editor.press('Control+z');
  expect((await editor.lines())[0]).toBe('[OSLO (AP) — ]The storm.');
});

test('Alt+Down and Alt+Up move a block from its fields, which keep the focus', async ({
  editor,
}) => {
  const { page } = editor;
  const box = sidebar('Title', [list('bulleted', li('One'))]);
  await editor.load([
    quote([p('Said')], 'Ann'),
    p('Middle'),
    image({ caption: 'Quay' }),
    box,
    p(''),
  ]);
  const who = page.getByRole('textbox', { name: 'Who said it' });
  await who.click();
  await editor.press('End', 'Alt+ArrowDown');
  await editor.type('!');
  const said = ['> Said', '> — Ann!'];
  const rest = ['= Title (links, rail)', '  - One', ''];
  expect(await editor.lines()).toEqual(['Middle', ...said, '(image)', ...rest]);
  const caption = page.getByRole('textbox', { name: 'Caption' });
  await caption.click();
  await editor.press('Home', 'ArrowRight', 'Alt+ArrowUp', 'Alt+ArrowUp');
  await expect(caption).toBeFocused();
  await editor.type('u');
  await expect(caption).toHaveText('Quuay');
  expect(await editor.lines()).toEqual(['(image)', 'Middle', ...said, ...rest]);
  await page.getByText('Title').click();
  await editor.press('Alt+ArrowUp');
  await editor.type('s');
  expect((await editor.lines()).slice(0, 3)).toEqual([
    '(image)',
    'Middle',
    expect.stringMatching('= '),
  ]);
  expect((await editor.lines()).slice(-3)).toEqual([...said, '']);
});

test('the toolbar says that a table is selected, or has the caret', async ({ editor }) => {
  await editor.load([p('Text'), table([['Town', 'Water']])]);
  await editor.place('Town', 2);
  const kind = editor.page.getByRole('button', { name: 'Kind of block: Table' });
  await expect(kind).toBeDisabled();
  await editor.place('Text', 2);
  await expect(editor.page.getByRole('button', { name: 'Kind of block: Paragraph' })).toBeEnabled();
  await editor.place('Town', 2);
  await editor.press('Control+a', 'Control+a');
  await expect(editor.page.locator('.table-block[data-selected]')).toHaveCount(1);
  await expect(kind, 'selected as a whole').toBeDisabled();
});
