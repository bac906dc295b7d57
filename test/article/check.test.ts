import { describe, expect, test } from 'vitest';
import { VERSION } from '../../article/migrations.ts';
import { serializeArticle } from '../../article/article-file.ts';
import type { Article } from '../../article/article.ts';
import { article, gallery, image, list, p, picture, sidebar } from './build.ts';
import { checkArticle, checkArticleFile } from '../../article/check.ts';
import { datelineStyles } from '../../article/dateline/styles.ts';
import { isEmbargoed } from '../../article/embargo.ts';
import { publish } from '../../article/publish.ts';

const dateline = (fields: object) => ({
  type: 'dateline' as const,
  id: 'd',
  places: [{ name: 'OSLO' }],
  source: 'AP',
  style: 'ap',
  printed: 'OSLO (AP) — ',
  ...fields,
});

const told = (story: Article, resolve?: (id: string) => { headline: string } | undefined) =>
  checkArticle(story, resolve && { resolve }).map(
    ({ severity, code, path }) => `${severity} ${code} ${path}`,
  );

const story = (...body: Article['body']) => ({ ...article(...body), headline: 'Headline' });

describe('a check', () => {
  test('finds nothing in a sound story', () => {
    const sound = story(
      dateline({}),
      p('Words'),
      image({ file: `${'a'.repeat(16)}.jpg`, alt: 'A quay', credit: 'Lens' }),
      image({ file: `${'b'.repeat(16)}.jpg`, decorative: true, copyright: 'Lens' }),
    );
    expect(told(sound)).toEqual([]);
  });

  test('names each place of the story that an export would warn of', () => {
    const bad: Article = {
      ...story(
        dateline({ places: [], source: '' }),
        p([
          { text: 'a', marks: [{ type: 'link', href: 'javascript:x' }] },
          { text: 'b', marks: [{ type: 'link', href: '' }] },
          { text: 'c', marks: [{ type: 'link', article: 'gone' }] },
        ]),
        image({ file: `${'a'.repeat(16)}.jpg`, href: 'page.html' }),
        gallery([picture({ source: 'https://example.com/a.jpg', alt: 'A', credit: 'B' })]),
        sidebar('Box', [list('bulleted', 'One'), image()]),
      ),
      headline: ' ',
      canonicalUrl: 'example.com/page',
      stamp: { printed: '11:01 CST, March 1, 2026' },
    };
    expect(told(bad).sort()).toEqual(
      [
        'warning dateline-without-place body[0].places',
        'warning dateline-without-source body[0].source',
        'warning link-not-published body[1].content[0].marks[0]',
        'warning link-not-published body[1].content[1].marks[0]',
        'warning link-without-address body[1].content[2].marks[0]',
        'warning no-alt body[2].alt',
        'warning link-not-published body[2].href',
        'warning no-credit body[2].credit',
        'warning picture-not-here body[3].images[0].source',
        'warning no-picture body[4].body[1]',
        'warning no-alt body[4].body[1].alt',
        'warning no-credit body[4].body[1].credit',
        'warning no-headline headline',
        'warning stamp-in-doubt stamp',
        'warning address-not-published canonicalUrl',
      ].sort(),
    );
  });

  test('says of a linked story whether it is gone or has no address', () => {
    const linking = story(p([{ text: 'c', marks: [{ type: 'link', article: 'x' }] }]));
    const [known] = checkArticle(linking, { resolve: () => ({ headline: 'Ferry' }) });
    expect(known?.message).toContain('“Ferry” has no address');
    expect(checkArticle(linking)[0]?.message).toContain('no longer on the desk');
    const addressed = { headline: 'Ferry', canonicalUrl: 'https://example.com/' };
    expect(checkArticle(linking, { resolve: () => addressed })).toEqual([]);
  });

  test('calls an error what stops an export, all of them', () => {
    const strange = story(
      { type: 'unknown', id: 'u', was: { type: 'hologram' } },
      p([{ text: 'a', marks: [{ type: 'glow' } as never] }]),
    );
    expect(told(strange)).toEqual([
      'error unknown-block body[0]',
      'error unknown-mark body[1].content[0].marks[0]',
    ]);
    expect(checkArticle(strange)[0]?.message).toBe(
      'a block of type “hologram” is not known to this Galley. Update Galley, or agree to leave it out',
    );
  });

  test('tells what the export tells', () => {
    const bad = story(dateline({ source: '' }), p('x'), image());
    const { warnings } = publish(bad);
    expect(checkArticle(bad)).toEqual(warnings.map((one) => ({ ...one, severity: 'warning' })));
  });

  test('asks a source of the datelines that print one', () => {
    for (const { id, credit } of datelineStyles) {
      const codes = told(story(dateline({ style: id, source: '' }), p('x')));
      expect([id, codes.length]).toEqual([id, credit === 'none' ? 0 : 1]);
    }
    expect(told(story(dateline({ override: true, places: [], source: '' }), p('x')))).toEqual([]);
  });
});

