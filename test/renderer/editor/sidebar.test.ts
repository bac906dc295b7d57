// @vitest-environment jsdom
import { heading, li, list, p, sidebar } from '../../article/build.ts';
import { expect, test } from './editor.ts';

const links = (title: string, ...items: string[]) =>
  sidebar(title, [list('bulleted', ...items.map((item) => li(item)))]);

test('Enter in the title goes to the first item, and does not split the title', async ({
  editor,
}) => {
  await editor.load([links('Title', 'One', 'Two'), p('After.')]);
  await editor.place('Title', 2);
  await editor.press('Enter');
  await editor.type('X');
  expect(await editor.lines()).toEqual(['= Title (links, rail)', '  - XOne', '  - Two', 'After.']);
});

test('Enter in the title of an empty sidebar opens its first item', async ({ editor }) => {
  await editor.load([sidebar('Title', []), p('After.')]);
  await editor.place('Title', 5);
  await editor.press('Enter');
  await editor.type('One');
  expect(await editor.lines()).toEqual(['= Title (links, rail)', '  - One', 'After.']);
});

test('a sidebar is inserted, written and left with the keyboard alone', async ({ editor }) => {
  await editor.load([p('Text.')]);
  await editor.press('Control+End');
  await editor.page.evaluate(() => window.harness.insertSidebar('ranking'));
  await editor.type('JN ACCESS RANKING');
  await editor.press('Enter');
  await editor.type('One');
  await editor.press('Enter');
  await editor.type('Two');
  await editor.press('Enter', 'Enter');
  await editor.type('After.');
  expect(await editor.lines()).toEqual([
    'Text.',
    '= JN ACCESS RANKING (ranking, rail)',
    '  1. One',
    '  1. Two',
    'After.',
  ]);
});

test('Backspace at the start of the title takes nothing along', async ({ editor }) => {
  const blocks = [p('Above.'), links('Title', 'One'), p('After.')];
  await editor.load(blocks);
  await editor.place('Title');
  await editor.press('Backspace', 'Control+Backspace');
  expect(await editor.blocks()).toEqual(blocks);
});

test('Delete at the end of the title takes nothing along', async ({ editor }) => {
  const blocks = [links('Title', 'One'), p('After.')];
  await editor.load(blocks);
  await editor.place('Title', 5);
  await editor.press('Delete', 'Control+Delete');
  expect(await editor.blocks()).toEqual(blocks);
});

test('Backspace at the start of the first item goes to the title and joins nothing', async ({
  editor,
}) => {
  const blocks = [links('Title', 'One', 'Two')];
  await editor.load(blocks);
  await editor.place('One');
  await editor.press('Backspace');
  expect(await editor.blocks()).toEqual(blocks);
  await editor.type('X');
  expect(await editor.lines()).toEqual(['= TitleX (links, rail)', '  - One', '  - Two']);
});

test('Backspace at the start of a later item joins it to the one before', async ({ editor }) => {
  await editor.load([links('Title', 'One', 'Two', 'Three')]);
  await editor.place('Two');
  await editor.press('Backspace');
  expect(await editor.lines()).toEqual(['= Title (links, rail)', '  - OneTwo', '  - Three']);
  expect(await editor.caret()).toMatchObject({ offset: 3 });
});

test('no key joins the text around a sidebar with what is in it', async ({ editor }) => {
  const blocks = [p('Above.'), links('Title', 'One', 'Two'), p('After.')];
  await editor.load(blocks);
  await editor.place('Above', 6);
  await editor.press('Delete', 'Control+Delete');
  expect(await editor.blocks()).toEqual(blocks);
  await editor.place('After');
  await editor.press('Backspace', 'Control+Backspace');
  expect(await editor.blocks()).toEqual(blocks);
  await editor.place('Two', 3);
  await editor.press('Delete', 'Control+Delete');
  expect(await editor.blocks()).toEqual(blocks);
});

