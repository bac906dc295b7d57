import type { Block } from './blocks/blocks.ts';
import { type Mapping, holdsOf, mapHeld } from './blocks/holds.ts';
import { newBlockId } from './ids.ts';

/** The same blocks with every id once: the first holder keeps it, later ones get a new one. */
export function uniqueIds(blocks: readonly Block[], seen = new Set<string>()): Block[] {
  const mapping: Mapping = {
    blocks: (inner) => uniqueIds(inner, seen),
    part: (part) => claim(part, seen),
  };
  return blocks.map((block) => mapHeld(claim(block, seen), holdsOf(block), mapping));
}

function claim<T extends { id: string }>(holder: T, seen: Set<string>): T {
  const id = seen.has(holder.id) ? newBlockId() : holder.id;
  seen.add(id);
  return id === holder.id ? holder : { ...holder, id };
}
