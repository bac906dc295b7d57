import { fromHtml } from 'hast-util-from-html';
import { describe, expect, it } from 'vitest';
import type { Article } from '../../article/article.ts';
import { heading, image, p, sidebar } from './build.ts';
import { html } from '../../article/formats/html.ts';
import { fragment } from '../../article/formats/fragment.ts';
import { byClass, find, findAll, shownText } from '../../article/html/find.ts';
import { parseHouse } from '../../article/house.ts';
import { readHtml } from '../../article/import/html.ts';
import type { Mark } from '../../article/inline.ts';
import { story } from './story.ts';
import { render } from './render.ts';

const house = { name: 'The Harbour Gazette', lineLength: 42, zone: 'Asia/Tokyo' };
const page = (article: Article, stylesheet = '') =>
  render(html, article, { house, stylesheet }).text;
const jsonLd = (text: string): unknown => {
  const script = find(fromHtml(text), ({ tagName }) => tagName === 'script');
  const [json] = script?.children ?? [];
  return JSON.parse(json?.type === 'text' ? json.value : '');
};

const media = (file: string) =>
  file.startsWith('0') ? undefined : { src: `media/${file}`, width: 1600, height: 900 };

/** What the head of a page tells others, and its data. */
const toldBy = (article: Article, hasMedia: boolean): Record<string, unknown> => {
  const { text } = render(html, article, { house, media, hasMedia });
  const tags = findAll(fromHtml(text), (one) => typeof one.properties.property === 'string');
  const told = tags.map(({ properties: { property, content } }) => [property, content]);
  return { ...Object.fromEntries(told), json: jsonLd(text) } as Record<string, unknown>;
};

