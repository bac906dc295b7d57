import type { Element, ElementContent } from 'hast';
import type { RootContent } from 'mdast';
import { hasClass, textOf } from '../../html/classes.ts';
import { element } from '../../html/element.ts';
import { byClass, find, shownText } from '../../html/find.ts';
import { MARKDOWN_TITLE as TITLE } from '../../html/read-picture.ts';
import { collapseText } from '../../html/white-space.ts';
import { type MarkdownForm, type MarkdownWriter, asHtml } from '../../markdown/form.ts';

/** `![alt](media/…)`, and on the lines below what is said of the picture. */
export const imageMarkdown: MarkdownForm = {
  write: (node, writer) =>
    node.tagName === 'figure' && hasClass(node, 'image') ? pictureLines(node, writer) : undefined,
  read: (node) => (node.tagName === 'p' ? pictureOf(node) : undefined),
};

function pictureLines(figure: Element, { phrasing }: MarkdownWriter): RootContent[] {
  const caption = find(figure, ({ tagName }) => tagName === 'figcaption');
  const img = find(figure, ({ tagName }) => tagName === 'img') ?? elsewhere(figure);
  const leadsTo = find(
    { ...figure, children: figure.children.filter((child) => child !== caption) },
    (one) => one.tagName === 'a' && (hasClass(one, 'leads-to') || find(one, isImg) !== undefined),
  );
  // Of a picture that is nowhere, only what is said of it goes out.
  if (img === undefined) return asHtml(figure);
  const href = leadsTo?.properties.href;
  const lines: ElementContent[][] = [
    [typeof href === 'string' ? element('a', { href }, [img]) : img],
  ];
  const words = byClass(caption, 'caption')?.children ?? [];
  if (words.length > 0) lines.push(words);
  const credits = ['credit', 'copyright'].flatMap((name) => byClass(caption, name) ?? []);
  const small = [...new Set(credits)].flatMap((one, index): ElementContent[] => [
    ...(index === 0 ? [] : [{ type: 'text' as const, value: ' ' }]),
    { ...one, tagName: 'small' },
  ]);
  if (small.length > 0) lines.push(small);
  const children = lines.flatMap((line, index) => (index === 0 ? line : [element('br'), ...line]));
  return [{ type: 'paragraph', children: phrasing(element('p', {}, children)) }];
}

/** A picture that is not in the story is a link on a page; in Markdown it is a picture. */
function elsewhere(figure: Element): Element | undefined {
  const link = find(
    { ...figure, children: figure.children.filter((child) => !isCaption(child)) },
    (one) => one.tagName === 'a' && !hasClass(one, 'leads-to'),
  );
  if (link === undefined) return undefined;
  const alt = hasClass(link, 'unnamed') ? '' : shownText(link);
  return element('img', { src: link.properties.href, alt });
}

function isCaption(node: ElementContent): boolean {
  return node.type === 'element' && node.tagName === 'figcaption';
}

/** A paragraph that begins with a picture on a line of its own: below it is what is said of it. */
function pictureOf(paragraph: Element): Element | undefined {
  const nodes = paragraph.children.filter((child, index) => index > 0 || hasWords(child));
  const [shown, next] = nodes;
  if (shown?.type !== 'element') return undefined;
  const inLink = shown.tagName === 'a' && shown.children.length === 1;
  const img = inLink ? shown.children[0] : shown;
  if (img?.type !== 'element' || img.tagName !== 'img') return undefined;
  const isEnd = next === undefined;
  const isBreak = next?.type === 'element' && next.tagName === 'br';
  const isNewLine = next?.type === 'text' && /^\s*\n/u.test(next.value);
  if (!isEnd && !isBreak && !isNewLine) return undefined;
  const below = nodes.slice(isBreak ? 2 : 1);
  // More pictures make no caption.
  if (below.some((node) => node.type === 'element' && find(wrap(node), isImg) !== undefined)) {
    return undefined;
  }
  const credits = below.filter(isSmall);
  const first = below.findIndex(isSmall);
  let words = first === -1 ? below : below.slice(0, first);
  if (first > 0) words = withoutLastBreak(words);
  const title = img.properties[TITLE];
  if (typeof title === 'string' && !isSame(title, words)) {
    words = [{ type: 'text', value: title }, element('br'), ...words];
  }
  const caption = [element('span', { className: ['caption'] }, words), ...credits];
  const figcaption = below.length === 0 ? [] : [element('figcaption', {}, caption)];
  return element('figure', { className: ['image'] }, [shown, ...figcaption]);
}

function isSame(title: string, words: readonly ElementContent[]): boolean {
  return collapseText(title) === collapseText(words.map(textOf).join(''));
}

function isSmall(node: ElementContent): boolean {
  return (
    node.type === 'element' &&
    node.tagName === 'small' &&
    (hasClass(node, 'credit') || hasClass(node, 'copyright'))
  );
}

function wrap(node: Element): Element {
  return element('div', {}, [node]);
}

function isImg({ tagName }: Element): boolean {
  return tagName === 'img';
}

function hasWords(node: ElementContent): boolean {
  return node.type !== 'text' || node.value.trim() !== '';
}

function withoutLastBreak(nodes: readonly ElementContent[]): ElementContent[] {
  const at = nodes.findLastIndex((node) => node.type === 'element' && node.tagName === 'br');
  return at === -1 || nodes.slice(at + 1).some(hasWords) ? [...nodes] : nodes.slice(0, at);
}
