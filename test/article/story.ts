import type { Article } from '../../article/article.ts';
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
} from './build.ts';

const linked = (text: string, href: string) => li([{ text, marks: [{ type: 'link', href }] }]);

/** A story that uses everything a page can print. */
export function story(): Article {
  return {
    ...article(
      datelineBlock({
        places: [{ name: 'TOKYO' }],
        source: 'Jiji Press',
        style: 'japan-news',
        printed: 'TOKYO (Jiji Press) — ',
      }),
      p(
        'Some 20,000 pages of harbour records may have been copied when the port authority’s mail servers were broken into last winter, the Transport Ministry said Friday.',
      ),
      p([
        { text: 'They included 59 files that ' },
        { text: 'describe', marks: [{ type: 'italic' }] },
        { text: ' the safety of the two ferry terminals, ' },
        {
          text: 'according to the ministry',
          marks: [{ type: 'link', href: 'https://example.com/ministry?a=1&b=2' }],
        },
        { text: '.' },
      ]),
      heading('A copy that should not exist'),
      p('In fiscal 2020 the ministry’s contracts with the authority came to about ¥80 billion.'),
      heading('What was taken', 3),
      list(
        'bulleted',
        'Plans of the two ferry terminals',
        li('Letters to contractors', list('numbered', 'about the cranes', 'about the boats')),
        'A list of passwords',
      ),
      sidebar(
        'Ferries at a glance',
        [p('Two terminals, 41 boats.'), heading('Oldest boat'), p('Built in 1961.')],
        { kind: 'factbox', placement: 'inline' },
      ),
      divider(),
      p('The authority said that it is deeply sorry.'),
      sidebar('Top Articles in Politics', [
        list('bulleted', linked('Cabinet resigns after a night of talks', 'https://example.com/1')),
      ]),
      sidebar(
        'ACCESS RANKING',
        [
          list(
            'numbered',
            linked('Cabinet resigns after a night of talks', 'https://example.com/1'),
            'Optical clock to keep the nation’s time',
          ),
        ],
        { kind: 'ranking' },
      ),
    ),
    section: 'Politics',
    kicker: 'Cyberattack',
    headline: 'Harbour Records May Have Been Copied in Winter Break-In',
    standfirst: 'Ferry terminals among the files; the ministry will look at its rules again.',
    bylines: [
      { name: 'Hanako Sample', role: 'author', url: 'https://example.com/people/hanako' },
      { name: 'Ken Example', role: 'author' },
      { name: 'Aya Muster', role: 'editing' },
    ],
    keywords: ['ports', 'cyberattack', 'ferries'],
    canonicalUrl: 'https://example.com/politics/harbour-records',
    stamp: {
      instant: '2021-12-25T11:01:00+09:00',
      zone: 'Asia/Tokyo',
      printed: '11:01 JST, December 25, 2021',
    },
    corrections: [
      {
        at: '2021-12-26T02:00:00Z',
        kind: 'correction',
        text: 'An earlier version gave the number of boats as 14. It is 41.',
      },
    ],
  };
}

/** The names of the pictures of `richStory` in its media folder. */
export const PICTURES = ['9f2c41d07ab3e655.jpg', '41d07ab3e6559f2c.png'] as const;

/** A story with every kind of picture, quotation, table, card and note that a page can print. */
export function richStory(): Article {
  const [harbour, crane] = PICTURES;
  return {
    ...story(),
    headline: 'Harbour Opens Its Books After the Break-In',
    corrections: [],
    body: [
      p('The port authority on Monday opened its books for the first time since the break-in.'),
      image({
        file: harbour,
        width: 1600,
        height: 900,
        alt: 'A ferry leaves the harbour in the evening',
        caption:
          'The last ferry of Monday leaves the harbour. It was the first to sail on time in nine weeks.',
        credit: 'Mina Kelp',
        copyright: '© The Harbour Gazette',
      }),
      p('Its director, Ida Wrack, said that nothing had been hidden.'),
      quote(
        [
          p('We have looked at every page. Nothing is missing, and nothing was added.'),
          list('bulleted', 'The plans are whole.', 'So are the letters.'),
          p([
            { text: 'We ' },
            { text: 'will', marks: [{ type: 'italic' }] },
            { text: ' look again.' },
          ]),
        ],
        'Ida Wrack, director of the port authority',
      ),
      pullquote('Nothing is missing, and nothing was added.', 'Ida Wrack'),
      heading('What the books say'),
      table(
        [
          ['Terminal', 'Boats', 'Passengers in 2025', 'Sailed on time'],
          [cell('North', { header: true }), '23', '1,204,000', '91%'],
          [
            cell('South', { header: true }),
            '18',
            cell('862,000', { blocks: [list('bulleted', 'of them 40,000 at night')] }),
            cell([
              { text: '87%, see ' },
              { text: 'the report', marks: [{ type: 'link', href: 'https://example.com/report' }] },
            ]),
          ],
          [cell('Both', { header: true }), '41', cell('2,066,000', { colspan: 2 })],
        ],
        { caption: 'The two terminals in 2025', header: true },
      ),
      table([
        [
          cell('', {
            blocks: [
              image({ source: 'https://example.com/flag.png', alt: 'The flag of the North' }),
            ],
          }),
          'North',
        ],
        ['', 'South'],
      ]),
      image({
        source: 'https://example.com/pictures/crane.jpg',
        href: 'https://example.com/cranes',
        alt: 'The old crane',
        caption: 'The crane that is to be sold.',
        credit: 'Port authority',
      }),
      gallery(
        [
          picture({
            file: crane,
            width: 800,
            height: 800,
            alt: 'A crane',
            caption: 'Crane 1',
            credit: 'Ken Example',
          }),
          picture({
            file: harbour,
            width: 1600,
            height: 900,
            alt: 'The harbour',
            credit: 'Ken Example',
          }),
          picture({
            file: crane,
            width: 800,
            height: 800,
            decorative: true,
            href: 'https://example.com/large',
          }),
        ],
        'The harbour on Monday.',
      ),
      embed('https://www.youtube.com/watch?v=abc', {
        provider: 'YouTube',
        title: 'A morning at the harbour',
      }),
      embed('https://maps.example.com/harbour?zoom=4'),
      p('The books stay open until Friday.'),
      correction('This story gave the number of boats as 14. It is 41.', {
        at: '2026-01-06T09:00:00Z',
      }),
      correction('The director spoke on Monday morning.', { kind: 'clarification' }),
      sidebar(
        'The books',
        [
          p('Where to see them.'),
          embed('https://example.com/books', { provider: 'Port authority', title: 'The books' }),
          table([
            ['Mon', '9–5'],
            ['Tue', '9–8'],
          ]),
        ],
        { kind: 'factbox' },
      ),
    ],
  };
}
