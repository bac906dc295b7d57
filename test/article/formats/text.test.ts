import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { createArticle } from '../../../article/article.ts';
import {
  article,
  cell,
  correction,
  datelineBlock,
  divider,
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
} from '../../../article/build.ts';
import { text } from '../../../article/formats/text.ts';
import { arbitraryArticle, newsText } from '../arbitrary.ts';

const dateline = datelineBlock({
  places: [{ name: 'TOKYO' }],
  source: 'Jiji Press',
  style: 'jiji',
  printed: 'TOKYO (Jiji Press) — ',
});

test('wire copy has the kicker above the headline, then standfirst, byline and time, the dateline once, lists, and a sidebar’s title above its list', () => {
  const story = {
    ...article(
      dateline,
      p([{ text: 'The ' }, { text: 'bridge', marks: [{ type: 'bold' }] }, { text: ' is shut.' }]),
      heading('What now'),
      list('bulleted', li('Trains', list('numbered', 'North', 'South')), 'Ferries'),
      divider(),
      sidebar('Top Articles', [
        list(
          'bulleted',
          li([{ text: 'One', marks: [{ type: 'link', href: 'https://example.com/1' }] }]),
        ),
      ]),
    ),
    headline: 'Bridge closes',
    kicker: 'TRAFFIC',
    standfirst: 'It will take a year.',
    bylineText: 'By Anna Lake',
    stamp: { printed: '11:01 JST, December 25, 2021' },
    corrections: [
      { at: '2021-12-26T00:00:00Z', kind: 'correction' as const, text: 'It is two years.' },
    ],
  };
  expect(text.render(story).text).toBe(
    [
      'TRAFFIC\nBridge closes',
      'It will take a year.',
      'By Anna Lake\n11:01 JST, December 25, 2021',
      'TOKYO (Jiji Press) — The bridge is shut.',
      'What now',
      '- Trains\n  1. North\n  2. South\n- Ferries',
      '* * *',
      'Top Articles\n- One',
      'Correction: It is two years.\n',
    ].join('\n\n'),
  );
});

test('what is absent leaves no line behind', () => {
  expect(text.render(createArticle('2026-01-01T00:00:00Z')).text).toBe('');
  expect(text.render(article(p(), p('One.'), p())).text).toBe('One.\n');
});

test('a line break in a paragraph is one in wire copy', () => {
  const content = [{ text: 'One' }, { break: true } as const, { text: 'two' }];
  expect(text.render(article(p(content), list('bulleted', li(content)))).text).toBe(
    'One\ntwo\n\n- One\n  two\n',
  );
});

test('quotations, tables, pictures and cards go out in the forms that a desk reads', () => {
  const story = article(
    quote([p('First.'), p('Second.')], 'Anna Lake'),
    pullquote('“We are sorry.”', 'Ben Ford'),
    table(
      [
        ['Port', 'Ships'],
        [
          'Lakeside',
          cell('12', { blocks: [image({ alt: 'a flag', source: 'https://a.example/f' })] }),
        ],
        ['', 'none'],
      ],
      { caption: 'Ships in port', header: true },
    ),
    image({
      file: '9f2c41d07ab3e655.jpg',
      alt: 'x',
      caption: 'The bridge on Friday',
      credit: 'Ben Ford',
    }),
    image({ source: 'https://a.example/1.jpg', alt: 'A gull' }),
    gallery(
      [picture({ credit: 'Ida', copyright: 'Ida' }), picture({ caption: 'Two' })],
      'Both of them',
    ),
    embed('https://example.com/clip', { provider: 'Clips', title: 'The bridge falls' }),
    embed('https://example.com/map'),
    correction('It is 12 ships, not 14.', { kind: 'update', at: '2026-01-02T03:04:05Z' }),
  );
  expect(text.render(story).text.split('\n\n')).toEqual([
    '“First.',
    '“Second.”\n— Anna Lake',
    '“We are sorry.”\n— Ben Ford',
    'Ships in port\nPort\tShips\nLakeside\t12 [Picture: a flag]\n\tnone',
    '[Picture: The bridge on Friday (Ben Ford)]',
    '[Picture: A gull]',
    '[Picture: (Ida)]\n[Picture: Two]\nBoth of them',
    'The bridge falls (Clips)\nhttps://example.com/clip',
    'https://example.com/map',
    'Update: It is 12 ships, not 14.\n',
  ]);
  expect(text.render({ ...article(quote([p('Eins.')])), language: 'de' }).text).toBe('„Eins.“\n');
});

test('an article gives the same bytes every time, and no white space at line ends', () => {
  const articles = arbitraryArticle({ unknown: false, text: newsText });
  fc.assert(
    fc.property(articles, (story) => {
      const first = text.render(story).text;
      expect(text.render(structuredClone(story)).text).toBe(first);
      expect(first).not.toMatch(/[ \t]$/mu);
    }),
  );
});
