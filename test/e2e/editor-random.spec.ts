import type { Page } from 'playwright/test';
import type { Block } from '../../article/blocks/blocks.ts';
import {
  cell,
  correction,
  datelineBlock,
  embed,
  gallery,
  heading,
  image,
  li,
  list,
  p,
  picture,
  pullquote,
  quote,
  sidebar,
  table,
} from '../../article/build.ts';
import { type Hold, type Holder as Held, holdsOf } from '../../article/blocks/holds.ts';
import { type Run, plainText } from '../../article/inline.ts';
import { expect, test } from './editor.ts';

// One seed a test, so that they run side by side; GALLEY_SEED runs another one.
const SEEDS = process.env['GALLEY_SEED']?.split(',').map(Number) ?? [11, 22, 33, 44];
const STEPS = Number(process.env['GALLEY_STEPS'] ?? 400);

const TOKYO = {
  places: [{ name: 'TOKYO' }],
  source: 'Jiji Press',
  style: 'jiji',
  printed: 'TOKYO (Jiji Press) — ',
};

const start = (): Block[] => [
  datelineBlock(TOKYO),
  p([{ text: 'Alpha beta ' }, { text: 'gamma', marks: [{ type: 'bold' }] }, { text: ' delta.' }]),
  p([{ text: 'Noted ' }, { text: 'words', marks: [{ type: 'note' }] }, { text: ' stay.' }]),
  heading('Crosshead here'),
  list('bulleted', li('First item', list('numbered', 'Nested one', 'Nested two')), 'Second item'),
  sidebar('Top stories', [list('bulleted', 'Story one', 'Story two')]),
  { type: 'divider', id: 'divider' },
  sidebar('Facts', [p('A fact.'), list('numbered', 'Point')], { kind: 'factbox' }),
  quote([p('Quoted words.'), list('bulleted', 'Quoted item')], 'Quoter'),
  pullquote('Pulled words', 'Puller'),
  image({ caption: 'Pictured', credit: 'Painter' }),
  image({ source: 'https://example.com/a.jpg', caption: 'Elsewhere' }),
  gallery([picture({ caption: 'Shown one' }), picture({ credit: 'Shown two' })], 'Shown all'),
  table(
    [
      ['Head', 'Top'],
      ['Left', cell('Right', { blocks: [list('bulleted', 'Within')] })],
    ],
    {
      header: true,
      caption: 'Tabled',
    },
  ),
  embed('https://example.com/video', { provider: 'Provider', title: 'Embedded' }),
  correction('Corrected words', { at: '2026-01-31T12:00:00Z' }),
  { type: 'unknown', id: 'map', was: { type: 'map', id: 'map', data: [1, 2] } },
  p('Last words.'),
];

for (const seed of SEEDS) {
  test(`${STEPS} random edits with seed ${seed} keep text, article and ids together`, async ({
    editor,
  }) => {
    test.setTimeout(400_000);
    const blocks = start();
    await editor.load(blocks);
    const random = randomOf(seed);
    const done: string[] = [];
    let before: readonly Block[] = blocks;
    try {
      for (let step = 0; step < STEPS; step += 1) {
        const action = before.length > MOST_BLOCKS ? DELETE_MUCH : random.pick(ACTIONS);
        done.push(action.name);
        const { after, collapsed, atDateline } = await act(editor.page, action, random);
        expect(editor.faults, 'errors of the page').toEqual([]);
        checkIds(after);
        checkKept(before, after, action, collapsed, atDateline);
        before = after;
      }
      const end = before;
      expect(await editor.page.evaluate(() => window.harness.wind('back'))).toBeGreaterThan(0);
      expect(await editor.blocks(), 'all undone').toEqual(blocks);
      await editor.page.evaluate(() => window.harness.wind('forth'));
      expect(await editor.blocks(), 'all done again').toEqual(end);
    } catch (error) {
      const last = done.slice(-8).join(' · ');
      throw new Error(`seed ${seed}, step ${done.length - 1} (${last}): ${String(error)}`, {
        cause: error,
      });
    }
  });
}

interface Random {
  below(limit: number): number;
  pick<T>(choices: readonly T[]): T;
}

/** The same numbers for the same seed. */
function randomOf(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (limit: number): number => Math.floor(next() * limit);
  return { below, pick: (choices) => choices[below(choices.length)] as (typeof choices)[number] };
}

interface Action {
  name: string;
  /** How often it is chosen: so many places in the list. */
  weight: number;
  /** Where the caret is put first: at some place, over some text, or left where it is. */
  at: 'caret' | 'range' | 'here';
  /** True if it may take text away, even with only a caret. */
  deletes?: true;
  /** True if it brings text that may be there already, with other ids. */
  brings?: true;
  /** True if it leads to another time, where other things hold. */
  rewinds?: true;
  run(page: Page, random: Random): Promise<unknown>;
}

