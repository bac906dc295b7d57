// @vitest-environment jsdom
import { datelineBlock, heading, li, list, p } from '../../article/build.ts';
import { afterAll, vi } from 'vitest';
import { expect, test } from './editor.ts';

// How long someone pauses is told by the clock alone: these tests wait for nothing.
vi.useFakeTimers({ toFake: ['Date', 'performance'] });
afterAll(() => void vi.useRealTimers());

const OSLO = { places: [{ name: 'OSLO' }], source: 'AP', style: 'ap', printed: 'OSLO (AP) — ' };
const lead = (text: string) => [datelineBlock(OSLO), p(text)];
test('a part of a list item or of a crosshead is pasted as text', async ({ editor }) => {
  const blocks = [heading('Long head'), list('bulleted', li('One item'), li('Two')), p('A tail.')];
  await editor.load(blocks);
  await editor.place('One');
  await editor.press('Shift+ArrowRight', 'Shift+ArrowRight', 'Shift+ArrowRight', 'Control+c');
  await editor.place('A tail', 2);
  await editor.press('Control+v');
  expect((await editor.lines()).slice(-2)).toEqual(['- Two', 'A Onetail.']);
  await editor.place('Long head', 5);
  await editor.press('Shift+End', 'Control+c');
  await editor.place('A One', 2);
  await editor.press('Control+v');
  expect((await editor.lines()).slice(-2)).toEqual(['- Two', 'A headOnetail.']);
});

test('a whole list item or crosshead keeps its type on an empty line', async ({ editor }) => {
  await editor.load([heading('Long head'), list('bulleted', li('One item'), li('Two')), p('')]);
  await editor.place('Long');
  await editor.press('Shift+End', 'Control+c', 'Control+End', 'Control+v');
  expect((await editor.lines()).slice(-2)).toEqual(['- Two', '## Long head']);
  await editor.load([list('bulleted', li('One item'), li('Two')), p('Text.'), p('')]);
  await editor.place('One');
  await editor.press('Shift+End', 'Control+c', 'Control+End', 'Control+v');
  expect((await editor.lines()).slice(-2)).toEqual(['Text.', '- One item']);
});

test('Escape with nothing open does nothing', async ({ editor }) => {
  await editor.load([p('One.')]);
  await editor.place('One', 2);
  await editor.press('Escape');
  await expect(editor.body).toBeFocused();
  await editor.type('X');
  expect(await editor.lines()).toEqual(['OnXe.']);
});

test('what was typed in one go is undone in one go', async ({ editor }) => {
  const blocks = [...lead('The storm hit.'), p('Second.'), heading('Head'), p('')];
  for (const [text, offset] of [
    ['The storm', 0],
    ['The storm', 4],
    ['Second', 0],
    ['Second', 7],
    ['Head', 0],
  ] as const) {
    for (const pause of [0, 700]) {
      await editor.load(blocks);
      await editor.place(text, offset);
      vi.advanceTimersByTime(pause);
      await editor.type('Quick ');
      await editor.press('Control+z');
      expect(await editor.blocks(), `${text} ${offset} ${pause}`).toEqual(blocks);
    }
  }
  await editor.load(blocks);
  await editor.press('Control+End');
  await editor.type('Quick ');
  await editor.press('Control+z');
  expect(await editor.blocks()).toEqual(blocks);
  await editor.place('Second');
  await editor.press('Shift+End');
  await editor.type('Quick ');
  await editor.press('Control+z');
  expect(await editor.blocks()).toEqual(blocks);
});

test('two texts that were typed at different times are undone one by one', async ({ editor }) => {
  await editor.load([p('One.')]);
  await editor.press('Control+End');
  await editor.type(' Two.');
  vi.advanceTimersByTime(900);
  await editor.type(' Three.');
  await editor.press('Control+z');
  expect(await editor.lines()).toEqual(['One. Two.']);
  await editor.press('Control+z');
  expect(await editor.lines()).toEqual(['One.']);
});
