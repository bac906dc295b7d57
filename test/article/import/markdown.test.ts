import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Article } from '../../../article/article.ts';
import { linesOf } from '../../../article/blocks/holds.ts';
import { markdown } from '../../../article/formats/markdown.ts';
import { parseHouse } from '../../../article/house.ts';
import { readHtml } from '../../../article/import/html.ts';
import { readMarkdown } from '../../../article/import/markdown.ts';
import { readImport } from '../../../article/import/read.ts';
import { seenArticle } from '../shown.ts';
import { story } from '../story.ts';
import { render } from '../render.ts';

const house = parseHouse({ zone: 'Asia/Tokyo' });
const NOW = '2026-01-01T00:00:00Z';
const read = (text: string) => readMarkdown(text, house, NOW).article;
const lines = (article: Article) => linesOf(article.body);
const words = (article: Article) => lines(article).join(' ').split(/\s+/u);

const JEKYLL = `---
layout: post
title:  "The ferry is late: again"
date:   2021-12-25 11:01:00 +0900
categories: [politics, harbour]
tags: ferry, boats
author: Anna Lake
excerpt: It was late on Monday.
---
OSLO (AP) — The [ferry][1] was *late*, as [the port][port] said.

A setext heading
----------------

* One
    * Two, nested
        1. Three
* Four

Some <kbd>HTML</kbd> <span style="color:red">inside</span> a line,
and a second line.  
A hard break.[^note]

<div class="box"><p>A <b>box</b> of HTML.</p></div>

| Boat | Knots |
|------|------:|
| Ada  | 12    |

~~~ js
let a = 1 < 2;
~~~

![A boat](/images/boat.jpg "A title")
*The boat on Monday.*

> She was late.
> Then she came.

[1]: https://example.com/ferry "Ferry"
[port]: <https://example.com/port>

[^note]: A note at the foot.
`;

describe('Markdown of others', () => {
  const article = read(JEKYLL);

  it('fills the fields from its front matter, and keeps the rest for the desk', () => {
    expect(article).toMatchObject({
      headline: 'The ferry is late: again',
      standfirst: 'It was late on Monday.',
      section: 'politics, harbour',
      keywords: ['ferry', 'boats'],
      bylines: [{ name: 'Anna Lake', role: 'author' }],
      edNote: 'layout: post\nferry: Ferry',
    });
    expect(article.stamp?.instant).toBe('2021-12-25T11:01:00+09:00');
  });

  it('keeps every word of the text', () => {
    expect(article.body[0]).toMatchObject({ type: 'dateline', source: 'AP' });
    expect(article.body.map(({ type }) => type)).toEqual([
      'dateline',
      'paragraph',
      'heading',
      'list',
      'paragraph',
      'paragraph',
      'table',
      'paragraph',
      'image',
      'quote',
      'divider',
      'list',
    ]);
    const text = words(article).join(' ');
    for (const piece of [
      'The ferry was late, as the port said.',
      'A setext heading',
      'One Two, nested Three Four',
      'Some HTML inside a line, and a second line. A hard break.1',
      'A box of HTML.',
      'Boat Knots Ada 12',
      'let a = 1 < 2;',
      'The boat on Monday.',
      'She was late. Then she came.',
      'A note at the foot.',
    ]) {
      expect(text).toContain(piece);
    }
    const lead = article.body[1];
    expect(lead?.type === 'paragraph' && lead.content[1]).toEqual({
      text: 'ferry',
      marks: [{ type: 'link', href: 'https://example.com/ferry' }],
    });
  });

  it('has the front matter of Hugo in TOML too', () => {
    const toml =
      '+++\ntitle = "Late"\ndate = 2021-12-25T11:01:00+09:00\ntags = ["a", "b"]\n+++\nText.';
    expect(read(toml)).toMatchObject({ headline: 'Late', keywords: ['a', 'b'] });
  });

  it('takes its first heading as the headline where nothing else is', () => {
    const { headline, body } = read('# The *ferry*\n\nText.\n\n# Another\n');
    expect([headline, body.map(({ type }) => type)]).toEqual([
      'The ferry',
      ['paragraph', 'heading'],
    ]);
  });

  it('that is broken in its front matter is all text', () => {
    expect(lines(read('---\ntitle: [a\n---\n\nText.')).join(' ')).toContain('title: [a');
    expect(lines(read('---\n\nText.')).join(' ')).toBe('Text.');
  });
});

/** What is in the text, what in the note to the desk, and how many notices there are. */
const beside = (text: string) => {
  const { article, notices } = readMarkdown(text, house, NOW);
  return { text: lines(article), note: article.edNote, told: notices.length };
};