describe('a published page', () => {
  it('prints the dateline once', () => {
    expect(
      page(story()).match(/<span class="dateline">TOKYO \(Jiji Press\) — <\/span>Some/gu),
    ).toHaveLength(1);
  });

  it('tells programs what it is about, in full', () => {
    expect(jsonLd(page(story()))).toEqual({
      '@context': 'https://schema.org',
      '@type': 'NewsArticle',
      headline: 'Harbour Records May Have Been Copied in Winter Break-In',
      description: 'Ferry terminals among the files; the ministry will look at its rules again.',
      url: 'https://example.com/politics/harbour-records',
      dateline: 'TOKYO (Jiji Press)',
      locationCreated: [{ '@type': 'Place', name: 'TOKYO' }],
      datePublished: '2021-12-25T11:01:00+09:00',
      dateModified: '2026-01-01T00:00:00Z',
      author: [
        { '@type': 'Person', name: 'Hanako Sample', url: 'https://example.com/people/hanako' },
        { '@type': 'Person', name: 'Ken Example' },
      ],
      articleSection: 'Politics',
      keywords: ['ports', 'cyberattack', 'ferries'],
      inLanguage: 'en',
      publisher: { '@type': 'NewsMediaOrganization', name: 'The Harbour Gazette' },
      correction: [
        {
          '@type': 'CorrectionComment',
          text: 'An earlier version gave the number of boats as 14. It is 41.',
          datePublished: '2021-12-26T02:00:00Z',
        },
      ],
    });
  });

  it('tells others what to show of it, with its first picture where that has an address', () => {
    const file = '9f2c41d07ab3e655.jpg';
    const body = [
      image({ source: 'https://example.com/elsewhere.jpg' }),
      image({ file: '0000000000000000.jpg', alt: 'lost' }),
      sidebar('Facts', [image({ file, alt: 'The  quay & a boat' })]),
    ];
    const told = toldBy({ ...story(), body }, true);
    expect(told).toMatchObject({
      'og:type': 'article',
      'og:title': 'Harbour Records May Have Been Copied in Winter Break-In',
      'og:description':
        'Ferry terminals among the files; the ministry will look at its rules again.',
      'og:url': 'https://example.com/politics/harbour-records',
      'og:image': `https://example.com/politics/media/${file}`,
      'og:image:width': '1600',
      'og:image:height': '900',
      'og:image:alt': 'The quay & a boat',
      'article:published_time': '2021-12-25T11:01:00+09:00',
      json: { image: `https://example.com/politics/media/${file}` },
    });
    const { canonicalUrl: _, ...nowhere } = { ...story(), body };
    for (const without of [
      toldBy({ ...story(), body }, false),
      toldBy(nowhere, true),
      toldBy({ ...story(), body: [] }, true),
    ]) {
      expect(Object.keys(without)).not.toContain('og:image');
      expect(without.json).not.toHaveProperty('image');
    }
  });

  it('without a standfirst is described by whole sentences of the lead, without the dateline', () => {
    const lead = `${'The port is closed. '.repeat(9)}It opens again when the wind drops and the boats are back.`;
    const text = page({ ...story(), standfirst: '', body: [p(lead)] });
    const described = find(fromHtml(text), ({ properties }) => properties.name === 'description');
    expect(described?.properties.content).toBe('The port is closed. '.repeat(9).trim());
    expect(page({ ...story(), standfirst: '' })).toContain(
      '<meta name="description" content="Some 20,000 pages',
    );
  });

  it('prints the time of a stamp for programs only where it is certain', () => {
    expect(page(story())).toContain(
      '<time datetime="2021-12-25T11:01:00+09:00">11:01 JST, December 25, 2021</time>',
    );
    const unsure = page({ ...story(), stamp: { printed: '3 p.m. IST' }, corrections: [] });
    expect(unsure).toContain('<p class="stamp">3 p.m. IST</p>');
    expect(unsure).not.toMatch(/<time|published_time|datePublished/u);
  });

  it('without a headline is untitled, says so to the desk, and comes back without one', () => {
    const { text, warnings } = render(html, { ...story(), headline: ' ' });
    expect(text).toContain('<title>Untitled</title>');
    expect(warnings.map(({ code }) => code)).toEqual(['no-headline']);
    expect(readHtml(text, parseHouse({}), '2026-01-01T00:00:00Z').article.headline).toBe('');
  });

  it('prints its own words in the language of the story, and says where it cannot', () => {
    expect(page({ ...story(), language: 'ja', headline: '' })).toContain('>無題</h1>');
    const finnish = page({ ...story(), language: 'fi' });
    expect(finnish).toContain('<html lang="fi">');
    expect(finnish).toContain('<span class="label" lang="en">Editing by</span>');
  });

  it('runs from right to left where its language does', () => {
    expect(page({ ...story(), language: 'ar-EG' })).toContain('<html lang="ar-EG" dir="rtl">');
    expect(page({ ...story(), language: 'az-Arab' })).toContain('dir="rtl"');
    expect(page({ ...story(), language: 'ur-Latn' })).not.toContain('dir=');
    expect(render(fragment, { ...story(), language: 'he' }).text).toMatch(
      /^<article class="story with-rail" lang="he" dir="rtl">/u,
    );
  });

  it('puts the rail after the text, and other sidebars where they stand', () => {
    const root = fromHtml(page(story()));
    const titles = (className: string) =>
      findAll(byClass(root, className), ({ tagName }) => tagName === 'aside').map((aside) =>
        shownText(byClass(aside, 'sidebar-title')),
      );
    expect(titles('text')).toEqual(['Ferries at a glance']);
    expect(titles('beside')).toEqual(['Top Articles in Politics', 'ACCESS RANKING']);
  });

  it('never skips a heading level, and remembers the one that the writer chose', () => {
    const body = [
      heading('First', 4),
      heading('Second', 4),
      sidebar('Facts', [heading('Inside', 4)], { kind: 'factbox', placement: 'inline' }),
      heading('Third', 3),
    ];
    const text = render(fragment, { ...story(), body }).text;
    expect(text.match(/<h[2-6][^>]*>[^<]*/gu)).toEqual([
      '<h2 class="crosshead-4">First',
      '<h3 class="crosshead-4">Second',
      '<h2 class="sidebar-title" id="sidebar-1">Facts',
      '<h3 class="crosshead-4">Inside',
      '<h3>Third',
    ]);
  });

  it('keeps a name that the printed byline leaves out off the page', () => {
    const text = page({ ...story(), bylineText: 'By our correspondent' });
    expect(text).toContain('<p class="byline">By our correspondent</p>');
    expect(text).not.toContain('Hanako');
    expect(page({ ...story(), bylineText: '' })).not.toContain('Hanako');
  });

  it('links each author once, the longer name first', () => {
    const bylines = [
      { name: 'Ann', role: 'author' as const },
      { name: 'Ann Lee', role: 'author' as const, url: 'https://example.com/lee' },
    ];
    expect(page({ ...story(), bylines, bylineText: 'Hannah, Ann Lee, Ann' })).toContain(
      '<p class="byline">Hannah, <a class="author" href="https://example.com/lee" rel="author">Ann Lee</a>, <span class="author">Ann</span></p>',
    );
  });
});

