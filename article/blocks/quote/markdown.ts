import type { BlockContent, RootContent } from 'mdast';
import { hasClass } from '../../html/classes.ts';
import { childOf, shownText } from '../../html/find.ts';
import { type MarkdownForm, html } from '../../markdown/form.ts';

/** Lines after a `>`, at their end `<cite>— Name</cite>`. */
export const quoteMarkdown: MarkdownForm = {
  write(element, { flow }) {
    if (element.tagName !== 'figure' || !hasClass(element, 'quote')) return undefined;
    const caption = childOf(element, 'figcaption');
    const inside = flow(
      element,
      element.children.filter((child) => child !== caption),
    );
    return quotation(inside, shownText(caption));
  },
};

function quotation(inside: BlockContent[], attribution: string): RootContent[] {
  const [quote] = inside;
  const said = quote?.type === 'blockquote' ? quote.children : [];
  if (attribution === '') return [{ type: 'blockquote', children: said }];
  const by: BlockContent = {
    type: 'paragraph',
    children: [
      html('<cite>'),
      { type: 'text', value: /^\S/u.test(attribution) ? `— ${attribution}` : attribution },
      html('</cite>'),
    ],
  };
  return [{ type: 'blockquote', children: [...said, by] }];
}