describe('words of Markdown that stand in no paragraph', () => {
  it('are the caption of a picture, where they are its title', () => {
    const [image] = read('![A boat](https://e.com/b.jpg "The boat on Monday")').body;
    expect(image).toMatchObject({ alt: 'A boat', caption: [{ text: 'The boat on Monday' }] });
    expect(beside('![A](a.jpg "Title")\n*Below.*').text.join(' ')).toMatch(/Title\s+Below\./u);
    expect(beside('![A](a.jpg "Same.")\n*Same.*').text).toEqual(['Same.']);
    expect(beside('In ![A](a.jpg "Title") line.').text).toEqual(['In line.', 'Title']);
    const back = render(
      markdown,
      { ...story(), body: image === undefined ? [] : [image] },
      { house },
    );
    expect(seenArticle(read(back.text)).body).toEqual(
      seenArticle({ ...story(), body: [image!] }).body,
    );
  });

  it('are the boxes of tasks, as signs that come back', () => {
    const article = read('- [x] Called the port\n- [ ] Called the crew\n- Nothing');
    const tasks = ['☑ Called the port', '☐ Called the crew', 'Nothing'];
    expect(lines(article)).toEqual(tasks);
    expect(lines(read(render(markdown, article, { house }).text))).toEqual(tasks);
  });

  it('are cells beyond the header of a table', () => {
    expect(beside('| A | B |\n|:--|--:|\n| 1 | 2 | 3 |\n| x |').text.join(' ').trim()).toMatch(
      /^A B\s+1 2 3 x$/u,
    );
  });

  it('go to the note to the desk, with a notice', () => {
    for (const [text, note] of [
      ['One <!-- ask Ben --> two.\n\n<!-- and\nAnna -->', 'ask Ben\nand Anna'],
      ['One [two](https://e.com "the port’s page").', 'two: the port’s page'],
      ['One [two][a].\n\n[a]: https://e.com "the port"', 'two: the port'],
      ['One two.\n\n[//]: # (not checked)', 'not checked'],
      ['One two.\n\n[a]: https://e.com "the port"', '[a]: https://e.com the port'],
      ['One [two](other.md).', 'two: other.md'],
      ['One <abbr title="Bank of Japan">two</abbr>.', 'two: Bank of Japan'],
      ['<div hidden>Old lead.</div>\n\nOne two.<script>x()</script>', 'Old lead.\n<script>'],
    ] as const) {
      expect(beside(text)).toMatchObject({ note, told: 1 });
      expect(beside(text).text.join(' ')).toMatch(/^One two\.?$/u);
    }
    expect(read('---\nlayout: post\n---\n<!-- ask Ben -->').edNote).toBe('layout: post\nask Ben');
  });

  it('are notes at the foot, also those of a quotation and those that nobody names', () => {
    const { text } = beside('> One.[^a]\n>\n> [^a]: A note.\n\n[^b]: Another.\n');
    expect(text.join(' ').trim()).toBe('One.1 A note. Another.');
  });

  it('are no more than those of the story in what Galley wrote', () => {
    const { notices, article } = readMarkdown(
      render(markdown, story(), { house }).text,
      house,
      NOW,
    );
    expect([notices, article.edNote]).toEqual([[], '']);
  });
});

describe('a Markdown file', () => {
  const { text } = render(markdown, story(), { house });

  it('is known by its name, or by its front matter', () => {
    for (const name of ['story.md', 'STORY.MARKDOWN', '']) {
      const { article } = readImport({ name, text }, house, NOW);
      expect(seenArticle(article)).toEqual(seenArticle(story()));
    }
    const loose = readImport({ name: 'a.md', text: '*One*' }, house, NOW).article;
    expect(loose.body[0]).toMatchObject({
      content: [{ text: 'One', marks: [{ type: 'italic' }] }],
    });
  });

  it('holds nothing that is not published', () => {
    const secret = { ...story(), edNote: 'SECRET', slugline: 'SECRET' };
    expect(render(markdown, secret, { house }).text).not.toContain('SECRET');
  });

  it('reads well: fields, the dateline as printed, sidebars as asides', () => {
    expect(text).toMatch(/^---\ntitle: /u);
    expect(text).toContain('\n---\n\nTOKYO (Jiji Press) — Some ');
    expect(text).toMatch(/\n<aside class="sidebar ranking rail">\n\n## [^\n]+\n\n1\. /u);
  });
});

const own = new URL('../../fixtures/pages/', import.meta.url);
const shared = new URL('../../../../shared/pages/', import.meta.url);

for (const [which, folder] of [
  ['pages through Markdown', own],
  ['real pages through Markdown (../shared/pages; skipped where it is not there)', shared],
] as const) {
  const index = new URL('index.json', folder);
  const pages = existsSync(index)
    ? (JSON.parse(readFileSync(index, 'utf8')) as { pages: { file: string }[] }).pages
    : [];
  describe.skipIf(folder === shared && pages.length === 0)(which, () => {
    it.each(pages.map(({ file }) => file))('%s keeps every word in order', (file) => {
      const { article } = readHtml(readFileSync(new URL(file, folder), 'utf8'), house, NOW);
      const back = read(render(markdown, article, { house }).text);
      expect(words(back)).toEqual(words(article));
      expect(carried(back)).toEqual(carried(article));
    });
  });
}

/** Of what a reader sees, what Markdown carries: not how large a picture is. */
function carried(article: Article): unknown {
  return JSON.parse(
    JSON.stringify(seenArticle(article), (key, value: unknown) =>
      ['width', 'height', 'decorative'].includes(key) ? undefined : value,
    ),
  );
}

describe('an address in front matter', () => {
  it.each(['javascript:alert(1)', 'data:text/html,x', '/ferry', 'https://', '"https://a b/"'])(
    'that is no web address (%s) is in the note to the desk and nowhere else',
    (address) => {
      const text = `---\ntitle: Ferry\ncanonical: ${address}\n---\nIt was late.\n`;
      const { article, notices } = readMarkdown(text, house, NOW);
      expect(article.canonicalUrl).toBeUndefined();
      expect(article.edNote).toContain(address.replaceAll('"', ''));
      expect(notices.join()).toContain('note to the desk');
    },
  );

  it('goes out only as one that may be published', () => {
    const address = 'javascript:alert(1)';
    const bylines = [{ name: 'Ada Prøve', role: 'author' as const, url: address }];
    const { text } = render(markdown, { ...story(), canonicalUrl: address, bylines }, { house });
    expect(text).toContain('Ada Prøve');
    expect(text).not.toContain('javascript:');
  });
});