const secret = (name: string) => `SECRET-${name}`;

describe('nothing internal is published', () => {
  const marked = (text: string, mark: Mark) => ({ text: secret(text), marks: [mark] });
  const suggestion = { id: 's1', by: secret('by'), at: '2026-01-01T00:00:00Z' };
  const article: Article = {
    ...story(),
    slugline: secret('slugline'),
    urlSlug: secret('url-slug'),
    genre: secret('genre'),
    edNote: secret('note'),
    embargo: { local: secret('local'), zone: secret('zone'), instant: secret('instant') },
    bylines: [{ name: 'Hanako Sample', role: 'author', email: secret('email') }],
    review: { threads: [{ text: secret('thread') }], suggestions: [{ text: secret('list') }] },
    history: [
      { at: secret('at'), by: secret('who'), from: 'draft', to: 'approved', note: secret('why') },
    ],
    body: [
      p([
        { text: 'The port ' },
        marked('inline', { type: 'note' }),
        marked('inserted', { type: 'suggestion', kind: 'insert', ...suggestion }),
        { text: 'is closed', marks: [{ type: 'comment', thread: secret('thread-id') }] },
        { text: ' today', marks: [{ type: 'suggestion', kind: 'delete', ...suggestion }] },
        { text: '.' },
      ]),
      { ...p(secret('new block')), suggestion: { kind: 'insert', ...suggestion } },
      { ...p('It opens tomorrow.'), suggestion: { kind: 'delete', ...suggestion } },
    ],
  };

  it.each([html, fragment])('in the format $id', (format) => {
    const { text } = render(format, article, { house });
    expect(text).toContain('<p>The port is closed today.</p>\n<p>It opens tomorrow.</p>');
    expect(text).not.toContain('SECRET');
  });
});

describe('hostile text is only text', () => {
  const attack =
    '</script></style></title><script>alert(1)</script><!--<img src=x onerror=alert(1)>"\'';
  const article: Article = {
    ...story(),
    headline: attack,
    kicker: attack,
    section: attack,
    standfirst: attack,
    bylineText: attack,
    keywords: [attack],
    canonicalUrl: `javascript:${attack}`,
    language: '"><script>',
    stamp: { printed: attack, instant: '2021-12-25T11:01:00+09:00' },
    corrections: [{ at: attack, kind: 'update', text: attack }],
    bylines: [{ name: attack, role: 'editing', url: 'javascript:alert(1)' }],
    body: [
      p([{ text: attack, marks: [{ type: 'link', href: 'javascript:alert(1)' }] }]),
      sidebar(attack, [p(attack)]),
    ],
  };

  it('in every field of a page', () => {
    const text = render(html, article, {
      house: { name: attack, lineLength: 42 },
      stylesheet: `p{}${attack}`,
    }).text;
    const root = fromHtml(text);
    const tags = findAll(root, ({ tagName }) => ['script', 'img'].includes(tagName));
    expect(tags.map(({ properties }) => properties)).toEqual([{ type: 'application/ld+json' }]);
    expect(findAll(root, ({ tagName }) => tagName === 'a')).toEqual([]);
    expect(find(root, ({ tagName }) => tagName === 'html')?.properties.lang).toBe('en');
    expect(jsonLd(text)).toMatchObject({ headline: attack });
    expect(shownText(byClass(root, 'headline'))).toBe(attack);
  });

  it('and a link that is not published is named to the desk', () => {
    const { warnings } = render(html, article);
    expect(warnings.map(({ code, path }) => [code, path])).toEqual([
      ['link-not-published', 'body[0].content[0].marks[0]'],
      ['address-not-published', 'canonicalUrl'],
    ]);
  });
});
