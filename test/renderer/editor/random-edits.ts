import type { Block } from '../../../article/blocks/blocks.ts';
import { type Hold, type Holder as Held, holdsOf } from '../../../article/blocks/holds.ts';
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
import { type Run, plainText } from '../../../article/inline.ts';
import type { EditorDriver, Ground } from './driver.ts';
import {
  ACTIONS,
  type Action,
  DELETE_MUCH,
  MOST_BLOCKS,
  type Random,
  TOKYO,
  randomOf,
} from './random-actions.ts';

/** The `expect` of Playwright or of Vitest. */
type Expect = (
  actual: unknown,
  message?: string,
) => {
  toEqual(expected: unknown): void;
  toBeGreaterThan(least: number): void;
  toBeGreaterThanOrEqual(least: number): void;
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

/**
 * Edits a story at random, the same for the same seed: after each step the text and the article say
 * the same, no id is lost or there twice, and no word is gone that was not deleted. In the end all
 * of it is undone and done again. Every few steps the person rests, if `rest` says how.
 */
export async function editAtRandom(
  editor: EditorDriver,
  expect: Expect,
  seed: number,
  steps: number,
  rest: () => void = () => undefined,
): Promise<void> {
  const blocks = start();
  await editor.load(blocks);
  const random = randomOf(seed);
  const done: string[] = [];
  let before: readonly Block[] = blocks;
  try {
    for (let step = 0; step < steps; step += 1) {
      const action = before.length > MOST_BLOCKS ? DELETE_MUCH : random.pick(ACTIONS);
      done.push(action.name);
      if (step % 5 === 0) rest();
      const { after, collapsed, atDateline } = await act(editor.page, action, random);
      expect(editor.faults, 'errors of the page').toEqual([]);
      checkIds(expect, after);
      checkKept(expect, before, after, action, collapsed, atDateline);
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
}

/** Does one step and answers the article after it, checked against the editor. */
async function act(page: Ground, action: Action, random: Random) {
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

function checkIds(expect: Expect, blocks: readonly Block[]): void {
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
  expect: Expect,
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
        expect(now.get(text), `the id of “${text}”`).toEqual(id);
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
