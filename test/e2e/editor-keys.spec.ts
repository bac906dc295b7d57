import { datelineBlock, divider, li, list, p, sidebar } from '../article/build.ts';
import { type EditorPage, expect, test } from './editor.ts';

const OSLO = { places: [{ name: 'OSLO' }], source: 'AP', style: 'ap', printed: 'OSLO (AP) — ' };
const lead = (text: string) => [datelineBlock(OSLO), p(text)];
const D = '[OSLO (AP) — ]';

/** Presses keys at once or, as a person does, with pauses: the browser tells of its selection. */
const presser =
  ({ page }: EditorPage, pause: number) =>
  async (...keys: string[]): Promise<void> => {
    for (const key of keys) {
      await page.keyboard.press(key);
      if (pause > 0) await page.waitForTimeout(pause);
    }
  };

for (const pause of [300, 0]) {
  test(`Shift+Home in a lead selects its text, ${pause} ms between keys`, async ({ editor }) => {
    const press = presser(editor, pause);
    const blocks = [...lead('The storm hit.'), p('Second.')];
    await editor.load(blocks);
    await editor.place('storm');
    await press('End', 'Shift+Home');
    await editor.page.keyboard.type('Quick ');
    expect(await editor.lines()).toEqual([`${D}Quick `, 'Second.']);
    await editor.load(blocks);
    await editor.place('storm');
    await press('Shift+Home', 'Delete');
    expect(await editor.lines()).toEqual([`${D}storm hit.`, 'Second.']);
    await editor.load(blocks);
    await editor.place('storm');
    await press('End', 'Shift+Home', 'Control+x');
    expect(await editor.lines()).toEqual([D, 'Second.']);
    await press('Control+v');
    expect(await editor.lines()).toEqual([`${D}The storm hit.`, 'Second.']);
    await editor.load(blocks);
    await editor.place('Second', 3);
    await press('Control+Shift+Home');
    await editor.page.keyboard.type('X');
    expect(await editor.lines()).toEqual([`${D}Xond.`]);
  });

  test(`Home in a lead, then typing, ${pause} ms between keys`, async ({ editor }) => {
    const press = presser(editor, pause);
    const blocks = [...lead('The storm hit.'), p('Second.')];
    for (const keys of [['Home'], ['Control+Home'], ['Home', 'Shift+Home'], ['Home', 'Home']]) {
      await editor.load(blocks);
      await editor.place('storm', 2);
      await press(...keys);
      await editor.page.keyboard.type('More ');
      expect(await editor.lines(), keys.join(' ')).toEqual([`${D}More The storm hit.`, 'Second.']);
    }
    await editor.load(blocks);
    await editor.place('storm', 2);
    await press('Home', 'Shift+End', 'Delete');
    expect(await editor.lines()).toEqual([D, 'Second.']);
    await press('Home');
    await editor.page.keyboard.type('New');
    expect(await editor.lines()).toEqual([`${D}New`, 'Second.']);
    await press('Shift+ArrowLeft', 'Shift+ArrowLeft', 'Shift+ArrowLeft', 'Control+Shift+ArrowLeft');
    await editor.page.keyboard.type('Q');
    expect(await editor.lines()).toEqual([`${D}Q`, 'Second.']);
  });
}

test('Home in a lead of several lines goes to the start of the line that is shown', async ({
  editor,
}) => {
  const words = 'storm '.repeat(60).trim();
  await editor.load(lead(words));
  await editor.press('Control+End', 'Home');
  const { offset } = (await editor.caret()) as { offset: number };
  expect(offset).toBeGreaterThan(100);
  expect(offset).toBeLessThan(words.length);
});

