import { divider, li, list, p, sidebar } from '../article/build.ts';
import { expect, test } from './editor.ts';

const links = (title: string, ...items: string[]) =>
  sidebar(title, [list('bulleted', ...items.map((item) => li(item)))]);

test('a sidebar is a group with its title, and its title a text box of its own', async ({
  editor,
}) => {
  await editor.load([p('Text.'), links('Top Articles in Politics', 'One', 'Two')]);
  const group = editor.page.getByRole('group', {
    name: 'Sidebar: Top Articles in Politics',
    exact: true,
  });
  await expect(group.getByRole('listitem')).toHaveText(['One', 'Two']);
  await group.getByRole('textbox', { name: 'Sidebar title' }).fill('Politics');
  await expect(editor.page.getByRole('group', { name: 'Sidebar: Politics' })).toBeVisible();
  expect(await editor.lines()).toEqual(['Text.', '= Politics (links, rail)', '  - One', '  - Two']);
});

test('a sidebar at the end is left with ArrowDown, a click below it, one at the top with ArrowUp', async ({
  editor,
}) => {
  await editor.load([links('Title', 'One')]);
  await editor.place('One', 1);
  await editor.press('ArrowDown');
  await editor.type('After.');
  expect(await editor.lines()).toEqual(['= Title (links, rail)', '  - One', 'After.']);
  await editor.load([links('Title', 'One')]);
  const box = await editor.body.boundingBox();
  if (box === null) throw new Error('the text box has no box');
  await editor.page.mouse.click(box.x + 50, box.y + box.height - 20);
  await editor.settle();
  await editor.type('Below.');
  expect(await editor.lines()).toEqual(['= Title (links, rail)', '  - One', 'Below.']);
  await editor.load([links('Title', 'One')]);
  await editor.place('Title', 1);
  await editor.press('ArrowUp');
  await editor.type('Above.');
  expect(await editor.lines()).toEqual(['Above.', '= Title (links, rail)', '  - One']);
});

test('a selected sidebar is cut, and pasted elsewhere', async ({ editor }) => {
  await editor.load([p('Above.'), links('Title', 'One', 'Two'), p('After.')]);
  await editor.place('Title', 2);
  await editor.press('Control+a', 'Control+a', 'Control+x');
  expect(await editor.lines()).toEqual(['Above.', 'After.']);
  await editor.press('Control+End', 'Control+v');
  expect(await editor.lines()).toEqual([
    'Above.',
    'After.',
    '= Title (links, rail)',
    '  - One',
    '  - Two',
  ]);
});

test('what another program has added to a block goes with it', async ({ editor }) => {
  const line = { ...divider(), content: 'theirs' };
  await editor.load([p('Above.'), sidebar('Title', [p('One'), line, p('Two')]), p('After.')]);
  await editor.place('Above.', 2);
  await editor.press('Control+Shift+End', 'Control+x', 'Control+v');
  expect((await editor.blocks())[1]).toMatchObject({
    body: [{ type: 'paragraph' }, { type: 'divider', content: 'theirs' }, { type: 'paragraph' }],
  });
});

test('an input method composes in the title and in an empty item', async ({ editor }) => {
  await editor.load([links('', ''), p('後')], 'ja');
  await editor.page.getByRole('textbox', { name: 'Sidebar title' }).click();
  await editor.compose('せい', '政治');
  await editor.press('Enter');
  await editor.compose('に', '二');
  expect(await editor.lines()).toEqual(['= 政治 (links, rail)', '  - 二', '後']);
});
