import type { Block } from '../../article/blocks/blocks.ts';
import { datelineBlock, divider, image, list, p } from '../article/build.ts';
import { expect, test } from './editor.ts';

test('moving the caret is no change of the article', async ({ editor }) => {
  await editor.load([p('One.'), p('Two.')]);
  await editor.press('Control+End', 'ArrowUp', 'Shift+End', 'Control+a');
  expect(await editor.page.evaluate(() => window.harness.changes())).toBe(0);
});

test('a placeholder is selected by a click, removed by a key and comes back with undo', async ({
  editor,
}) => {
  const unknown: Block = { type: 'unknown', id: 'u1', was: { type: 'embed', id: 'u1' } };
  const blocks = [p('Above.'), unknown, p('Below.')];
  await editor.load(blocks);
  const placeholder = editor.page.getByRole('img', { name: 'Kept as it is: embed' });
  await placeholder.click();
  await expect(placeholder).toHaveAttribute('data-selected');
  await editor.press('Delete');
  expect(await editor.lines()).toEqual(['Above.', 'Below.']);
  await editor.press('Control+z');
  expect(await editor.blocks()).toEqual(blocks);
  await editor.page.getByText('Below.').click();
  await editor.press('Home', 'Backspace');
  await expect(placeholder).toHaveAttribute('data-selected');
  expect(await editor.blocks()).toEqual(blocks);
});

test('outside lists Tab leaves the text box in both directions', async ({ editor }) => {
  await editor.load([p('One.')]);
  await editor.press('Tab');
  await expect(editor.page.getByRole('button', { name: 'After' })).toBeFocused();
  await editor.place('One');
  await editor.press('Shift+Tab');
  await expect(editor.page.getByRole('button', { name: 'Before' })).toBeFocused();
  expect(await editor.lines()).toEqual(['One.']);
});

test('Ctrl+Shift+V pastes the text alone', async ({ editor }) => {
  await editor.load([p('One.'), p([{ text: 'bold', marks: [{ type: 'bold' }] }])]);
  await editor.place('bold');
  await editor.press('Shift+End', 'Control+c');
  await editor.place('One', 4);
  await editor.press('Control+Shift+V');
  expect((await editor.blocks())[0]).toMatchObject({ content: [{ text: 'One.bold' }] });
});

test('a copy carries HTML and text that anyone may read, without what is internal', async ({
  editor,
}) => {
  await editor.load([
    datelineBlock({ places: [{ name: 'OSLO' }], style: 'ap', printed: 'OSLO — ' }),
    p([
      { text: 'Said ' },
      { text: 'so', marks: [{ type: 'bold' }] },
      { text: ' secretly', marks: [{ type: 'note' }] },
      { text: '.' },
    ]),
    list('numbered', 'One', 'Two'),
  ]);
  await editor.press('Control+a', 'Control+c');
  const [html, text] = await editor.page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    const read = async (type: string) => (await item?.getType(type))?.text();
    return Promise.all([read('text/html'), read('text/plain')]);
  });
  expect(text).toBe('OSLO — Said so.\n\n1. One\n2. Two');
  expect(html).toContain('<strong>so</strong>');
  expect(html).toContain('<ol><li>One</li><li>Two</li></ol>');
  expect(html).not.toContain('secretly');
  await editor.press('Control+End', 'Enter', 'Enter', 'Control+v');
  expect(await editor.lines()).toEqual([
    '[OSLO — ]Said so secretly.',
    '1. One',
    '1. Two',
    '[OSLO — ]Said so secretly.',
    '1. One',
    '1. Two',
  ]);
});

test('selected text is dragged to another place and keeps its marks', async ({ editor }) => {
  await editor.load([
    p([{ text: 'drag', marks: [{ type: 'bold' }] }, { text: ' rest' }]),
    p('to '),
  ]);
  await editor.place('drag');
  for (let times = 0; times < 4; times += 1) await editor.press('Shift+ArrowRight');
  await editor.page.evaluate(() => {
    const transfer = new DataTransfer();
    const from = document.querySelector('.article-text p strong, .article-text p .text-bold');
    const to = [...document.querySelectorAll('.article-text p')].at(-1)?.firstElementChild;
    if (!from || !to) throw new Error('nothing to drag');
    const options = { dataTransfer: transfer, bubbles: true, cancelable: true };
    from.dispatchEvent(new DragEvent('dragstart', options));
    const range = document.createRange();
    range.selectNodeContents(to);
    const box = range.getBoundingClientRect();
    const [clientX, clientY] = [box.right - 0.5, box.top + box.height / 2];
    to.dispatchEvent(new DragEvent('drop', { ...options, clientX, clientY }));
  });
  await editor.settle();
  expect(await editor.lines()).toEqual([' rest', 'to drag']);
  expect((await editor.blocks())[1]).toMatchObject({
    content: [{ text: 'to ' }, { text: 'drag', marks: [{ type: 'bold' }] }],
  });
});

test('a caret beside a divider goes on with the arrows, and below it at the end', async ({
  editor,
}) => {
  await editor.load([p('Above.'), divider()]);
  await editor.place('Above', 6);
  await editor.press('ArrowDown', 'ArrowDown');
  await editor.type('Below.');
  expect(await editor.lines()).toEqual(['Above.', '(divider)', 'Below.']);
});

test('a field that takes the focus before a press was told of keeps its caret', async ({
  editor,
}) => {
  await editor.load([p('Text.'), image({ caption: 'Boats' })]);
  await editor.place('Text', 2);
  await editor.page.evaluate(() => {
    const [line, field] = ['.article-text > p', '.block-field.rich'].map((selector) =>
      document.querySelector<HTMLElement>(selector)!,
    );
    line!.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true, pointerType: 'mouse' }));
    field!.focus();
    getSelection()?.selectAllChildren(field!);
    getSelection()?.collapseToEnd();
  });
  await editor.settle();
  await editor.type(' at noon');
  expect(await editor.blocks()).toMatchObject([
    { content: [{ text: 'Text.' }] },
    { caption: [{ text: 'Boats at noon' }] },
  ]);
});