const until = (instant: string) => ({
  ...story(p('Words')),
  embargo: { local: '2026-03-01T18:30', zone: 'Asia/Tokyo', instant },
});

describe('an embargo', () => {
  const now = '2026-03-01T09:00:00Z';
  const toldAt = (instant: string) =>
    checkArticle(until(instant), { now }).map(({ code, path, message }) => [code, path, message]);

  test('that is ahead is told, one that is over is not', () => {
    expect(toldAt('2026-03-01T18:30:00+09:00')).toEqual([
      ['embargoed', 'embargo', 'Not to be published before 2026-03-01T18:30 (Asia/Tokyo).'],
    ]);
    expect(toldAt('2026-03-01T18:00:00+09:00')).toEqual([]);
    expect(isEmbargoed(until('2026-03-01T18:30:00+09:00'), now)).toBe(true);
    expect(isEmbargoed(until('2026-03-01T18:00:00+09:00'), now)).toBe(false);
    expect(isEmbargoed(story(p('Words')), now)).toBe(false);
  });

  test.each(['', 'Sunday noon', '2026-02-30T10:00:00Z', '2020-01-01T00:00:00', '2020-01-01'])(
    'that cannot be read, %j, still holds, and is kept and named',
    (instant) => {
      expect(isEmbargoed(until(instant), now)).toBe(true);
      const [[code, path] = []] = toldAt(instant);
      expect([code, path]).toEqual(['embargo-in-doubt', 'embargo.instant']);
      const kept = checkArticleFile(serializeArticle(until(instant)));
      expect(kept.article?.embargo?.instant).toBe(instant);
      expect(publish(until(instant)).warnings.map((one) => one.code)).toEqual(['embargo-in-doubt']);
    },
  );
});

test('a time of the file that cannot be read is kept and named', () => {
  const bad = { ...story(p('Words')), created: 'last week', modified: '2026-13-01T00:00:00Z' };
  expect(told(bad)).toEqual(['warning time-in-doubt created', 'warning time-in-doubt modified']);
  expect(checkArticleFile(serializeArticle(bad)).article?.created).toBe('last week');
});

const file = (changes: object) =>
  JSON.stringify({ ...JSON.parse(serializeArticle(story(p('Words')))), ...changes });

describe('a check of a file', () => {
  test('reads a sound one', () => {
    const { article: read, findings } = checkArticleFile(file({}));
    expect(read?.headline).toBe('Headline');
    expect(findings).toEqual([]);
  });

  test('names every fault, with its path', () => {
    const broken = file({
      headline: 7,
      urgency: 12,
      body: [
        { type: 'paragraph', id: 'a', content: [{ text: 3 }] },
        { type: 'dateline', id: 'b', style: 'ap', printed: '', places: [{ name: null }] },
      ],
    });
    const { article: read, findings } = checkArticleFile(`\uFEFF${broken}`);
    expect(read).toBeUndefined();
    expect(
      findings.map(({ severity, code, path }) => `${severity} ${code} ${path}`).sort(),
    ).toEqual([
      'error invalid body[0].content[0].text',
      'error invalid body[1].places[0].name',
      'error invalid headline',
      'error invalid urgency',
    ]);
    expect(findings.find(({ path }) => path === 'headline')?.message).toBe('expected text, got 7');
  });

  test.each([
    ['{', 'not-json'],
    ['[]', 'invalid'],
    ['null', 'invalid'],
    ['{"format":"galley-article"}', 'invalid'],
    [`{"format":"galley-article","version":99}`, 'newer-version'],
    ['a\u0000', 'nul'],
  ])('says what is wrong with %j', (text, code) => {
    const { article: read, findings } = checkArticleFile(text);
    expect(read).toBeUndefined();
    expect(findings.length).toBeGreaterThan(0);
    expect(findings[0]).toMatchObject({ severity: 'error', code });
    expect(findings[0]?.message).not.toBe('');
  });

  test('tells of what is mended, and of a newer Galley', () => {
    expect(checkArticleFile(`\uFEFF${file({})}`).findings).toMatchObject([
      { severity: 'warning', code: 'mended' },
    ]);
    expect(checkArticleFile(file({ version: VERSION + 1 })).findings).toMatchObject([
      { severity: 'warning', code: 'newer-version', path: 'version' },
    ]);
  });
});
