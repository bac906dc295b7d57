import type { Block } from './blocks/blocks.ts';
import type { List } from './blocks/list.ts';
import { newBlockId } from './ids.ts';

/** The same blocks with every id once: the first holder keeps it, later ones get a new one. */
export function uniqueIds(blocks: readonly Block[], seen = new Set<string>()): Block[] {
  return blocks.map((block) => uniqueBlock(block, seen));
}

function uniqueBlock(block: Block, seen: Set<string>): Block {
  const claimed = claim(block, seen);
  if (claimed.type === 'list') return uniqueList(claimed, seen);
  if (claimed.type === 'sidebar') return { ...claimed, body: uniqueIds(claimed.body, seen) };
  return claimed;
}

function uniqueList(list: List, seen: Set<string>): List {
  return {
    ...list,
    items: list.items.map((item) => {
      const claimed = claim(item, seen);
      return claimed.lists === undefined
        ? claimed
        : {
            ...claimed,
            lists: claimed.lists.map((nested) => uniqueList(claim(nested, seen), seen)),
          };
    }),
  };
}

function claim<T extends { id: string }>(holder: T, seen: Set<string>): T {
  const id = seen.has(holder.id) ? newBlockId() : holder.id;
  seen.add(id);
  return id === holder.id ? holder : { ...holder, id };
}
