import type { Element } from 'hast';
import { classesOf, hasClass } from '../../html/classes.ts';
import { type MarkdownForm, html } from '../../markdown/form.ts';

/** `<aside class="sidebar ranking rail">`, its title as `## Title`, what it holds, `</aside>` */
export const sidebarMarkdown: MarkdownForm = {
  write(element, { flow }) {
    if (element.tagName !== 'aside') return undefined;
    const title = element.children.find((child) => hasClass(child, 'sidebar-title'));
    const classes = [...classesOf(element), ...(title === undefined ? ['untitled'] : [])];
    return [html(`<aside class="${classes.join(' ')}">`), ...flow(element), html('</aside>')];
  },
  read: (element) => (element.tagName === 'aside' ? titledSidebar(element) : undefined),
};

function titledSidebar(aside: Element): Element {
  if (!hasClass(aside, 'sidebar') || hasClass(aside, 'untitled')) return aside;
  const title = aside.children.find((child) => child.type === 'element');
  if (title?.type !== 'element' || title.tagName !== 'h2') return aside;
  const titled = { ...title, properties: { className: ['sidebar-title'] } };
  return {
    ...aside,
    children: aside.children.map((child) => (child === title ? titled : child)),
  };
}
