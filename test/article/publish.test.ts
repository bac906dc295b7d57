import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { AppError } from '../../article/app-error.ts';
import type { Article, Status } from '../../article/article.ts';
import type { Block } from '../../article/blocks/blocks.ts';
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
import { formats } from '../../article/formats/formats.ts';
import { type Mark, plainText } from '../../article/inline.ts';
import { type PublishOptions, handOver, publish } from '../../article/publish.ts';
import { arbitraryArticle, newsText } from './arbitrary.ts';
import { render } from './render.ts';

const published = (story: Article, options?: PublishOptions) => publish(story, options).published;
const codes = (story: Article, options?: PublishOptions) =>
  publish(story, options).warnings.map(({ code, path }) => [code, path]);
const textOf = (story: Article) =>
  published(story).body.map((block) =>
    'content' in block ? plainText(block.content) : block.type,
  );

const bySomeone = { id: 's1', by: 'Anna Lake', at: '2026-01-01T00:00:00Z' };
const insert: Mark = { type: 'suggestion', kind: 'insert', ...bySomeone };
const remove: Mark = { type: 'suggestion', kind: 'delete', ...bySomeone };

const refused = (story: Article) => {
  try {
    publish(story);
  } catch (error) {
    if (error instanceof AppError) return [error.code, error.path];
    throw error;
  }
  return undefined;
};

/** Blocks without their words. */
const told = (body: readonly Block[]) =>
  JSON.stringify(body, (key, value: unknown) =>
    ['content', 'caption', 'from'].includes(key) ? undefined : value,
  );

const resolve = (canonicalUrl: string) => ({
  resolve: () => ({ headline: 'Other', canonicalUrl }),
});

describe('what the desk keeps to itself', () => {
  test('is in no format, wherever it stands', () => {
    const secret = 'SECRETWORD';
    const story: Article & { 'x-unknown': string } = {
      ...article(
        p([
          { text: 'Shown ' },
          { text: secret, marks: [{ type: 'note' }] },
          {
            text: 'and said',
            marks: [
              { type: 'comment', thread: secret },
              { ...remove, by: secret },
            ],
          },
          { text: secret, marks: [insert, { type: 'bold' }] },
        ]),
        { ...p(secret), suggestion: { ...bySomeone, kind: 'insert' } },
        { ...heading('Kept'), suggestion: { ...bySomeone, by: secret, kind: 'delete' } },
        sidebar('More', [
          list('bulleted', li([{ text: secret, marks: [{ type: 'note' }] }]), 'One'),
        ]),
      ),
      headline: 'Headline',
      slugline: secret,
      edNote: secret,
      genre: secret,
      embargo: { local: secret, zone: secret, instant: secret },
      review: { threads: [{ id: secret }], suggestions: [secret] },
      history: [{ at: '', by: secret, from: 'draft', to: 'approved', note: secret }],
      bylines: [{ name: 'Anna Lake', role: 'author', email: `${secret}@example.com` }],
      'x-unknown': secret,
    };
    for (const format of Object.values(formats)) {
      const { text } = render(format, story);
      expect(text).not.toContain(secret);
      expect(text).toContain('Shown and said');
      expect(text).toContain('Kept');
    }
  });

  test('stays out of every format for articles of any make', () => {
    const marked = newsText.map((words) => `HIDDEN ${words}`);
    const internal = fc.record({ slugline: marked, edNote: marked, genre: marked });
    fc.assert(
      fc.property(
        arbitraryArticle({ unknown: false, text: newsText }),
        internal,
        (story, hidden) => {
          for (const format of Object.values(formats)) {
            const plain = render(format, story).text;
            expect(render(format, { ...story, ...hidden }).text).toBe(plain);
          }
        },
      ),
      { numRuns: 50 },
    );
  });

  test('other newsrooms are told what they need, and nothing that is said among colleagues', () => {
    const secret = 'SECRETWORD';
    const step = (to: Status) => ({ at: '', by: secret, from: 'draft' as const, to, note: secret });
    const story: Article = {
      ...article(
        p([
          { text: 'Shown' },
          { text: secret, marks: [{ type: 'note' }] },
          { text: ' said', marks: [{ type: 'comment', thread: secret }] },
        ]),
      ),
      slugline: 'harbour-tunnel',
      genre: 'Analysis',
      urgency: 3,
      edNote: secret,
      embargo: { local: '09:00', zone: 'Asia/Tokyo', instant: '2026-11-20T00:00:00Z' },
      review: { threads: [{ id: secret }], suggestions: [secret] },
      corrections: [{ at: '2026-11-21T00:00:00Z', kind: 'correction', text: 'Put right.' }],
      history: ['in-review', 'published', 'draft', 'published'].map((to) => step(to as Status)),
    };
    const handed = handOver(published(story), story);
    expect(handed).toMatchObject({
      slugline: 'harbour-tunnel',
      genre: 'Analysis',
      urgency: 3,
      created: story.created,
      status: 'draft',
      embargo: story.embargo,
      issue: 3,
    });
    expect(JSON.stringify(handed)).not.toContain(secret);
    const unpublished = { ...story, corrections: [], history: [step('approved')] };
    expect(handOver(published(unpublished), unpublished).issue).toBe(1);
  });

  test('is in none of the data that formats are made from, at any depth', () => {
    const secret = { 'x-desk': 'SECRETWORD' };
    const kept: Mark = { type: 'link', href: 'https://example.com/', ...secret };
    const run = { text: 'Words', marks: [kept], ...secret };
    const suggestion = { ...bySomeone, kind: 'delete' as const, by: 'SECRETWORD' };
    const asked = (block: Block): Block => ({ ...block, ...secret, suggestion });
    const story = article(
      asked({
        ...datelineBlock({ places: [], style: 'ap', printed: 'OSLO (AP) — ' }),
        places: [{ name: 'OSLO', ...secret }],
      }),
      asked(p([run])),
      asked(heading([run])),
      asked(
        list('bulleted', { ...li([run], { ...list('numbered', 'One'), ...secret }), ...secret }),
      ),
      asked(quote([asked(p([run]))], 'Anna Lake')),
      asked(pullquote([run])),
      asked(image({ alt: 'A boat', href: 'https://example.com/' })),
      asked(gallery([{ ...picture({ caption: [run] }), ...secret }])),
      asked(table([[{ ...cell([run], { blocks: [asked(p('Below'))] }), ...secret }]])),
      asked(embed('https://example.com/clip', { title: 'Clip' })),
      asked(correction([run])),
      asked(divider()),
      asked(sidebar('Box', [asked(p([run]))])),
    );
    const whole = {
      ...story,
      stamp: { printed: '11:01 JST, December 25, 2021', ...secret },
      corrections: [{ at: '', kind: 'update' as const, text: 'Put right', ...secret }],
    };
    const body = JSON.stringify(published(whole));
    expect(body).not.toContain('SECRETWORD');
    expect(body).not.toContain('suggestion');
    expect(body.match(/Words/gu)).toHaveLength(9);
  });

  test('is all that is left out of blocks', () => {
    fc.assert(
      fc.property(arbitraryArticle({ unknown: false, internal: false }), (story) => {
        expect(told(published(story).body)).toBe(told(story.body));
      }),
    );
  });

  test('a text proposed for deletion is published until it is deleted', () => {
    expect(textOf(article(p([{ text: 'a' }, { text: 'b', marks: [remove] }])))).toEqual(['ab']);
  });
});

