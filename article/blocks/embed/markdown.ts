import type { Element } from 'hast';
import type { PhrasingContent, RootContent } from 'mdast';
import { hasClass, textOf } from '../../html/classes.ts';
import { element } from '../../html/element.ts';
import { byClass, find, shownText } from '../../html/find.ts';
import { collapseText } from '../../html/white-space.ts';
import type { MarkdownForm } from '../../markdown/form.ts';
import { withoutScheme } from '../picture.ts';

/** `[Title](https://… "Embed: YouTube")` on a line of its own. */
export const embedMarkdown: MarkdownForm = {
  write: (node) =>
    node.tagName === 'div' && hasClass(node, 'embed') ? embedCard(node) : undefined,
  read: (node) => (node.tagName === 'p' ? embedOf(node) : undefined),
};

function embedCard(card: Element): RootContent[] {
  const link = find(card, ({ tagName }) => tagName === 'a');
  const url = link?.properties.href;
  if (link === undefined || typeof url !== 'string') return [];
  const provider = shownText(byClass(card, 'provider'));
  const title = provider === '' ? 'Embed' : `Embed: ${provider}`;
  const children: [PhrasingContent] = [{ type: 'text', value: shownText(link) }];
  return [{ type: 'paragraph', children: [{ type: 'link', url, title, children }] }];
}

function embedOf(paragraph: Element): Element | undefined {
  const [link, ...others] = paragraph.children.filter(
    (child) => child.type !== 'text' || child.value.trim() !== '',
  );
  if (link?.type !== 'element' || link.tagName !== 'a' || others.length > 0) return undefined;
  const { href, title } = link.properties;
  const [, provider = ''] = /^Embed(?:: ?(.*))?$/u.exec(String(title)) ?? [];
  if (typeof href !== 'string' || !/^Embed(?::|$)/u.test(String(title))) return undefined;
  const unnamed = collapseText(textOf(link)) === collapseText(withoutScheme(href));
  const name = element('a', unnamed ? { className: ['unnamed'], href } : { href }, link.children);
  return element('div', { className: ['embed'] }, [
    element('p', { className: ['provider'] }, provider),
    element('p', { className: ['title'] }, [name]),
  ]);
}
