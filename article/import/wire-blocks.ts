import type { Block } from '../blocks/blocks.ts';
import type { Paragraph } from '../blocks/paragraph.ts';
import type { Sidebar } from '../blocks/sidebar.ts';
import { newBlockId } from '../ids.ts';
import { ListBuilder } from './list-builder.ts';
import { isTitle } from './wire-head.ts';
import type { ParagraphPart, WirePart } from './wire-parts.ts';

/** The body of the story: paragraphs, lists, dividers, and each title above a list with it. */
export function buildBlocks(parts: readonly WirePart[]): Block[] {
  const blocks: Block[] = [];
  let lists = new ListBuilder();
  let title: string | undefined;
  const closeLists = () => {
    for (const [index, list] of lists.lists.entries()) {
      blocks.push(index === 0 && title !== undefined ? sidebar(title, [list]) : list);
    }
    lists = new ListBuilder();
    title = undefined;
  };
  for (const [index, part] of parts.entries()) {
    if (part.type === 'item') {
      if (lists.add(part)) continue;
      closeLists();
      blocks.push(...part.asParagraphs.map(paragraph));
      continue;
    }
    closeLists();
    if (part.type === 'divider') blocks.push({ type: 'divider', id: newBlockId() });
    else if (isSidebarTitle(part, parts[index + 1])) title = part.text;
    else blocks.push(paragraph(part.text));
  }
  closeLists();
  return blocks;
}

const LONGEST_TITLE = 80;
/** A colon announces a list in the text, unless the words before it are those of a rail. */
const RAIL_TITLE = /^(?:also|more|most|read|recommended|related|see also|top)\b.{0,30}:$/iu;

/** A title stands directly before a list: no blank line between them. */
function isSidebarTitle(part: ParagraphPart, next: WirePart | undefined): boolean {
  if (next?.type !== 'item' || !next.direct) return false;
  if (next.marker.kind === 'numbered' && next.marker.number !== 1) return false;
  return part.text.length <= LONGEST_TITLE && (isTitle(part) || RAIL_TITLE.test(part.text));
}

const RANKING = /\branking|\branked\b|\bmost[ -](?:read|viewed|popular|shared)\b|ランキング/iu;

function sidebar(title: string, body: Block[]): Sidebar {
  const kind = RANKING.test(title) ? 'ranking' : 'links';
  return { type: 'sidebar', id: newBlockId(), title, kind, placement: 'rail', body };
}

/** A paragraph of plain text. */
export function paragraph(text: string): Paragraph {
  return { type: 'paragraph', id: newBlockId(), content: [{ text }] };
}
