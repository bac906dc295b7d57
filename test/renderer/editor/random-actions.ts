import { type Block } from '../../../article/blocks/blocks.ts';
import {
  correction,
  embed,
  gallery,
  image,
  p,
  picture,
  pullquote,
  quote,
  table,
} from '../../article/build.ts';
import type { Ground } from './driver.ts';

/** A dateline for the stories of random editing. */
export const TOKYO = {
  places: [{ name: 'TOKYO' }],
  source: 'Jiji Press',
  style: 'jiji',
  printed: 'TOKYO (Jiji Press) — ',
};

/** Chance that can be had again. */
export interface Random {
  below(limit: number): number;
  pick<T>(choices: readonly T[]): T;
}

/** The same numbers for the same seed. */
export function randomOf(seed: number): Random {
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

/** Something that a person does to a story. */
export interface Action {
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
  run(page: Ground, random: Random): Promise<unknown>;
}

const keys =
  (...names: string[]) =>
  async (page: Ground) => {
    for (const name of names) await page.keyboard.press(name);
  };

const paste =
  (dataOf: (mark: string) => Record<string, string>) => (page: Ground, random: Random) =>
    page.evaluate(
      (entries) => {
        const transfer = new DataTransfer();
        for (const [type, text] of entries) transfer.setData(type, text);
        document.querySelector('.article-text')?.dispatchEvent(
          new ClipboardEvent('paste', {
            clipboardData: transfer,
            bubbles: true,
            cancelable: true,
          }),
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
  ($do: (page: Ground, id: string, random: Random) => Promise<unknown>) =>
  async (page: Ground, random: Random) => {
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
      return paste(() => ({
        'application/x-galley-blocks': JSON.stringify({ version: 1, body: blocks }),
      }))(page, random);
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
export const MOST_BLOCKS = 36;
export const DELETE_MUCH: Action = {
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

/** Every action as often as its weight says. */
export const ACTIONS = ACTION_TYPES.flatMap((action) => Array<Action>(action.weight).fill(action));