test('a divider that a key selected stays selected until the next key', async ({ editor }) => {
  const pressSlowly = presser(editor, 300);
  const blocks = [p('One.'), p('Two.'), divider(), p('Three.')];
  const frame = editor.page.locator('.article-text [data-selected]');
  await editor.load(blocks);
  await editor.place('Two', 2);
  await pressSlowly('End', 'Delete');
  await editor.page.waitForTimeout(300);
  expect(await editor.caret()).toBe('node');
  await expect(frame).toHaveCount(1);
  await editor.page.keyboard.type('Zz');
  expect(await editor.lines()).toEqual(['One.', 'Two.', '(divider)', 'Zz', 'Three.']);
  await editor.load(blocks);
  await editor.place('Two', 2);
  await pressSlowly('End', 'Delete', 'Delete');
  expect(await editor.lines()).toEqual(['One.', 'Two.', 'Three.']);
  await editor.load(blocks);
  await editor.place('Three');
  await pressSlowly('Backspace', 'ArrowUp');
  await editor.page.keyboard.type('Z');
  expect((await editor.lines())[2]).toBe('(divider)');
  expect((await editor.lines())[1]).toContain('Z');
  await editor.load(blocks);
  await editor.place('Three');
  await pressSlowly('Backspace', 'ArrowRight');
  await editor.page.keyboard.type('Z');
  expect(await editor.lines()).toEqual(['One.', 'Two.', '(divider)', 'ZThree.']);
});

test('a sidebar that keys selected stays selected until the next key', async ({ editor }) => {
  const pressSlowly = presser(editor, 300);
  const box = sidebar('Title', [list('bulleted', li('One'), li('Two'))]);
  await editor.load([p('Above.'), box, p('After.')]);
  await editor.place('Title', 2);
  await pressSlowly('Control+a', 'Control+a');
  await editor.page.waitForTimeout(300);
  expect(await editor.caret()).toBe('node');
  await expect(editor.page.locator('.article-text [data-selected]')).toHaveCount(1);
  await editor.page.keyboard.type('Zz');
  expect(await editor.lines()).toEqual([
    'Above.',
    '= Title (links, rail)',
    '  - One',
    '  - Two',
    'Zz',
    'After.',
  ]);
  await editor.load([p('Above.'), box, p('After.')]);
  await editor.place('Two', 2);
  await pressSlowly('Control+a', 'Control+a', 'Delete');
  expect(await editor.lines()).toEqual(['Above.', 'After.']);
  await editor.load([p('Above.'), box, p('After.')]);
  await editor.place('Two', 2);
  await pressSlowly('Control+a', 'Control+a');
  // An input method takes the key, which arrives without a letter, before it composes.
  await editor.page.evaluate(() =>
    document.activeElement?.dispatchEvent(
      new KeyboardEvent('keydown', { key: 'Process', keyCode: 229, bubbles: true }),
    ),
  );
  await editor.compose('に', '二');
  expect((await editor.lines()).slice(-2)).toEqual(['二', 'After.']);
});

test('a composed word is undone alone, and what was typed before it is not', async ({ editor }) => {
  const { page } = editor;
  await editor.load([p('One.')]);
  await editor.press('Control+End');
  await editor.compose('に', 'にほ', '日本');
  expect(await editor.lines()).toEqual(['One.日本']);
  await editor.press('Control+z');
  expect(await editor.lines()).toEqual(['One.']);
  await editor.press('Control+y');
  expect(await editor.lines()).toEqual(['One.日本']);
  await editor.type(' Latin ');
  await editor.compose('ご', '語');
  await editor.compose('か', '化');
  await editor.type('x');
  expect(await editor.lines()).toEqual(['One.日本 Latin 語化x']);
  for (const left of ['One.日本 Latin 語化', 'One.日本 Latin 語', 'One.日本 Latin ', 'One.日本']) {
    await editor.press('Control+z');
    expect(await editor.lines()).toEqual([left]);
  }
  await editor.load([p('')]);
  await editor.compose('に', '二');
  await editor.press('Control+z');
  expect(await editor.lines()).toEqual(['']);
  expect(await page.evaluate(() => window.harness.wind('back'))).toBe(0);
});