test('a deletion that begins in the text ends at the edge of the sidebar', async ({ editor }) => {
  await editor.load([p('Above all.'), links('Title', 'One', 'Two'), p('After.')]);
  await editor.place('all');
  await editor.press('Shift+ArrowDown', 'Shift+ArrowDown', 'Delete');
  expect(await editor.lines()).toEqual([
    'Above ',
    '= Title (links, rail)',
    '  - One',
    '  - Two',
    'After.',
  ]);
});

test('a deletion that begins in the sidebar ends at its edge, and leaves the title', async ({
  editor,
}) => {
  await editor.load([p('Above.'), links('Title', 'One', 'Two'), p('After.')]);
  await editor.place('Two', 1);
  await editor.press('Shift+ArrowUp', 'Shift+ArrowUp', 'Shift+ArrowUp', 'Backspace');
  expect(await editor.lines()).toEqual(['Above.', '= Title (links, rail)', '  - wo', 'After.']);
});

test('a sidebar within the selection goes with it, and comes back with undo', async ({
  editor,
}) => {
  const blocks = [p('Above all.'), links('Title', 'One'), p('After that.')];
  await editor.load(blocks);
  await editor.place('all');
  await editor.page.evaluate(() => {
    const text = [...document.querySelectorAll('.article-text > p')].at(-1)?.firstChild?.firstChild;
    if (text) getSelection()?.extend(text, 6);
  });
  await editor.settle();
  await editor.press('Delete');
  expect(await editor.lines()).toEqual(['Above that.']);
  await editor.press('Control+z');
  expect(await editor.blocks()).toEqual(blocks);
});

test('Backspace in the title of an empty sidebar removes it, undoably', async ({ editor }) => {
  const blocks = [p('Above.'), links('', '')];
  await editor.load(blocks);
  await editor.page.getByRole('textbox', { name: 'Sidebar title' }).click();
  await editor.press('Backspace');
  expect(await editor.lines()).toEqual(['Above.', '']);
  await editor.type('X');
  expect(await editor.lines()).toEqual(['Above.', 'X']);
  await editor.press('Control+z', 'Control+z');
  expect(await editor.blocks()).toEqual(blocks);
});

test('Enter and ArrowDown on an empty last line leave the sidebar', async ({ editor }) => {
  await editor.load([links('Title', 'One', '')]);
  await editor.press('Control+End', 'ArrowDown');
  await editor.type('After.');
  expect(await editor.lines()).toEqual(['= Title (links, rail)', '  - One', '  - ', 'After.']);
  await editor.load([links('Title', 'One', ''), p('After.')]);
  await editor.place('One', 3);
  await editor.press('ArrowDown', 'Enter');
  await editor.type('X');
  expect(await editor.lines()).toEqual(['= Title (links, rail)', '  - One', 'XAfter.']);
});

test('Ctrl+A selects the title, then the sidebar, then the article', async ({ editor }) => {
  const selected = () => editor.page.evaluate(() => getSelection()?.toString());
  const blocks = [p('Above.'), links('Title', 'One', 'Two'), p('After.')];
  await editor.load(blocks);
  await editor.place('Title', 2);
  await editor.press('Control+a');
  expect(await selected()).toBe('Title');
  await editor.press('Control+a');
  await expect(editor.page.getByRole('group', { name: 'Sidebar: Title' })).toHaveAttribute(
    'data-selected',
  );
  await editor.press('Control+a');
  expect(await selected()).toContain('After.');
  await editor.press('Delete');
  expect(await editor.lines()).toEqual(['']);
  await editor.press('Control+z');
  expect(await editor.blocks()).toEqual(blocks);
});

test('Ctrl+A in the list selects its text; typing replaces it and leaves the title', async ({
  editor,
}) => {
  await editor.load([p('Above.'), links('Title', 'One', 'Two'), p('After.')]);
  await editor.place('Two', 2);
  await editor.press('Control+a');
  await editor.type('X');
  expect(await editor.lines()).toEqual(['Above.', '= Title (links, rail)', '  - X', 'After.']);
});

