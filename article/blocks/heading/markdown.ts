import { type MarkdownForm, breaksAsHtml } from '../../markdown/form.ts';

/** A heading of Markdown, which is one line. */
export const headingMarkdown: MarkdownForm = {
  write(element, { phrasing }) {
    const depth = Number(/^h([2-4])$/u.exec(element.tagName)?.[1]) as 2 | 3 | 4;
    if (Number.isNaN(depth)) return undefined;
    return [{ type: 'heading', depth, children: phrasing(breaksAsHtml(element)) }];
  },
};
