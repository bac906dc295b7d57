import { hasClass } from '../../html/classes.ts';
import { type MarkdownForm, asHtml } from '../../markdown/form.ts';

export const correctionMarkdown: MarkdownForm = {
  write: (element) => (hasClass(element, 'correction-note') ? asHtml(element) : undefined),
};