describe('a block or mark that this Galley does not know', () => {
  const unknownMark = { type: 'highlight' } as unknown as Mark;
  const withMark = article(
    p('One.'),
    list('bulleted', li([{ text: 'Two', marks: [unknownMark] }])),
  );
  const withBlock = article(p('One.'), { type: 'unknown', id: 'u', was: { type: 'chart' } });

  test('stops the export with its path', () => {
    expect(refused(withMark)).toEqual(['unknown-mark', 'body[1].items[0].content[0].marks[0]']);
    expect(refused(withBlock)).toEqual(['unknown-block', 'body[1]']);
  });

  test('is left out with a warning where the person agrees; the marked words stay', () => {
    const options = { dropUnknown: true };
    expect(codes(withMark, options)).toContainEqual([
      'unknown-mark',
      'body[1].items[0].content[0].marks[0]',
    ]);
    expect(published(withMark, options).body[1]).toMatchObject({
      items: [{ content: [{ text: 'Two' }] }],
    });
    expect(published(withBlock, options).body).toHaveLength(1);
  });
});

describe('a link to another story of the desk', () => {
  const story = article(p([{ text: 'See there', marks: [{ type: 'link', article: 'other' }] }]));

  test('has the address of that story', () => {
    expect(published(story, resolve('https://example.com/other')).body[0]).toMatchObject({
      content: [
        { text: 'See there', marks: [{ type: 'link', href: 'https://example.com/other' }] },
      ],
    });
  });

  test('is text, with a warning, while the story has no address or is gone', () => {
    for (const options of [resolve(''), { resolve: () => undefined }, {}]) {
      expect(published(story, options).body[0]).toMatchObject({ content: [{ text: 'See there' }] });
      expect(codes(story, options)).toContainEqual([
        'link-without-address',
        'body[0].content[0].marks[0]',
      ]);
    }
  });
});

test('a picture goes out with a warning where it is elsewhere, or lacks its alt text or credit', () => {
  const here = { file: '9f2c41d07ab3e655.jpg', alt: 'A boat', credit: 'Ida' };
  const story = {
    ...article(
      image(here),
      image({ ...here, alt: '', decorative: true }),
      image({ source: 'https://example.com/boat.jpg', alt: 'A boat', copyright: 'Ida' }),
      quote([gallery([picture(here), picture({ ...here, alt: ' ' })])]),
      table([[cell('x', { blocks: [image({ ...here, credit: '' })] })]]),
      image({ alt: 'A boat', credit: 'Ida' }),
    ),
    headline: 'Boats',
  };
  expect(codes(story)).toEqual([
    ['picture-not-here', 'body[2].source'],
    ['no-alt', 'body[3].body[0].images[1].alt'],
    ['no-credit', 'body[4].rows[0].cells[0].blocks[0].credit'],
    ['no-picture', 'body[5]'],
  ]);
});

test('what a picture’s file says of it is for the desk, and does not go out', () => {
  const from = { caption: 'From the camera', credit: 'Someone' };
  const story = article(image({ alt: 'A boat', from }), gallery([picture({ from })]));
  expect(JSON.stringify(published(story))).not.toContain('camera');
  expect(JSON.stringify(published(story))).not.toContain('Someone');
});

test('a story without a headline, or with a time in doubt, goes out with a warning', () => {
  const story = { ...article(p('One.')), stamp: { printed: '3 p.m. IST, 4 May 2024' } };
  expect(codes(story)).toEqual([
    ['no-headline', 'headline'],
    ['stamp-in-doubt', 'stamp'],
  ]);
  expect(codes({ ...article(p('One.')), headline: 'Headline' })).toEqual([]);
});

test('publishing changes nothing of the article', () => {
  fc.assert(
    fc.property(arbitraryArticle(), (story) => {
      const before = structuredClone(story);
      publish(story, { dropUnknown: true });
      expect(story).toEqual(before);
    }),
  );
});
