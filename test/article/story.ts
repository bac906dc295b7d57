import type { Article } from '../../article/article.ts';
import {
  article,
  datelineBlock,
  divider,
  heading,
  li,
  list,
  p,
  sidebar,
} from '../../article/build.ts';

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
