// @vitest-environment jsdom
import type { Block } from '../../../article/blocks/blocks.ts';
import { heading, li, list, p, sidebar } from '../../article/build.ts';
import { expect, test } from './editor.ts';

const ids = (blocks: readonly Block[]) => blocks.map(({ id }) => id);
const listOf = (block: Block | undefined) => {
  if (block?.type !== 'list') throw new Error(`expected a list, got ${block?.type}`);
  return block;
};

test('typing in one block leaves every other block the same object', async ({ editor }) => {
  await editor.load([p('One.'), list('bulleted', 'Two', 'Three'), p('Four.')]);
  await editor.place('Four', 4);
  const before = window.harness.blocks();
  await editor.type('X');
  const same = window.harness.blocks().map((block, index) => block === before[index]);
  expect(same).toEqual([true, true, false]);
  expect(await editor.page.evaluate(() => window.harness.changes())).toBe(1);
});

test('a split keeps the id with the first half that is not empty', async ({ editor }) => {
  const [first, second] = [p('One two.'), heading('Three four')];
  await editor.load([first, second]);
  await editor.place('two');
  await editor.press('Enter');
  let blocks = await editor.blocks();
  expect(blocks[0]?.id).toBe(first.id);
  await editor.place('One');
  await editor.press('Enter');
  blocks = await editor.blocks();
  expect(await editor.lines()).toEqual(['', 'One ', 'two.', '## Three four']);
  expect(blocks[1]?.id).toBe(first.id);
  await editor.place('Three');
  await editor.press('Enter');
  expect(await editor.lines()).toEqual(['', 'One ', 'two.', '', '## Three four']);
  expect((await editor.blocks())[4]?.id).toBe(second.id);
});

test('a list item that is split at its start keeps its id with its text', async ({ editor }) => {
  const items = list('bulleted', 'One', 'Two');
  await editor.load([items]);
  await editor.place('Two');
  await editor.press('Enter');
  const [after] = await editor.blocks();
  expect(listOf(after).items.map(({ id }) => id)).toEqual([
    items.items[0]?.id,
    expect.not.stringMatching(`^${items.items[1]?.id}$`),
    items.items[1]?.id,
  ]);
});

test('text that turns into another type keeps its id, and turns back with it', async ({
  editor,
}) => {
  const [first, second, third] = [p('One'), p('Two'), p('Three')];
  await editor.load([first, second, third]);
  await editor.place('One');
  await editor.page.evaluate(() => window.harness.turnInto('crosshead'));
  await editor.place('Two');
  await editor.page.evaluate(() => window.harness.turnInto('bulleted'));
  const [one, two, three] = await editor.blocks();
  expect([one?.id, three?.id]).toEqual([first.id, third.id]);
  expect(listOf(two).items[0]?.id).toBe(second.id);
  const listId = two?.id;
  await editor.page.evaluate(() => window.harness.turnInto('numbered'));
  expect((await editor.blocks())[1]?.id).toBe(listId);
  await editor.page.evaluate(() => window.harness.turnInto('paragraph'));
  expect(ids(await editor.blocks())).toEqual(ids([first, second, third]));
  expect(await editor.lines()).toEqual(['## One', 'Two', 'Three']);
});

test('pasted blocks get new ids, also in the place of what was cut', async ({ editor }) => {
  const blocks = [p('One.'), p('Two.'), p('Three.')];
  await editor.load(blocks);
  await editor.press('Control+a', 'Control+c', 'Control+End', 'Enter', 'Control+v');
  const after = await editor.blocks();
  expect(await editor.lines()).toEqual(['One.', 'Two.', 'Three.', 'One.', 'Two.', 'Three.']);
  expect(ids(after.slice(0, 3))).toEqual(ids(blocks));
  expect(new Set(ids(after)).size).toBe(6);
});

test('undo brings ids back, one step at a time', async ({ editor }) => {
  const blocks = [p('One two.'), list('bulleted', 'Three')];
  await editor.load(blocks);
  await editor.place('two');
  await editor.press('Enter');
  await editor.place('Three');
  await editor.press('Backspace');
  expect(await editor.lines()).toEqual(['One ', 'two.', 'Three']);
  await editor.press('Control+z', 'Control+z');
  expect(await editor.blocks()).toEqual(blocks);
  await editor.press('Control+z');
  expect(await editor.blocks()).toEqual(blocks);
});

