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
      edNote: 'layout: post',
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

describe('a Markdown file', () => {
  const { text } = markdown.render(story(), { house });

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
    expect(markdown.render(secret, { house }).text).not.toContain('SECRET');
  });

  it('reads well: fields, the dateline as printed, sidebars as asides', () => {
    expect(text).toMatch(/^---\ntitle: /u);
    expect(text).toContain('\n---\n\nTOKYO (Jiji Press) — Some ');
    expect(text).toMatch(/\n<aside class="sidebar ranking rail">\n\n## [^\n]+\n\n1\. /u);
  });
});

const folder = new URL('../../../../shared/pages/', import.meta.url);
const index = new URL('index.json', folder);
const pages = existsSync(index)
  ? (JSON.parse(readFileSync(index, 'utf8')) as { pages: { file: string }[] }).pages
  : [];

describe.skipIf(pages.length === 0)('real pages through Markdown', () => {
  it.each(pages.map(({ file }) => file))('%s keeps every word in order', (file) => {
    const { article } = readHtml(readFileSync(new URL(file, folder), 'utf8'), house, NOW);
    const back = read(markdown.render(article, { house }).text);
    expect(words(back)).toEqual(words(article));
    expect(carried(back)).toEqual(carried(article));
  });
});

/** Of what a reader sees, what Markdown carries: not how large a picture is. */
function carried(article: Article): unknown {
  return JSON.parse(
    JSON.stringify(seenArticle(article), (key, value: unknown) =>
      ['width', 'height', 'decorative'].includes(key) ? undefined : value,
    ),
  );
}