const keys =
  (...names: string[]) =>
  async (page: Page) => {
    for (const name of names) await page.keyboard.press(name);
  };

const paste = (dataOf: (mark: string) => Record<string, string>) => (page: Page, random: Random) =>
  page.evaluate(
    (entries) => {
      const transfer = new DataTransfer();
      for (const [type, text] of entries) transfer.setData(type, text);
      document
        .querySelector('.article-text')
        ?.dispatchEvent(
          new ClipboardEvent('paste', { clipboardData: transfer, bubbles: true, cancelable: true }),
        );
    },
    Object.entries(dataOf(mark(random))),
  );

const html = (word: string) => ({
  'text/html':
    `<h2>${word} head</h2><p>${word} <b>bold</b> text</p>` +
    `<ul><li>${word} item<ol><li>deep ${word}</li></ol></li></ul><p>end ${word}</p>`,
});
const plain = (word: string) => ({ 'text/plain': `${word} one\n\n${word} two` });

const onBlock =
  ($do: (page: Page, id: string, random: Random) => Promise<unknown>) =>
  async (page: Page, random: Random) => {
    const blocks = await page.evaluate(() => window.harness.blocks());
    const ids = blocks.filter(({ type }) => type !== 'dateline').map(({ id }) => id);
    await $do(page, random.pick(ids), random);
  };

/** Letters that were hardly typed before: a text is known by them. */
const mark = (random: Random): string => random.below(36 ** 3).toString(36);

const KINDS = [
  'paragraph',
  'crosshead',
  'crosshead-small',
  'bulleted',
  'numbered',
  'quote',
  'pullquote',
  'correction',
] as const;

/** Blocks as they are copied in Galley: one of a kind that is no line of text. */
const boxes = (word: string) => (random: Random) => [
  random.pick<() => Block>([
    () => quote([p(`${word} said`)], `${word} who`),
    () => pullquote(`${word} pulled`, `${word} who`),
    () => image({ source: 'https://example.com/', caption: `${word} seen` }),
    () => gallery([picture({ caption: `${word} one` })], `${word} all`),
    () => table([[`${word} a`, `${word} b`]], { caption: `${word} c` }),
    () => embed('https://example.com/', { title: `${word} there` }),
    () => correction(`${word} wrong`),
  ])(),
];

