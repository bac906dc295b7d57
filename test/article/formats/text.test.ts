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
} from '../build.ts';
import { text } from '../../../article/formats/text.ts';
import { arbitraryArticle, newsText } from '../arbitrary.ts';
import { render } from '../render.ts';

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
  expect(render(text, story).text).toBe(
    [
      'TRAFFIC\nBridge closes',
      'It will take a year.',
      'By Anna Lake\n11:01 JST, December 25, 2021',
      'TOKYO (Jiji Press) — The bridge is shut.',
      '- What now -',
      '- Trains\n  1. North\n  2. South\n- Ferries',
      '* * *',
      'Top Articles\n- One',
      '(Correction, 0:00 UTC, December 26, 2021: It is two years.)\n',
    ].join('\n\n'),
  );
});

test('what is absent leaves no line behind', () => {
  expect(render(text, createArticle('2026-01-01T00:00:00Z')).text).toBe('');
  expect(render(text, article(p(), p('One.'), p())).text).toBe('One.\n');
});

test('a line break in a paragraph is one in wire copy', () => {
  const content = [{ text: 'One' }, { break: true } as const, { text: 'two' }];
  const story = { ...article(p(content), list('bulleted', li(content))), headline: 'Three' };
  expect(render(text, story).text).toBe('Three\n\nOne\ntwo\n\n- One\n  two\n');
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
    correction('All of them are in port.', { kind: 'update' }),
  );
  expect(render(text, story).text.split('\n\n')).toEqual([
    '> First.\n>\n> Second.\n> — Anna Lake',
    '[Pull quote]\n> “We are sorry.”\n> — Ben Ford',
    'Ships in port\nPort\tShips\n---\t---\nLakeside\t12 [Picture: a flag]\n\tnone',
    '[Picture: The bridge on Friday (Ben Ford)]',
    '[Picture: A gull]',
    '[Picture: (Ida)]\n[Picture: Two]\nBoth of them',
    'The bridge falls (Clips)\nhttps://example.com/clip',
    'https://example.com/map',
    'Update, 3:04 UTC, January 2, 2026: It is 12 ships, not 14.',
    '[Update: All of them are in port.]\n',
  ]);
});

test('a fact box stands between two lines, as does any sidebar that its title does not tell', () => {
  const box = (words: object) => render(text, { ...story, ...words }).text;
  const story = article(
    sidebar('The bridge', [p('Opened in 1964.'), list('bulleted', 'Two lanes')], {
      kind: 'factbox',
    }),
    sidebar('By readers', [list('numbered', 'Trains')], { kind: 'ranking' }),
    sidebar('', [list('bulleted', 'Ferries')]),
  );
  expect(box({})).toBe(
    '[Facts: The bridge]\n\nOpened in 1964.\n\n- Two lanes\n\n[End of box]\n\n' +
      '[Ranking: By readers]\n\n1. Trains\n\n[End of box]\n\n' +
      '[Related stories]\n\n- Ferries\n\n[End of box]\n',
  );
  expect(box({ language: 'de' })).toContain('[Hintergrund: The bridge]\n\nOpened');
  expect(box({ language: 'de' })).toContain('\n\n[Ende des Kastens]\n');
});

test('what a line of the head is, is said where its place does not tell it', () => {
  const lead = p('Ferries will run all night, the port said.');
  const head = (fields: object) =>
    render(text, { ...article(lead), ...fields }).text.split('\n\n')[0];
  const headline = 'Bridge closes for a year';
  expect(head({ headline, bylineText: 'By Anna Lake' })).toBe(headline);
  expect(head({ headline, bylineText: 'Anna Lake' })).toBe(
    `Headline: ${headline}\nByline: Anna Lake`,
  );
  expect(
    head({
      headline,
      kicker: 'Traffic',
      standfirst: 'What to know',
      stamp: { printed: 'At noon' },
    }),
  ).toBe(`Kicker: Traffic\nHeadline: ${headline}\nStandfirst: What to know\nPublished: At noon`);
  expect(head({ language: 'fr', headline, bylineText: 'Anna Lake' })).toBe(
    `Titre: ${headline}\nSignature: Anna Lake`,
  );
});

test('a dateline that no wire prints so stands above its lead', () => {
  const atSea = { places: [], style: 'ap', printed: 'On the ferry, ', override: true as const };
  const story = {
    ...article(dateline, p('One.'), datelineBlock(atSea), p('Two.')),
    headline: 'Fog',
  };
  expect(render(text, story).text).toBe(
    'Fog\n\nTOKYO (Jiji Press) — One.\n\nDateline: On the ferry,\nTwo.\n',
  );
});

test('an article gives the same bytes every time, and no white space at line ends', () => {
  const articles = arbitraryArticle({ unknown: false, text: newsText });
  fc.assert(
    fc.property(articles, (story) => {
      const first = render(text, story).text;
      expect(render(text, structuredClone(story)).text).toBe(first);
      expect(first).not.toMatch(/[ \t]$/mu);
    }),
  );
});
