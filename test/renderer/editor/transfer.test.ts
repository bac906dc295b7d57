import { expect, test } from 'vitest';
import { plainText } from '../../../article/inline.ts';
import { blocksOfText } from '../../../renderer/editor/transfer.ts';

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
