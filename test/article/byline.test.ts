import { expect, test } from 'vitest';
import type { Byline } from '../../article/article.ts';
import { bylinesFromText, printedByline } from '../../article/byline.ts';

const author = (name: string): Byline => ({ name, role: 'author' });

const printed = (...bylines: Byline[]) => printedByline({ bylines });

test('authors are printed as a list, people in other roles are not', () => {
  expect(printed()).toBe('');
  expect(printed(author('Anna Lake'))).toBe('By Anna Lake');
  expect(printed(author('Anna Lake'), author('Ben Ford'))).toBe('By Anna Lake and Ben Ford');
  expect(printed(author('A'), author('B'), author('C'))).toBe('By A, B and C');
  expect(printed({ name: 'Cid Moor', role: 'photo' })).toBe('');
});

test('a byline set by hand is printed to the letter, even an empty one', () => {
  expect(printedByline({ bylines: [author('A')], bylineText: 'from our  correspondent' })).toBe(
    'from our  correspondent',
  );
  expect(printedByline({ bylines: [author('A')], bylineText: '' })).toBe('');
});

test.each([
  ['By Anna Lake', ['Anna Lake']],
  ['BY ANNA LAKE and BEN FORD', ['ANNA LAKE', 'BEN FORD']],
  ['By A, B and C', ['A', 'B', 'C']],
  ['Anna Lake & Ben Ford; Cid Moor', ['Anna Lake', 'Ben Ford', 'Cid Moor']],
  ['By Anders Sandberg', ['Anders Sandberg']],
  ['', []],
])('%j names %j', (text, names) => {
  expect(bylinesFromText(text).map(({ name }) => name)).toEqual(names);
});

test('an author who was known keeps the address, people in other roles stay', () => {
  const known: Byline[] = [
    { ...author('Anna Lake'), email: 'anna@example.com' },
    author('Gone Away'),
    { name: 'Cid Moor', role: 'editing' },
  ];
  expect(bylinesFromText('By Ben Ford and Anna Lake', known)).toEqual([
    author('Ben Ford'),
    { ...author('Anna Lake'), email: 'anna@example.com' },
    { name: 'Cid Moor', role: 'editing' },
  ]);
});