test('a drag that changes nothing is no undo step', async ({ editor }) => {
  await editor.load([p('One two three.'), p('Four.')]);
  await editor.press('Control+End');
  await editor.type('Five.');
  const drag = (from: readonly [number, number], to: readonly [string, number]) =>
    editor.page.evaluate(
      ([range, [text, at]]) => {
        window.harness.select([0, range[0]], [0, range[1]]);
        const root = document.querySelector('.article-text') as HTMLElement;
        const transfer = new DataTransfer();
        const init = { dataTransfer: transfer, bubbles: true, cancelable: true };
        const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
        let place: DOMRect | undefined;
        let target: Element | null = null;
        for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
          const start = (node.textContent ?? '').indexOf(text);
          if (start === -1) continue;
          const spot = document.createRange();
          spot.setStart(node, start + at);
          place = spot.getBoundingClientRect();
          target = node.parentElement;
          break;
        }
        if (place === undefined || target === null) throw new Error('no place');
        const first = root.querySelector('p span') as Element;
        first.dispatchEvent(new DragEvent('dragstart', init));
        const [clientX, clientY] = [place.x, place.y + place.height / 2];
        target.dispatchEvent(new DragEvent('drop', { ...init, clientX, clientY }));
      },
      [from, to] as const,
    );
  await drag([4, 7], ['One two', 5]);
  await editor.settle();
  await drag([4, 7], ['One two', 4]);
  await editor.settle();
  await editor.press('Control+z');
  expect(await editor.lines()).toEqual(['One two three.', 'Four.']);
});

test('Ctrl+Alt+Enter splits nothing; Enter does, also while AltGr is still held', async ({
  editor,
}) => {
  await editor.load([p('One two.')]);
  await editor.place('two', 0);
  await editor.press('Control+Alt+Enter', 'Control+Alt+Shift+Enter');
  expect(await editor.lines()).toEqual(['One two.']);
  await pressWithAltGr(editor, 'Enter');
  expect(await editor.lines()).toEqual(['One ', 'two.']);
});

test('a letter that AltGr writes opens a paragraph after a box and goes on after a dateline', async ({
  editor,
}) => {
  await editor.load([...lead('Storm.'), divider(), p('After.')]);
  await editor.place('After', 0);
  await editor.press('Backspace');
  expect(await editor.caret()).toBe('node');
  await pressWithAltGr(editor, '@');
  await editor.page.keyboard.insertText('@');
  expect(await editor.lines()).toEqual([`${D}Storm.`, '(divider)', '@', 'After.']);
  await editor.place('Storm', 0);
  await editor.press('Shift+Tab');
  await expect(editor.page.getByRole('button', { name: 'OSLO' })).toBeFocused();
  await pressWithAltGr(editor, '€');
  await expect(editor.body).toBeFocused();
  await editor.page.keyboard.insertText('€');
  expect((await editor.lines())[0]).toBe(`${D}€Storm.`);
});

/** A key as Windows reports it with AltGr: with Ctrl and Alt; what it writes comes after it. */
async function pressWithAltGr(editor: EditorPage, key: string): Promise<void> {
  await editor.page.evaluate(
    (name) =>
      document.activeElement?.dispatchEvent(
        new KeyboardEvent('keydown', {
          key: name,
          ctrlKey: true,
          altKey: true,
          modifierAltGraph: true,
          bubbles: true,
          cancelable: true,
        }),
      ),
    key,
  );
  await editor.settle();
}

test('Ctrl+End goes to the end of a long story and shows it, Ctrl+Home to its start', async ({
  editor,
}) => {
  const words = 'The storm passed over the harbour in the night. '.repeat(12).trim();
  const story = [...lead(words), ...Array.from({ length: 99 }, (_, at) => p(`${at} ${words}`))];
  await editor.load(story);
  await editor.place('The storm', 4);
  for (const [key, line, text] of [
    ['Control+End', `98 ${words}`, '98 The storm'],
    ['Control+Home', `${D}${words}`, 'OSLO'],
  ] as const) {
    await editor.press(key);
    const { offset } = (await editor.caret()) as { offset: number };
    expect(offset, key).toBe(key === 'Control+End' ? line.length : 0);
    await expect(editor.page.getByText(text).first()).toBeInViewport();
  }
  await editor.press('Control+End');
  await editor.page.keyboard.type(' End.');
  expect((await editor.lines()).at(-1)).toBe(`98 ${words} End.`);
  await expect(editor.page.getByText('98 The storm')).toBeInViewport({ ratio: 1 });
  await editor.place('The storm', 4);
  await editor.press('Control+Shift+End', 'Delete');
  const left = await editor.lines();
  expect([left.length, left[0]]).toEqual([1, `${D}The `]);
});
