import type { Element, ElementContent } from 'hast';
import { SIDEBAR_KINDS, type SidebarKind } from '../../kinds.ts';
import { hasClass } from '../../html/classes.ts';
import { isListElement, shownText } from '../../html/find.ts';
import { hasInk } from '../../html/white-space.ts';
import type { MakeBlocks, WireForm, WireWriter } from '../../wire/form.ts';
import { type Chunk, tidy } from '../../wire/lines.ts';
import { anyWord } from '../../wire/words.ts';
import { writeList } from '../list/wire.ts';
import { kindOfTitle, railSidebar } from './title.ts';

const BOX = new RegExp(
  `^\\[(?:${anyWord(...SIDEBAR_KINDS)})(?:\\s?(?::\\s|：)(?<title>.+))?\\]$`,
  'u',
);
const BOX_END = new RegExp(`^\\[(?:${anyWord('boxEnd')})\\]$`, 'u');

/**
 * A title directly above its list says what it is; any other sidebar is a box between two lines,
 * `[Facts: What is known]` and `[End of box]`.
 */
export const sidebarWire: WireForm = {
  write: (element, writer) => (element.tagName === 'aside' ? writeBox(element, writer) : undefined),
  /** One of the two lines. */
  linesAt(chunk, at, { inside }) {
    const { text } = chunk[at]!;
    return inside !== true && (BOX.test(text) || BOX_END.test(text)) ? 1 : 0;
  },
};

function writeBox(aside: Element, { page: { words }, said, block }: WireWriter): string {
  const blocks = aside.children.filter((child) => child.type === 'element');
  const head = blocks.find((one) => hasClass(one, 'sidebar-title'));
  const rest = blocks.filter((one) => one !== head);
  const title = shownText(head);
  const kind = SIDEBAR_KINDS.find((name) => hasClass(aside, name)) ?? 'factbox';
  const [list, more] = rest;
  const isUsual = list !== undefined && isListElement(list) && more === undefined;
  if (isUsual && !said && kindOfTitle(title) === kind) return `${title}\n${writeList(list)}`;
  const opening = hasInk(title) ? `[${words[kind]}: ${title}]` : `[${words[kind]}]`;
  return [opening, ...rest.map(block), `[${words.boxEnd}]`].filter(hasInk).join('\n\n');
}

/** True for a sidebar with a list that would be one with the list after it. */
export function joinsNext(node: ElementContent, next: ElementContent | undefined): boolean {
  const isSidebar = node.type === 'element' && node.tagName === 'aside';
  return isSidebar && isBulleted(node.children.at(-1)) && isBulleted(next);
}

function isBulleted(node: ElementContent | undefined): boolean {
  return node?.type === 'element' && node.tagName === 'ul';
}

/** A sidebar between two lines, and the number of the chunk behind it. */
export interface Box {
  make: MakeBlocks;
  end: number;
}

/** The sidebars between lines of their own, by the number of the chunk with which each begins. */
export function readBoxes(chunks: readonly Chunk[]): ReadonlyMap<number, Box> {
  const boxes = new Map<number, Box>();
  let open: { at: number; kind: SidebarKind; title: string } | undefined;
  for (const [at, chunk] of chunks.entries()) {
    const line = onlyLine(chunk);
    const { title = '', ...found } = BOX.exec(line)?.groups ?? {};
    const kind = SIDEBAR_KINDS.find((name) => found[name] !== undefined);
    // One that is not closed before the next begins is words.
    if (kind !== undefined) open = { at, kind, title: tidy(title) };
    else if (open !== undefined && BOX_END.test(line)) {
      const { at: start, ...box } = open;
      const inside = chunks.slice(start + 1, at);
      // Two lines with nothing between them are words.
      if (hasInk(box.title) || inside.length > 0)
        boxes.set(start, { make: makeBox(box, inside), end: at + 1 });
      open = undefined;
    }
  }
  return boxes;
}

function makeBox(
  { kind, title }: { kind: SidebarKind; title: string },
  chunks: readonly Chunk[],
): MakeBlocks {
  return ({ inside }) => [railSidebar(title, inside(chunks), kind)];
}

function onlyLine(chunk: Chunk | undefined): string {
  return chunk?.length === 1 ? (chunk[0]?.text ?? '') : '';
}