const ACTION_TYPES: readonly Action[] = [
  {
    name: 'type',
    weight: 12,
    at: 'here',
    run: (page, random) =>
      page.keyboard.type(random.pick(['a', ' x', '漢字', 'é! ']) + mark(random)),
  },
  {
    name: 'type somewhere',
    weight: 8,
    at: 'caret',
    run: (page, random) => page.keyboard.type(mark(random)),
  },
  {
    name: 'type over',
    weight: 3,
    at: 'range',
    deletes: true,
    run: (page, random) => page.keyboard.type(mark(random)),
  },
  { name: 'Enter', weight: 8, at: 'caret', run: keys('Enter') },
  { name: 'Enter here', weight: 4, at: 'here', deletes: true, run: keys('Enter') },
  { name: 'Shift+Enter', weight: 2, at: 'caret', run: keys('Shift+Enter') },
  { name: 'Backspace', weight: 6, at: 'caret', deletes: true, run: keys('Backspace') },
  { name: 'Backspace here', weight: 6, at: 'here', deletes: true, run: keys('Backspace') },
  { name: 'Delete', weight: 5, at: 'caret', deletes: true, run: keys('Delete') },
  {
    name: 'Home, Backspace',
    weight: 4,
    at: 'caret',
    deletes: true,
    run: keys('Home', 'Backspace'),
  },
  { name: 'End, Delete', weight: 4, at: 'caret', deletes: true, run: keys('End', 'Delete') },
  { name: 'delete a word', weight: 2, at: 'caret', deletes: true, run: keys('Control+Backspace') },
  { name: 'delete a range', weight: 3, at: 'range', deletes: true, run: keys('Delete') },
  { name: 'arrows', weight: 4, at: 'here', run: keys('ArrowDown', 'ArrowLeft', 'ArrowUp') },
  {
    name: 'ends of the article',
    weight: 2,
    at: 'here',
    run: (page, random) => page.keyboard.press(random.pick(['Control+End', 'Control+Home'])),
  },
  { name: 'bold', weight: 3, at: 'range', run: keys('Control+b') },
  { name: 'italic', weight: 2, at: 'range', run: keys('Control+i') },
  {
    name: 'link',
    weight: 2,
    at: 'range',
    run: (page, random) =>
      page.evaluate(
        (target) => window.harness.setLink(target),
        random.pick([{ href: 'https://example.com/a' }, { article: 'other' }, null]),
      ),
  },
  {
    name: 'turn into',
    weight: 6,
    at: 'caret',
    run: (page, random) =>
      page.evaluate((kind) => window.harness.turnInto(kind), random.pick(KINDS)),
  },
  {
    name: 'turn a range into',
    weight: 3,
    at: 'range',
    run: (page, random) =>
      page.evaluate((kind) => window.harness.turnInto(kind), random.pick(KINDS)),
  },
  {
    name: 'turn a block',
    weight: 5,
    at: 'here',
    run: onBlock(async (page, id, random) => {
      const offers = await page.evaluate((of) => window.harness.offersFor(of), id);
      if (offers.length === 0) return;
      await page.evaluate(([of, kind]) => window.harness.turnBlock(of, kind), [
        id,
        random.pick(offers),
      ] as const);
    }),
  },
  {
    name: 'write in a field',
    weight: 6,
    at: 'here',
    run: async (page, random) => {
      const found = await page.evaluate((at) => {
        const all = document.querySelectorAll<HTMLElement>(
          '.block-field.rich, textarea.block-field, input.block-field:not([type])',
        );
        const fields = [...all].filter((field) => field.checkVisibility());
        const field = fields[at % fields.length];
        field?.focus();
        // Tab selects what is in a field.
        if (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) {
          field.setSelectionRange(field.value.length, field.value.length);
        } else if (field !== undefined) {
          getSelection()?.selectAllChildren(field);
          getSelection()?.collapseToEnd();
        }
        return field !== undefined;
      }, random.below(1000));
      if (!found) return;
      await page.keyboard.type(mark(random));
      await page.keyboard.press(random.pick(['Enter', 'Escape', 'ArrowDown', 'ArrowUp']));
    },
  },
  {
    name: 'paste a box',
    weight: 2,
    at: 'caret',
    brings: true,
    // A table goes over the cells of another.
    deletes: true,
    run: (page, random) => {
      const blocks = boxes(mark(random))(random);
      return paste(() => ({ 'application/x-galley-blocks': JSON.stringify(blocks) }))(page, random);
    },
  },
  { name: 'Tab', weight: 2, at: 'caret', run: keys('Tab') },
  {
    name: 'nest',
    weight: 5,
    at: 'caret',
    run: (page, random) =>
      page.evaluate((by) => window.harness.nest(by), random.pick(['in', 'in', 'out'] as const)),
  },
  {
    name: 'move',
    weight: 4,
    at: 'here',
    run: onBlock((page, id, random) =>
      page.evaluate(([of, to]) => window.harness.move(of, to), [
        id,
        random.pick(['up', 'down'] as const),
      ] as const),
    ),
  },
  {
    name: 'insert a sidebar',
    weight: 1,
    at: 'caret',
    run: (page, random) =>
      page.evaluate(
        (kind) => window.harness.insertSidebar(kind),
        random.pick(['links', 'ranking', 'factbox'] as const),
      ),
  },
  {
    name: 'change a sidebar',
    weight: 2,
    at: 'here',
    run: onBlock((page, id, random) =>
      page.evaluate(([of, kind]) => window.harness.setSidebar(of, { kind, placement: 'inline' }), [
        id,
        random.pick(['links', 'ranking', 'factbox'] as const),
      ] as const),
    ),
  },
  {
    name: 'set a dateline',
    weight: 2,
    at: 'caret',
    run: (page) => page.evaluate((content) => window.harness.setDateline(content), TOKYO),
  },
  {
    name: 'remove a dateline',
    weight: 1,
    at: 'caret',
    deletes: true,
    run: (page) => page.evaluate(() => window.harness.setDateline(null)),
  },
  {
    name: 'Markdown',
    weight: 2,
    at: 'caret',
    deletes: true,
    run: async (page) => {
      await page.keyboard.press('Home');
      await page.keyboard.type('## ');
    },
  },
  {
    name: 'paste text',
    weight: 2,
    at: 'caret',
    brings: true,
    run: paste(plain),
  },
  { name: 'paste HTML', weight: 2, at: 'caret', brings: true, run: paste(html) },
  {
    name: 'paste over',
    weight: 1,
    at: 'range',
    deletes: true,
    brings: true,
    run: paste(html),
  },
  { name: 'copy', weight: 2, at: 'range', run: keys('Control+c') },
  { name: 'cut', weight: 2, at: 'range', deletes: true, run: keys('Control+x') },
  { name: 'paste', weight: 3, at: 'caret', brings: true, run: keys('Control+v') },
  { name: 'select all', weight: 1, at: 'here', run: keys('Control+a') },
  {
    name: 'undo',
    weight: 5,
    at: 'here',
    deletes: true,
    brings: true,
    rewinds: true,
    run: (page, random) => keys(...Array(1 + random.below(3)).fill('Control+z'))(page),
  },
  {
    name: 'redo',
    weight: 3,
    at: 'here',
    deletes: true,
    brings: true,
    rewinds: true,
    run: keys('Control+y'),
  },
];