test('a cut from sidebar to text is pasted in the text as a list', async ({ editor }) => {
  await editor.load([links('Title', 'One', 'Two', 'Three'), p('After.')]);
  await editor.place('One');
  await editor.press('Shift+ArrowDown', 'Shift+End', 'Control+x');
  expect(await editor.lines()).toEqual(['= Title (links, rail)', '  - ', '  - Three', 'After.']);
  await editor.press('Control+End', 'Enter', 'Control+v');
  expect(await editor.lines()).toEqual([
    '= Title (links, rail)',
    '  - ',
    '  - Three',
    'After.',
    '- One',
    '- Two',
  ]);
});

test('text pasted into the title stays one line of plain text', async ({ editor }) => {
  await editor.load([links('Title', 'One')]);
  await editor.place('Title', 5);
  await editor.paste({ 'text/html': '<p><b>Big</b></p><p>news</p>', 'text/plain': 'Big\nnews' });
  expect(await editor.lines()).toEqual(['= TitleBig news (links, rail)', '  - One']);
});

test('marks, links and Markdown do nothing to the title', async ({ editor }) => {
  await editor.load([links('Title', 'One'), p('After.')]);
  await editor.place('Title', 2);
  await editor.press('Control+a', 'Control+b');
  await editor.page.evaluate(() => window.harness.setLink({ href: 'https://example.com/' }));
  await editor.press('End');
  await editor.type(' **x** # ');
  const [box] = await editor.blocks();
  expect(box).toMatchObject({ type: 'sidebar', title: 'Title **x** # ' });
  await editor.press('Home');
  await editor.type('## ');
  expect((await editor.lines())[0]).toBe('= ## Title **x** #  (links, rail)');
});

test('a sidebar changes its kind and place, and keeps a list', async ({ editor }) => {
  const box = sidebar('Facts', [p('One'), heading('Two'), list('bulleted', li('Three'))], {
    kind: 'factbox',
  });
  await editor.load([p('Above.'), box]);
  await editor.page.evaluate(
    (id) => window.harness.setSidebar(id, { kind: 'ranking', placement: 'inline' }),
    box.id,
  );
  expect(await editor.lines()).toEqual([
    'Above.',
    '= Facts (ranking, inline)',
    '  1. One',
    '  1. Two',
    '  1. Three',
  ]);
  const [, after] = await editor.blocks();
  expect(after?.id).toBe(box.id);
  await editor.press('Control+z');
  expect((await editor.blocks())[1]).toEqual(box);
});

test('blocks and items move up and down and keep their ids', async ({ editor }) => {
  const [above, box, after] = [p('Above.'), links('Title', 'One', 'Two'), p('After.')];
  await editor.load([above, box, after]);
  const move = (id: string, direction: 'up' | 'down') =>
    editor.page.evaluate(([of, to]) => window.harness.move(of, to), [id, direction] as const);
  expect(await move(box.id, 'down')).toBe(true);
  expect(await editor.blocks()).toEqual([above, after, box]);
  expect(await move(box.id, 'down')).toBe(false);
  expect(await move(above.id, 'up')).toBe(false);
  const [body] = box.body;
  const item = body?.type === 'list' ? body.items[1] : undefined;
  expect(await move(item?.id ?? '', 'up')).toBe(true);
  expect((await editor.lines()).slice(2)).toEqual(['= Title (links, rail)', '  - Two', '  - One']);
  await editor.press('Control+z', 'Control+z');
  expect(await editor.blocks()).toEqual([above, box, after]);
});

test('a list command in a sidebar skips its title', async ({ editor }) => {
  await editor.load([sidebar('Facts', [p('One'), p('Two')], { kind: 'factbox' }), p('After.')]);
  await editor.place('One');
  await editor.press('Control+a');
  await editor.page.evaluate(() => window.harness.turnInto('numbered'));
  expect(await editor.lines()).toEqual([
    '= Facts (factbox, rail)',
    '  1. One',
    '  1. Two',
    'After.',
  ]);
  await editor.place('Facts', 2);
  await editor.page.evaluate(() => window.harness.turnInto('numbered'));
  await editor.page.evaluate(() => window.harness.turnInto('crosshead'));
  expect((await editor.lines())[0]).toBe('= Facts (factbox, rail)');
});
