import type { Element, ElementContent } from 'hast';
import { z } from 'zod';
import { isParagraph } from '../paragraph/paragraphs.ts';
import { element } from '../../html/element.ts';
import { inlineToHast } from '../../html/inline.ts';
import { newBlockId } from '../../ids.ts';
import { type Run, runsSchema } from '../../inline.ts';
import { idSchema } from '../../schema.ts';
import { blockSchema } from '../base.ts';
import type { Block } from '../blocks.ts';
import type { BlockBase, BlockSpec, ReadInside } from '../spec.ts';
import { listMarkdown } from './markdown.ts';
import { listWire } from './wire.ts';

export interface List extends BlockBase {
  type: 'list';
  kind: 'bulleted' | 'numbered';
  items: ListItem[];
}

/** One item: its text, then the lists nested in it. */
export interface ListItem {
  id: string;
  content: Run[];
  lists?: List[];
}

export const listSchema: z.ZodType<List> = z.lazy(() =>
  blockSchema('list', {
    kind: z.enum(['bulleted', 'numbered']),
    items: z.array(
      z.looseObject({
        id: idSchema.default(newBlockId),
        content: runsSchema,
        lists: z.exactOptional(z.array(listSchema)),
      }),
    ),
  }),
);

export const list: BlockSpec<List> = {
  type: 'list',
  name: 'List',
  schema: () => listSchema,
  counted: 'lists',
  inCell: true,
  holds: [
    { key: 'kind', is: 'value' },
    {
      key: 'items',
      is: 'parts',
      holds: [
        { key: 'content', is: 'runs' },
        { key: 'lists', is: 'blocks' },
      ],
    },
  ],
  toHast: (block) => listToHast(block),
  wire: listWire,
  markdown: listMarkdown,
  fromHast(from, read) {
    const kind = LIST_TAGS[from.tagName];
    if (kind === undefined) return undefined;
    return readItems(from, kind, read);
  },
};

const LIST_TAGS: Record<string, List['kind']> = {
  ul: 'bulleted',
  menu: 'bulleted',
  dir: 'bulleted',
  ol: 'numbered',
};

function listToHast(block: List): ElementContent[] {
  const items = block.items.flatMap((item) => {
    const content = inlineToHast(item.content);
    content.push(...(item.lists ?? []).flatMap(listToHast));
    return content.length === 0 ? [] : [element('li', {}, content)];
  });
  return items.length === 0 ? [] : [element(block.kind === 'numbered' ? 'ol' : 'ul', {}, items)];
}

/**
 * The items of a list. Paragraphs in one item are lines of it; text after a nested list is an item
 * of its own; a list that stands beside the items, as word processors write it, belongs to the one
 * before it. What an item cannot hold comes after the list, or between its halves where it has
 * words to be read in their place.
 */
function readItems(from: Element, kind: List['kind'], read: ReadInside): Block[] {
  const halves: Block[] = [];
  const after: Block[] = [];
  let items: ListItem[] = [];
  const add = (content: Run[]): ListItem => {
    const item: ListItem = { id: newBlockId(), content };
    items.push(item);
    return item;
  };
  const endHalf = () => {
    if (items.length > 0) halves.push({ type: 'list', id: newBlockId(), kind, items });
    items = [];
  };
  for (const child of from.children) {
    const isItem = child.type === 'element' && child.tagName === 'li';
    let item = isItem ? undefined : items.at(-1);
    for (const block of read.blocks(isItem ? child.children : [child])) {
      if (block.type === 'list') {
        item ??= add([]);
        item.lists = [...(item.lists ?? []), block];
      } else if (isParagraph(block) || block.type === 'heading') {
        const more = isItem && item?.lists === undefined ? item : undefined;
        if (more === undefined) item = add(block.content);
        else more.content = [...more.content, { break: true }, ...block.content];
      } else if (read.goesAfterList(block)) {
        after.push(block);
      } else if (read.hasWords(block)) {
        endHalf();
        halves.push(block);
        item = undefined;
      }
    }
  }
  endHalf();
  return [...halves, ...after];
}