/** Pastes let the article grow; so that a step stays quick, a large part of it is deleted then. */
const MOST_BLOCKS = 36;
const DELETE_MUCH: Action = {
  name: 'delete much',
  weight: 0,
  at: 'range',
  deletes: true,
  run: async (page, random) => {
    const from = random.below(10);
    await page.evaluate((line) => window.harness.select([line, 2], [line + 30, 1]), from);
    await page.keyboard.press('Backspace');
  },
};

const ACTIONS = ACTION_TYPES.flatMap((action) => Array<Action>(action.weight).fill(action));

/** Does one step and answers the article after it, checked against the editor. */
async function act(page: Page, action: Action, random: Random) {
  const places = [random.below(1000), random.below(30), random.below(4), random.below(30)] as const;
  const { collapsed, atDateline } = await page.evaluate(
    ([at, [line, offset, more, end]]) => {
      const root = document.querySelector<HTMLElement>('.article-text');
      if (at !== 'here') {
        root?.focus();
        const to = at === 'caret' ? ([line, offset] as const) : ([line + more, end] as const);
        window.harness.select([line, offset], to);
      }
      return {
        collapsed: getSelection()?.isCollapsed === true,
        atDateline: window.harness.atDateline(),
      };
    },
    [action.at, places] as const,
  );
  await action.run(page, random);
  const after = await page.evaluate(() => window.harness.check());
  return { after, collapsed, atDateline };
}

function checkIds(blocks: readonly Block[]): void {
  const ids = holdersIn(blocks).map(({ id }) => id);
  expect(
    ids.filter((id) => id === ''),
    'every block and item has an id',
  ).toEqual([]);
  expect(
    ids.filter((id, index) => ids.indexOf(id) !== index),
    'no id is there twice',
  ).toEqual([]);
}

function checkKept(
  before: readonly Block[],
  after: readonly Block[],
  action: Action,
  collapsed: boolean,
  atDateline: boolean,
): void {
  // A text that is there once before and after the step is the same text, and has its id.
  if (action.brings !== true) {
    const [old, now] = [textsIn(before), textsIn(after)];
    for (const [text, id] of old) {
      if (text !== '' && id !== null && now.has(text) && now.get(text) !== null) {
        expect(now.get(text), `the id of “${text}”`).toBe(id);
      }
    }
  }
  const mayDelete = action.deletes === true || !(collapsed || action.at !== 'here');
  if (!mayDelete) {
    const left = lettersIn(after);
    const lost = [...lettersIn(before)].filter(
      ([letter, times]) => times > (left.get(letter) ?? 0),
    );
    expect(lost, 'no letter is lost').toEqual([]);
  }
  // With only a caret no key drops a dateline, but on its own button.
  const onCaret = action.at === 'caret' || (action.at === 'here' && collapsed && !atDateline);
  if (onCaret && action.rewinds !== true && action.name !== 'remove a dateline') {
    expect(datelinesIn(after), 'no dateline is lost').toBeGreaterThanOrEqual(datelinesIn(before));
  }
}

interface Holder {
  id: string;
  text: string;
}

/** Every block and part of one, with the words that it holds itself. */
function holdersIn(blocks: readonly Block[]): Holder[] {
  return blocks.flatMap((block) => holders(block, holdsOf(block)));
}

function holders(held: Held, holds: readonly Hold[]): Holder[] {
  const texts: string[] = [];
  const inside: Holder[] = [];
  for (const hold of holds) {
    const value = (held as unknown as Record<string, unknown>)[hold.key];
    if (value === undefined) continue;
    if (hold.is === 'text') texts.push(value as string);
    else if (hold.is === 'runs') texts.push(plainText(value as Run[]));
    else if (hold.is === 'blocks') inside.push(...holdersIn(value as Block[]));
    else if (hold.is === 'parts') {
      inside.push(...(value as Held[]).flatMap((part) => holders(part, hold.holds)));
    }
  }
  return [{ id: held.id, text: texts.join('') }, ...inside];
}

/** The id of each text, null for one that is there more than once. */
function textsIn(blocks: readonly Block[]): Map<string, string | null> {
  const texts = new Map<string, string | null>();
  for (const { id, text } of holdersIn(blocks)) texts.set(text, texts.has(text) ? null : id);
  return texts;
}

/** How often each letter is there. */
function lettersIn(blocks: readonly Block[]): Map<string, number> {
  const letters = new Map<string, number>();
  for (const { text } of holdersIn(blocks)) {
    for (const letter of text.replace(/\s/gu, '')) {
      letters.set(letter, (letters.get(letter) ?? 0) + 1);
    }
  }
  return letters;
}

function datelinesIn(blocks: readonly Block[]): number {
  return blocks.filter(({ type }) => type === 'dateline').length;
}
