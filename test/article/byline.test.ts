import { describe, expect, test } from 'vitest';
import type { Byline } from '../../article/article.ts';
import { authorName, bylinesFromText, printedByline } from '../../article/byline.ts';

const author = (name: string): Byline => ({ name, role: 'author' });

const printed = (...bylines: Byline[]) => printedByline({ bylines, language: 'en' });

test('authors are printed as a list, people in other roles are not', () => {
  expect(printed()).toBe('');
  expect(printed(author('Anna Lake'))).toBe('By Anna Lake');
  expect(printed(author('Anna Lake'), author('Ben Ford'))).toBe('By Anna Lake and Ben Ford');
  expect(printed(author('A'), author('B'), author('C'))).toBe('By A, B and C');
  expect(printed({ name: 'Cid Moor', role: 'photo' })).toBe('');
});

test('a byline set by hand is printed to the letter, even an empty one', () => {
  const bylines = [author('A')];
  for (const bylineText of ['from our  correspondent', '']) {
    expect(printedByline({ bylines, bylineText, language: 'en' })).toBe(bylineText);
  }
});

test.each([
  ['By Anna Lake', ['Anna Lake']],
  ['BY ANNA LAKE and BEN FORD', ['ANNA LAKE', 'BEN FORD']],
  ['By A, B and C', ['A', 'B', 'C']],
  ['Anna Lake & Ben Ford; Cid Moor', ['Anna Lake', 'Ben Ford', 'Cid Moor']],
  ['By Anders Sandberg', ['Anders Sandberg']],
  ['By A, B, and C', ['A', 'B', 'C']],
  ['By ANN EXAMPLE, Associated Press Writer', ['ANN EXAMPLE']],
  ['By ANN EXAMPLE, AP Business Writer', ['ANN EXAMPLE']],
  ['By Ann Lake, The Associated Press', ['Ann Lake']],
  ['By Ann Lake and Ben Ford, staff writers', ['Ann Lake', 'Ben Ford']],
  ['By Ann Lake, AP Sports Writer, and Ben Ford, Reuters', ['Ann Lake', 'Ben Ford']],
  ['By The Associated Press', ['The Associated Press']],
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

describe.each([
  ['fr', 'Par A, B et C'],
  ['fr-CA', 'Par A, B et C'],
  ['de', 'Von A, B und C'],
  ['es', 'Por A, B y C'],
  ['it', 'Di A, B e C'],
  ['pt-BR', 'Por A, B e C'],
  ['nl', 'Door A, B en C'],
  ['sv', 'Av A, B och C'],
  ['nb', 'Av A, B og C'],
  ['da', 'Af A, B og C'],
  ['ja', 'A, B, C'],
  ['', 'A, B, C'],
  ['constructor', 'A, B, C'],
])('in an article in the language %j', (language, byline) => {
  const bylines = ['A', 'B', 'C'].map(author);

  test('a byline reads as readers of it know them', () => {
    expect(printedByline({ bylines, language })).toBe(byline);
    expect(printedByline({ bylines: [author('A')], language })).toBe(
      byline.replace(/A, .*$/u, 'A'),
    );
  });

  test('it names the same people when it is read back', () => {
    expect(bylinesFromText(byline, [], language)).toEqual(bylines);
  });
});

test.each([
  ['en', 'By Anna Lake'],
  ['en', 'by  BY Anna Lake'],
  ['fr', 'Par Anna Lake'],
  ['fr-CA', 'Par par Anna Lake'],
  ['de', 'Von Anna Lake'],
  ['es', 'Por Anna Lake'],
  ['it', 'Di Anna Lake'],
  ['nl', 'Door Anna Lake'],
  ['sv', 'Av Anna Lake'],
  ['da', 'Af Anna Lake'],
  ['ja', 'By Anna Lake'],
  ['fr', 'By Anna Lake'],
])('in %s a name that comes as %j is printed with one word for “by”', (language, text) => {
  expect(authorName(text, language)).toBe('Anna Lake');
  expect(bylinesFromText(text, [], language)).toEqual([author('Anna Lake')]);
  const bylines = [author(authorName(text, language))];
  expect(printedByline({ bylines, language }).match(/\S+/gu)?.length).toBeLessThan(4);
});

test('a second author may come with the word of the first', () => {
  expect(bylinesFromText('By Anna Lake and by Ben Ford')).toEqual([
    author('Anna Lake'),
    author('Ben Ford'),
  ]);
  expect(authorName('Byron Lake', 'en')).toBe('Byron Lake');
  expect(authorName('By', 'en')).toBe('By');
});

test('a name that begins as the bylines of another language do is a name', () => {
  expect(bylinesFromText('Di Marzio', [], 'en')).toEqual([author('Di Marzio')]);
  expect(bylinesFromText('By Von Braun', [], 'de')).toEqual([author('Von Braun')]);
});