test('unknown keys, notes and comments survive typing around them', async ({ editor }) => {
  const blocks: Block[] = [
    {
      ...p([
        { text: 'Before ' },
        { text: 'noted', marks: [{ type: 'note' }, { type: 'comment', thread: 't1' }] },
        { text: ' after.' },
      ]),
      'x-desk': { seen: true },
      suggestion: { id: 's1', kind: 'insert', by: 'Desk', at: '2026-01-01T00:00:00Z' },
    } as Block,
    { type: 'unknown', id: 'u1', was: { type: 'embed', id: 'u1', url: 'https://example.com/' } },
  ];
  await editor.load(blocks);
  await editor.place('after', 5);
  await editor.type('X');
  const [first, second] = await editor.blocks();
  expect(first).toEqual({
    ...blocks[0],
    content: [
      { text: 'Before ' },
      { text: 'noted', marks: [{ type: 'note' }, { type: 'comment', thread: 't1' }] },
      { text: ' afterX.' },
    ],
  });
  expect(second).toEqual(blocks[1]);
  await expect(editor.page.getByRole('img', { name: 'Kept as it is: embed' })).toBeVisible();
});

test('Tab nests a list item under the one before, Shift+Tab takes it back', async ({ editor }) => {
  await editor.load([list('bulleted', 'One', 'Two', 'Three')]);
  await editor.place('Two');
  await editor.press('Tab');
  expect(await editor.lines()).toEqual(['- One', '  - Two', '- Three']);
  await editor.press('Tab');
  expect(await editor.lines()).toEqual(['- One', '  - Two', '- Three']);
  await editor.press('Shift+Tab');
  expect(await editor.lines()).toEqual(['- One', '- Two', '- Three']);
  await editor.place('One');
  await editor.press('Tab');
  expect(await editor.lines()).toEqual(['- One', '- Two', '- Three']);
});

test('Enter on an empty item leaves the list', async ({ editor }) => {
  await editor.load([list('numbered', 'One')]);
  await editor.press('Control+End', 'Enter', 'Enter');
  await editor.type('After.');
  expect(await editor.lines()).toEqual(['1. One', 'After.']);
});

test('a list that lost the parent of a nested one moves the nested items up', async ({
  editor,
}) => {
  await editor.load([p('Above.'), list('bulleted', li('One', list('bulleted', 'Deep')), 'Two')]);
  await editor.place('One');
  await editor.press('Backspace');
  expect(await editor.lines()).toEqual(['Above.', 'One', '- Deep', '- Two']);
});

test('HTML is pasted with its headings, lists, links and marks, the rest as text', async ({
  editor,
}) => {
  await editor.load([p('One two.')]);
  await editor.place('two');
  await editor.paste({
    'text/html':
      '<meta charset="utf-8"><p>Pasted <b>bold</b> <a href="https://example.com/">link</a></p>' +
      '<h2>Head</h2><ul><li>item<ol><li>deep</li></ol></li></ul>' +
      '<script>bad()</script><p>tail <a href="javascript:bad()">word</a></p>',
    'text/plain': 'not this',
  });
  expect(await editor.lines()).toEqual([
    'One Pasted bold link',
    '## Head',
    '- item',
    '  1. deep',
    'tail wordtwo.',
  ]);
  const [first] = await editor.blocks();
  expect(first).toMatchObject({
    content: [
      { text: 'One Pasted ' },
      { text: 'bold', marks: [{ type: 'bold' }] },
      { text: ' ' },
      { text: 'link', marks: [{ type: 'link', href: 'https://example.com/' }] },
    ],
  });
  expect(await editor.caret()).toMatchObject({ offset: 'tail word'.length });
});

test('text is pasted a paragraph for each line, and nothing is glued or lost', async ({
  editor,
}) => {
  await editor.load([p('One two.')]);
  await editor.place('two');
  await editor.paste({ 'text/plain': 'first line\r\nsecond line\n\n\nthird line ' });
  expect(await editor.lines()).toEqual(['One first line', 'second line', 'third line two.']);
  await editor.load([p('One two.')]);
  await editor.place('two');
  await editor.paste({ 'text/plain': 'and a half ' });
  expect(await editor.lines()).toEqual(['One and a half two.']);
});

test('text pasted at the start of a paragraph leaves its id with its text', async ({ editor }) => {
  const paragraph = p('Old.');
  await editor.load([paragraph]);
  await editor.press('Control+Home');
  await editor.paste({ 'text/plain': 'New one.\nNew two. ' });
  expect(await editor.lines()).toEqual(['New one.', 'New two. Old.']);
  expect((await editor.blocks())[1]?.id).toBe(paragraph.id);
});

test('paste in a list makes items, in a crosshead it goes on with paragraphs', async ({
  editor,
}) => {
  await editor.load([list('bulleted', 'One end', 'Two'), heading('Head tail')]);
  await editor.place('end');
  await editor.paste({ 'text/html': '<p>first</p><ul><li>second</li></ul><p>third </p>' });
  expect((await editor.lines()).slice(0, 4)).toEqual([
    '- One first',
    '- second',
    '- thirdend',
    '- Two',
  ]);
  await editor.place('tail');
  await editor.paste({ 'text/plain': 'up\nnext ' });
  expect((await editor.lines()).slice(4)).toEqual(['## Head up', 'next tail']);
});

