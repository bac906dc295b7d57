import type { List, ListItem } from '../blocks/list/list.ts';
import { newBlockId } from '../ids.ts';
import type { ItemPart } from './wire-parts.ts';

interface Level {
  indent: number;
  list: List;
  /** Where the lists of this level stand: the body, or an item. */
  holder: List[];
}

/** Lists nest no deeper than this; what is further in stands on the last level. */
const DEEPEST = 8;

/** Builds lists, nested by indentation, of items that follow each other. */
export class ListBuilder {
  /** The lists that are finished or open, in their order. */
  readonly lists: List[] = [];
  private levels: Level[] = [];

  /** Adds an item; false for a number that neither continues a list nor starts one. */
  add(part: ItemPart): boolean {
    const { marker, indent } = part;
    const top = this.levels.at(-1);
    const nests = top !== undefined && indent > top.indent && this.levels.length < DEEPEST;
    const own = nests ? -1 : this.levels.findLastIndex((level) => level.indent <= indent);
    const at = nests ? this.levels.length : Math.max(own, 0);
    const list = this.levels[at]?.list;
    if (marker.kind === 'bulleted') {
      if (list?.kind === 'bulleted') this.append(at, part);
      else this.start(at, part);
      return true;
    }
    if (list !== undefined && continues(list, part)) {
      this.append(at, part);
      return true;
    }
    if (marker.number === 1) {
      this.start(at, part);
      return true;
    }
    const elsewhere = this.levels.findLastIndex((level) => continues(level.list, part));
    if (elsewhere === -1) return false;
    this.append(elsewhere, part);
    return true;
  }

  private append(at: number, part: ItemPart): void {
    const level = this.levels[at];
    if (level === undefined) throw new Error(`no list is open at level ${at}`);
    // An item further out than the first one moves the edge of its list.
    level.indent = Math.min(level.indent, part.indent);
    level.list.items.push(toItem(part));
    this.levels.length = at + 1;
  }

  private start(at: number, part: ItemPart): void {
    const outer = this.levels[at - 1]?.list.items.at(-1);
    const holder = this.levels[at]?.holder ?? (outer === undefined ? this.lists : listsOf(outer));
    const list: List = {
      type: 'list',
      id: newBlockId(),
      kind: part.marker.kind,
      items: [toItem(part)],
    };
    holder.push(list);
    this.levels.length = at;
    this.levels.push({ indent: part.indent, list, holder });
  }
}

function continues(list: List, { marker }: ItemPart): boolean {
  return list.kind === 'numbered' && marker.number === list.items.length + 1;
}

function listsOf(item: ListItem): List[] {
  item.lists ??= [];
  return item.lists;
}

function toItem({ text }: ItemPart): ListItem {
  return { id: newBlockId(), content: [{ text }] };
}
