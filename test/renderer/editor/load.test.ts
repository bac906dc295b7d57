// @vitest-environment jsdom
import { datelineBlock, image, li, list, p, place } from '../../article/build.ts';
import { expect, test } from './editor.ts';

const named = (id: string, text: string) => ({ ...p(text), id });

test('words from elsewhere leave the caret where it is among the others', async ({ editor }) => {
  const items = list('bulleted', { ...li('First'), id: 'li1' }, { ...li('Second'), id: 'li2' });
  await editor.load([named('a', 'One two three.'), items, named('b', 'Below.')]);
  await editor.place('One two', 4);
  await editor.load([named('a', 'Before. One two three.'), items, named('b', 'Below.')]);
  expect(await editor.caret()).toMatchObject({ id: 'a', offset: 12 });

  await editor.place('Second', 3);
  await editor.load([named('a', 'Other.'), items, named('c', 'More.'), named('b', 'Below.')]);
  await editor.type('X');
  expect(await editor.lines()).toEqual(['Other.', '- First', '- SecXond', 'More.', 'Below.']);
});

test('the caret in a paragraph that is taken away elsewhere goes to the end of the one above', async ({
  editor,
}) => {
  await editor.load([named('a', 'One.'), named('b', 'Two.'), named('c', 'Three.')]);
  await editor.place('Two', 2);
  await editor.load([named('a', 'One.'), named('c', 'Three.')]);
  await editor.type('X');
  expect(await editor.lines()).toEqual(['One.X', 'Three.']);
  await editor.load([named('c', 'Three.')]);
  await editor.type('Y');
  expect(await editor.lines()).toEqual(['YThree.']);
});

test('what is selected stays selected where words come in above it', async ({ editor }) => {
  await editor.load([named('a', 'One.'), named('b', 'Two three.')]);
  await editor.place('Two', 4);
  await editor.press(...Array.from({ length: 5 }, () => 'Shift+ArrowRight'));
  await editor.load([named('n', 'New.'), named('a', 'One more.'), named('b', 'And two three.')]);
  await editor.load([named('n', 'New.'), named('a', 'One more.'), named('b', 'And two three!')]);
  await editor.type('4');
  expect((await editor.lines()).at(-1)).toBe('And two 4!');
});

test('undo after words of others came in takes back what was typed here, and nothing of theirs', async ({
  editor,
}) => {
  await editor.load([named('a', 'One two three.'), named('b', 'Below.')]);
  await editor.place('One two', 0);
  await editor.type('Mine, ');
  await editor.load([named('a', 'Mine, One two three. Theirs.'), named('b', 'Theirs below.')]);
  await editor.press('Home');
  await editor.place('below', 0);
  await editor.type('Later, ');
  expect((await editor.lines())[1]).toBe('Theirs Later, below.');
  await editor.press('Control+z');
  expect(await editor.lines()).toEqual(['Mine, One two three. Theirs.', 'Theirs below.']);
  await editor.press('Control+z');
  expect(await editor.lines()).toEqual(['One two three. Theirs.', 'Theirs below.']);
  await editor.press('Control+Shift+z');
  await editor.press('Control+Shift+z');
  expect(await editor.lines()).toEqual(['Mine, One two three. Theirs.', 'Theirs Later, below.']);
});

test('undo leads to what it takes back, also after words of others came in', async ({ editor }) => {
  await editor.load([named('a', 'One.'), named('b', 'Below.')]);
  await editor.place('One', 3);
  await editor.type(', mine');
  await editor.place('Below', 0);
  await editor.load([named('a', 'One, mine.'), named('b', 'Below.'), named('c', 'Theirs.')]);
  await editor.press('Control+z');
  expect(await editor.lines()).toEqual(['One.', 'Below.', 'Theirs.']);
  expect(await editor.caret()).toMatchObject({ id: 'a' });
});

test('typing that goes on while words of others come in is one step, and leaves theirs', async ({
  editor,
}) => {
  await editor.load([named('a', 'One.'), named('b', 'Below.')]);
  await editor.place('One.', 4);
  await editor.type(' Mi');
  await editor.load([named('a', 'Before. One. Mi'), named('b', 'Below, theirs.')]);
  await editor.type('ne');
  await editor.load([named('a', 'Before. One. Mine Theirs.'), named('b', 'Below, theirs.')]);
  await editor.type('.');
  expect(await editor.lines()).toEqual(['Before. One. Mine. Theirs.', 'Below, theirs.']);
  await editor.press('Control+z');
  expect(await editor.lines()).toEqual(['Before. One. Theirs.', 'Below, theirs.']);
  await editor.press('Control+Shift+z');
  expect(await editor.lines()).toEqual(['Before. One. Mine. Theirs.', 'Below, theirs.']);
});

test('undo after words of others came in leaves the caret in its line, also below a dateline', async ({
  editor,
}) => {
  const dateline = datelineBlock({ places: [place('OSLO')], style: 'ap', printed: 'OSLO — ' });
  const rest = [named('b', 'Below.')];
  await editor.load([dateline, named('l', 'Lead.'), named('a', 'One.'), ...rest]);
  await editor.place('One.', 4);
  await editor.type(' Mine.');
  const theirs = [dateline, named('l', 'Theirs.'), named('a', 'One. Mine.'), ...rest];
  await editor.load(theirs);
  await editor.press('Control+z');
  await editor.type('!');
  expect((await editor.lines()).slice(1)).toEqual(['One.!', 'Below.']);
});

test('the caret in a line that is split or joined elsewhere stays at its words', async ({
  editor,
}) => {
  await editor.load([named('a', 'One.'), named('b', 'Two three.')]);
  await editor.place('Two', 6);
  await editor.load([named('a', 'One.'), named('b', 'Two'), named('n', ' three.')]);
  expect(await editor.caret()).toMatchObject({ id: 'n', offset: 3 });
  await editor.load([named('a', 'One.'), named('b', 'Two three.')]);
  await editor.place('Two', 6);
  await editor.load([named('a', 'One. Two three.')]);
  expect(await editor.caret()).toMatchObject({ id: 'a', offset: 11 });
});

const picture = (credit: string) => ({ ...image({ credit, alt: 'A ferry' }), id: 'pic' });
const creditField = () => document.querySelector<HTMLInputElement>("[data-field='credit']")!;

test('who writes in a field of a block goes on in it while words of others come into it', async ({
  editor,
}) => {
  await editor.load([named('a', 'One.'), picture('Photo')]);
  creditField().focus();
  creditField().setSelectionRange(5, 5);
  window.harness.load([named('a', 'One, theirs.'), picture('By night: Photo')]);
  await editor.settle();
  expect(document.activeElement).toBe(creditField());
  expect([creditField().value, creditField().selectionStart]).toEqual(['By night: Photo', 15]);
});

test('what others have written over cannot be undone', async ({ editor }) => {
  await editor.load([named('a', 'One.'), named('b', 'Below.')]);
  await editor.place('One', 3);
  await editor.type(', mine');
  await editor.load([named('a', 'One of theirs.'), named('b', 'Below.')]);
  await editor.press('Control+z');
  expect(await editor.lines()).toEqual(['One of theirs.', 'Below.']);
});
