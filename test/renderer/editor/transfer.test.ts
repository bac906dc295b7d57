import { expect, test } from 'vitest';
import { plainText } from '../../../article/inline.ts';
import {
  BLOCKS_TYPE,
  blocksOfText,
  readTransfer,
  transferOf,
} from '../../../renderer/editor/content/transfer.ts';
import { p, sidebar } from '../../article/build.ts';

const linesOf = (text: string) =>
  blocksOfText(text).map((block) => (block.type === 'paragraph' ? plainText(block.content) : ''));

const WRAPPED = [
  'OSLO, Norway (AP) — A storm that came in from the sea at night shut',
  'the port of Oslo on Sunday, and it kept every ferry in the harbour',
  'until the morning tide, officials said.',
];

test('wire copy that is pasted as text is whole again', () => {
  const one = WRAPPED.join(' ');
  expect(linesOf(`${WRAPPED.join('\n')}\n\n${WRAPPED.join('\n')}\n`)).toEqual([one, one]);
});

test('a paragraph that is pasted alone is whole again where it was evidently wrapped', () => {
  expect(linesOf(WRAPPED.join('\n'))).toEqual([WRAPPED.join(' ')]);
  expect(linesOf(`${WRAPPED.join('\n')}\n`)).toEqual([WRAPPED.join(' ')]);
});

test.each([
  [
    'verse',
    'When ships come home at evening, loaded deep with all the sea',
    'And every lamp along the quay is lit for them and burning bright',
    'The town forgets the winter then, and sings along the harbor wall',
  ],
  [
    'headlines',
    'Ferries stay in port for a second day as storm crosses the coast',
    'Council votes on the tram line that divides the city in two parts',
    'Harbor bridge closes for a year, and drivers must take the tunnel',
  ],
  [
    'sentences, each on its line',
    'The storm shut the port of Oslo on Sunday, the harbor office said.',
    'every ferry was kept in the harbor until the tide of the morning.',
    'the crews were told to stay aboard while the wind was at its peak.',
  ],
  [
    'a list',
    '- the storm that came in from the sea at night and shut the port of',
    '- every ferry that was kept in the harbor until the tide of morning',
    '- the crews that were told to stay aboard while the wind was at its',
  ],
  [
    'a row of notes, short and long',
    'the storm that came in from the sea at night and shut the port of Oslo',
    'ferries',
    'crews, and where they slept',
  ],
  ['an address', 'Harbor Office', '12 Quay Street', 'Old Town', 'Oslo 0150'],
  [
    'lines that are wider than any terminal',
    `${'The storm that came in from the sea at night shut the port of Oslo '.repeat(2)}and`,
    `${'every ferry was kept in the harbor until the tide of the next morning '.repeat(2)}so`,
    'the crews were told to stay aboard.',
  ],
])('%s that is pasted alone stays by line', (_, ...lines) => {
  expect(linesOf(lines.join('\n'))).toEqual(lines.map((line) => line.trim()));
});

test('an indent begins a paragraph, and goes', () => {
  const [first = '', ...others] = WRAPPED;
  const indented = [`   ${first}`, ...others].join('\n');
  const one = WRAPPED.join(' ');
  expect(linesOf(`${indented}\n${indented}`)).toEqual([one, one]);
});

test('short lines stay lines, and a line stays as it is', () => {
  const poem = ['The sea came in,', 'the sea went out,', 'and nobody knew', 'what it was about.'];
  expect(linesOf(`${poem.join('\n')}\n\n${poem.join('\n')}`)).toEqual([...poem, ...poem]);
  expect(linesOf('first line\nsecond line\n\n\nthird line ')).toEqual([
    'first line',
    'second line',
    'third line ',
  ]);
  expect(linesOf(' and a half ')).toEqual([' and a half ']);
  expect(linesOf(' and a half\nNext ')).toEqual([' and a half', 'Next ']);
  expect(linesOf('   One.\n\n\u3000東京')).toEqual(['One.', '東京']);
  expect(linesOf('  ')).toEqual(['  ']);
});

/** What a clipboard answers that holds this. */
const holding = (data: Record<string, string>) => ({ getData: (type: string) => data[type] ?? '' });

const read = (data: Record<string, string>) =>
  readTransfer(holding(data), { datelineStyle: 'ap' }, false, []);

test('blocks go whole from one place in Galley to another', () => {
  const blocks = [sidebar('Most read', [p('Ferries wait.')])];
  expect(read(transferOf(blocks))).toMatchObject({ blocks, from: 'galley' });
});

test('of what a newer Galley has copied, or another program calls ours, the page or the text is taken', () => {
  const data = transferOf([p('Ferries wait.')]);
  const { version, ...rest } = JSON.parse(data[BLOCKS_TYPE]!) as { version: number };
  for (const own of [{ ...rest, version: version + 1 }, rest, [p('Ferries wait.')], 'text', null])
    expect(read({ ...data, [BLOCKS_TYPE]: JSON.stringify(own) }).from).toBe('html');
});