test('a part of a nested list is copied with its nesting', async ({ editor }) => {
  await editor.load([
    list('bulleted', li('One', list('numbered', 'Deep', 'Deeper')), 'Two'),
    p(''),
  ]);
  await editor.place('One', 1);
  await editor.press('Shift+ArrowDown', 'Shift+End', 'Control+c', 'Control+End', 'Control+v');
  expect(await editor.lines()).toEqual([
    '- One',
    '  1. Deep',
    '  1. Deeper',
    '- Two',
    '- ne',
    '  1. Deep',
  ]);
});

test('Markdown shortcuts make crossheads, lists, dividers and marks', async ({ editor }) => {
  await editor.load([p()]);
  await editor.press('Control+Home');
  await editor.type('## Head');
  await editor.press('Enter');
  await editor.type('A **bold** and *slanted* and `code` and ~~gone~~ word.');
  await editor.press('Enter');
  await editor.type('--- ');
  await editor.type('- One');
  await editor.press('Enter', 'Enter');
  await editor.type('1. First');
  expect(await editor.lines()).toEqual([
    '## Head',
    'A bold and slanted and code and gone word.',
    '(divider)',
    '- One',
    '1. First',
  ]);
  expect((await editor.blocks())[1]).toMatchObject({
    content: [
      { text: 'A ' },
      { text: 'bold', marks: [{ type: 'bold' }] },
      { text: ' and ' },
      { text: 'slanted', marks: [{ type: 'italic' }] },
      { text: ' and ' },
      { text: 'code', marks: [{ type: 'code' }] },
      { text: ' and ' },
      { text: 'gone', marks: [{ type: 'strikethrough' }] },
      { text: ' word.' },
    ],
  });
});

test('Enter in a crosshead splits it, at its end it goes on with a paragraph', async ({
  editor,
}) => {
  const marked = [{ text: 'One ' }, { text: 'two', marks: [{ type: 'bold' as const }] }];
  await editor.load([heading(marked, 3)]);
  await editor.place('two');
  await editor.press('Enter');
  expect(await editor.lines()).toEqual(['### One ', '### two']);
  await editor.press('End', 'Enter');
  await editor.type('Text.');
  expect(await editor.lines()).toEqual(['### One ', '### two', 'Text.']);
});

test('opening another content cannot be undone, and keeps the caret in its block', async ({
  editor,
}) => {
  const [first, second] = [p('One.'), p('Two three.')];
  await editor.load([first, second]);
  await editor.place('three');
  await editor.type('X');
  await editor.load([p('New.'), first, { ...second, content: [{ text: 'Two three four.' }] }]);
  expect(await editor.caret()).toMatchObject({ id: second.id, offset: 5 });
  await editor.press('Control+z');
  expect(await editor.lines()).toEqual(['New.', 'One.', 'Two three four.']);
  await editor.type('Y');
  await editor.press('Control+z');
  expect(await editor.lines()).toEqual(['New.', 'One.', 'Two three four.']);
});

test('a file is shown as it is: two lists in a row stay two, also after typing', async ({
  editor,
}) => {
  const blocks = [list('bulleted', 'One'), list('bulleted', 'Two'), sidebar('Box', []), p('End.')];
  await editor.load(blocks);
  expect(await editor.blocks()).toEqual(blocks);
  await editor.place('End', 3);
  await editor.type('X');
  expect((await editor.blocks()).slice(0, 3)).toEqual(blocks.slice(0, 3));
});

test('the text box says its name, language and direction', async ({ editor }) => {
  await editor.load([p('نص')], 'ar');
  await expect(editor.body).toHaveAttribute('aria-multiline', 'true');
  await expect(editor.body).toHaveAttribute('lang', 'ar');
  await expect(editor.body).toHaveAttribute('dir', 'rtl');
  await editor.load([p('Text')], 'en');
  await expect(editor.body).toHaveAttribute('dir', 'ltr');
});

test('a fault of the editor is said, and no word is lost', async ({ editor }) => {
  await editor.load([p('One.'), p('Two.')]);
  await editor.place('Two', 3);
  await editor.type(' and a half');
  await editor.page.evaluate(() => {
    window.harness.editor.update(() => {
      throw new Error('a fault on purpose');
    });
  });
  const message = editor.page.getByRole('alert');
  await expect(message).toContainText('Your words are kept.');
  await editor.place('half', 4);
  await editor.type('X');
  expect(await editor.lines()).toEqual(['One.', 'Two and a halfX.']);
  await message.getByRole('button', { name: 'Show the text again' }).click();
  await expect(message).toHaveCount(0);
  expect(await editor.lines()).toEqual(['One.', 'Two and a halfX.']);
  await editor.place('One', 3);
  await editor.type('Y');
  expect(await editor.lines()).toEqual(['OneY.', 'Two and a halfX.']);
  expect(editor.faults.splice(0).join()).toContain('a fault on purpose');
});
