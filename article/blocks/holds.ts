import { type Run, plainText } from '../inline.ts';
import type { CountedPart } from '../counted-parts.ts';
import type { Block } from './blocks.ts';
import { knownSpec, specOf } from './specs.ts';

/**
 * Says what one key of a block, or of a part of a block, contains, so that code can walk through any
 * block without knowing its type. The `Hold`s of a block are listed in the order of reading.
 * What they do not name is the desk's own and never publishes.
 * - `text`: text without marks that readers see
 * - `runs`: inline content
 * - `blocks`: a row of blocks
 * - `parts`: a row of parts, each with an id of its own and no type: items, rows, cells, pictures
 * - `value`: no words, such as a level or an address; of a row of objects, the keys that publish. One
 *   that is `written` is text that does not count as words of the story
 *
 * A text or runs with a `part` are counted with that part of the story, not with what is around them.
 */
export type Hold =
  | { key: string; is: 'text'; part?: CountedPart }
  | { key: string; is: 'runs'; part?: CountedPart }
  | { key: string; is: 'blocks' }
  | { key: string; is: 'value'; of?: readonly string[]; written?: true }
  | { key: string; is: 'parts'; holds: readonly Hold[] };

/** A block, or a part of one. */
export interface Holder {
  id: string;
}

/** How `mapHeld` changes what a block contains; what has no function here stays as it is. */
export interface Mapping {
  runs?(runs: readonly Run[], path: string, holder: Holder): Run[];
  /** Changes text without marks, also that which is `written` and does not count. */
  text?(text: string, path: string, holder: Holder): string;
  /** Changes the blocks inside; it has to descend into them itself. */
  blocks?(blocks: readonly Block[], path: string): Block[];
  /** Called before what the part holds is mapped. */
  part?<P extends Holder>(part: P, path: string): P;
  /** Keep what publishes alone: the id, the type, and what a hold names. */
  publishing?: true;
}

/** What each key of a block contains; an empty list for a block of unknown type. */
export function holdsOf(block: Block): readonly Hold[] {
  return knownSpec(block)?.holds ?? [];
}

/** A block or part with everything inside it changed; the same object where nothing changed. */
export function mapHeld<H extends Holder>(
  holder: H,
  holds: readonly Hold[],
  mapping: Mapping,
  path = '',
): H {
  let mapped: Record<string, unknown> | undefined;
  if (mapping.publishing) {
    for (const key in holder) {
      if (key === 'id' || key === 'type' || holds.some((hold) => hold.key === key)) continue;
      delete (mapped ??= asRecord({ ...holder }))[key];
    }
  }
  for (const hold of holds) {
    const held = asRecord(holder)[hold.key];
    if (held === undefined) continue;
    const at = path === '' ? hold.key : `${path}.${hold.key}`;
    const value = mapValue(held, hold, mapping, at, holder);
    if (value !== held) (mapped ??= asRecord({ ...holder }))[hold.key] = value;
  }
  return (mapped ?? holder) as H;
}

function asRecord(holder: Holder): Record<string, unknown> {
  return holder as unknown as Record<string, unknown>;
}

function mapValue(
  held: unknown,
  hold: Hold,
  mapping: Mapping,
  at: string,
  holder: Holder,
): unknown {
  switch (hold.is) {
    case 'runs':
      return mapping.runs?.(held as Run[], at, holder) ?? held;
    case 'text':
      return mapping.text?.(held as string, at, holder) ?? held;
    case 'blocks':
      return mapping.blocks?.(held as Block[], at) ?? held;
    case 'parts': {
      const parts = held as Holder[];
      const mapped = parts.map((part, index) => {
        const place = `${at}[${index}]`;
        return mapHeld(mapping.part?.(part, place) ?? part, hold.holds, mapping, place);
      });
      return mapped.every((part, index) => part === parts[index]) ? held : mapped;
    }
    case 'value':
      if (hold.written) return mapping.text?.(held as string, at, holder) ?? held;
      return mapping.publishing && hold.of !== undefined ? keysOf(held, hold.of) : held;
    default:
      return held;
  }
}

/** A row of objects with these keys alone. */
function keysOf(row: unknown, keys: readonly string[]): unknown {
  return (row as object[]).map((item) =>
    Object.fromEntries(Object.entries(item).filter(([key]) => keys.includes(key))),
  );
}

/** The ids of blocks and of every block and part in them, in the order of the text. */
export function idsOf(blocks: readonly Block[]): string[] {
  const ids: string[] = [];
  const collect = (row: readonly Block[]): Block[] =>
    row.map((block) => {
      ids.push(block.id);
      return mapHeld(block, holdsOf(block), {
        blocks: collect,
        part: (part) => {
          ids.push(part.id);
          return part;
        },
      });
    });
  collect(blocks);
  return ids;
}

/** The words of blocks as they are read, a line for each stretch of text that belongs together. */
export function linesOf(blocks: readonly Block[]): string[] {
  const lines: string[] = [];
  eachText(blocks, 'story', (text, _, { is }) => {
    const line = is === 'text' ? text.trim() : text;
    if (!line.includes('\n')) {
      if (line !== '') lines.push(line);
    } else lines.push(...line.split('\n').filter((one) => one !== ''));
  });
  return lines;
}

/** Hears a stretch of text, the part of the story that it is counted with, and how it is held. */
type HearText = (text: string, part: CountedPart, hold: Hold) => void;

/** Goes through the words of blocks in the order in which they are read. */
export function eachText(blocks: readonly Block[], part: CountedPart, hear: HearText): void {
  for (const block of blocks) {
    if (block.type === 'unknown') continue;
    const spec = specOf(block);
    eachTextIn(block, spec.holds, spec.part ?? part, hear);
  }
}

function eachTextIn(
  holder: Holder,
  holds: readonly Hold[],
  part: CountedPart,
  hear: HearText,
): void {
  for (const hold of holds) {
    const held = asRecord(holder)[hold.key];
    if (held === undefined) continue;
    const counted = ('part' in hold ? hold.part : undefined) ?? part;
    if (hold.is === 'text') hear(held as string, counted, hold);
    else if (hold.is === 'runs') hear(plainText(held as Run[]), counted, hold);
    else if (hold.is === 'blocks') eachText(held as Block[], counted, hear);
    else if (hold.is === 'parts') {
      for (const one of held as Holder[]) eachTextIn(one, hold.holds, counted, hear);
    }
  }
}
