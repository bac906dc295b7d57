import { type Article, createArticle } from './article.ts';
import type { Block } from './blocks/blocks.ts';
import type { Dateline, Place } from './blocks/dateline.ts';
import type { Divider } from './blocks/divider.ts';
import type { Heading } from './blocks/heading.ts';
import type { List, ListItem } from './blocks/list.ts';
import type { Paragraph } from './blocks/paragraph.ts';
import type { Sidebar } from './blocks/sidebar.ts';
import { newBlockId } from './ids.ts';
import { type Run, joinRuns } from './inline.ts';

/** Inline content, or plain text. */
export type Inline = string | readonly Run[];

/** Plain text or runs as canonical runs. */
export function runs(content: Inline): Run[] {
  return joinRuns(typeof content === 'string' ? [{ text: content }] : content);
}

/** A draft of the given blocks, made at a fixed time. */
export function article(...body: Block[]): Article {
  return createArticle('2026-01-01T00:00:00Z', { body });
}

/** A paragraph. */
export function p(content: Inline = ''): Paragraph {
  return { type: 'paragraph', id: newBlockId(), content: runs(content) };
}

/** A crosshead. */
export function heading(content: Inline, level: Heading['level'] = 2): Heading {
  return { type: 'heading', id: newBlockId(), level, content: runs(content) };
}

/** A list item with the lists nested in it. */
export function li(content: Inline = '', ...lists: List[]): ListItem {
  const item: ListItem = { id: newBlockId(), content: runs(content) };
  return lists.length === 0 ? item : { ...item, lists };
}

/** A list. */
export function list(kind: List['kind'], ...items: (ListItem | string)[]): List {
  return {
    type: 'list',
    id: newBlockId(),
    kind,
    items: items.map((item) => (typeof item === 'string' ? li(item) : item)),
  };
}

/** A divider. */
export function divider(): Divider {
  return { type: 'divider', id: newBlockId() };
}

/** A sidebar in the rail or, with other `options`, elsewhere. */
export function sidebar(
  title: string,
  body: readonly Block[],
  options: Partial<Pick<Sidebar, 'kind' | 'placement'>> = {},
): Sidebar {
  return {
    type: 'sidebar',
    id: newBlockId(),
    title,
    kind: options.kind ?? 'links',
    placement: options.placement ?? 'rail',
    body: [...body],
  };
}

/** The same place in every builder: a name, or a name with its region or country. */
export function place(name: string, rest: Omit<Place, 'name'> = {}): Place {
  return { name, ...rest };
}

/** A dateline block of parts that are already printed. */
export function datelineBlock(parts: Omit<Dateline, 'type' | 'id'>): Dateline {
  return { type: 'dateline', id: newBlockId(), ...parts };
}
