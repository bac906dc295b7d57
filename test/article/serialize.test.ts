import * as fc from 'fast-check';
import type { Element } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { expect, test } from 'vitest';
import { articleToHast } from '../../article/html/article-element.ts';
import { element } from '../../article/html/element.ts';
import { pageSetting } from '../../article/html/page-setting.ts';
import { serializeElement } from '../../article/html/serialize.ts';
import { publish } from '../../article/publish.ts';
import { arbitraryArticle } from './arbitrary.ts';
import { richStory, story } from './story.ts';

/** What the serializer for every tree writes. */
const asEveryoneWrites = (tree: Element) =>
  toHtml(tree, { characterReferences: { useNamedReferences: true } });

test('stories of every kind are written as others write HTML', () => {
  for (const article of [
    story(),
    richStory(),
    ...fc.sample(arbitraryArticle(), { numRuns: 300, seed: 11 }),
  ]) {
    const { published } = publish(article, { dropUnknown: true });
    const tree = articleToHast(published, pageSetting(published.language));
    expect(serializeElement(tree)).toBe(asEveryoneWrites(tree));
  }
});

test('so is the head of a page, and every character that means something', () => {
  const odd = `<b> & "quoted" 'so' \`and\` \u00A0 > 東京 🙂 \0`;
  const tree = element('head', { lang: 'en', dir: undefined, hidden: false, id: odd }, [
    element('meta', { charSet: 'utf-8' }),
    element('meta', { property: 'og:title', content: odd }),
    element('link', { rel: ['canonical', 'me'], href: `https://example.com/?a=1&b="2"` }),
    element('title', {}, odd),
    element('script', { type: 'application/ld+json' }, '{"a":"<b> & c"}'),
    element('style', {}, 'p > a::before { content: "&" }'),
    element('time', { dateTime: '2021-12-25', ariaLabelledBy: ['a', 'b'], tabIndex: 0 }, odd),
  ]);
  expect(serializeElement(tree)).toBe(asEveryoneWrites(tree));
  expect(serializeElement(tree)).toContain('<title>&lt;b> &amp; "quoted"');
});
