import type { Correction } from '../article.ts';
import type { Block } from '../blocks/blocks.ts';
import type { CorrectionNote } from '../blocks/correction/correction.ts';
import type { Paragraph } from '../blocks/paragraph/paragraph.ts';
import type { Sidebar } from '../blocks/sidebar/sidebar.ts';
import type { Table } from '../blocks/table/table.ts';
import { datelineOf } from '../dateline/detect.ts';
import { readNoteParagraph } from '../wire/note.ts';
import type { House } from '../house.ts';
import { hasInk } from '../html/white-space.ts';
import { newBlockId } from '../ids.ts';
import { ListBuilder } from './list-builder.ts';
import type { ApartPart } from './wire-apart.ts';
import { isTitle } from './wire-head.ts';
import type { Chunk } from './wire-lines.ts';
import { type LineRules, type ParagraphPart, type WirePart, readParts } from './wire-parts.ts';

/** How the blocks of a story are made of its parts. */
export interface BlockRules {
  /** The house's own, for times, datelines and notes. */
  house: Pick<House, 'zone' | 'datelineStyle' | 'language'>;
  /** How many blocks these parts are in: nothing in one is a sidebar. */
  depth: number;
}

/** The body of the story; each title that stands above a list is a sidebar with it. */
export function buildBlocks(parts: readonly WirePart[], rules: BlockRules): Block[] {
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
      blocks.push(...part.asParagraphs.map((text) => textBlock(text, rules)));
      continue;
    }
    closeLists();
    if (part.type === 'divider') blocks.push({ type: 'divider', id: newBlockId() });
    else if (part.type === 'apart') blocks.push(...apartBlocks(part.part, rules));
    else if (rules.depth === 0 && isSidebarTitle(part, parts[index + 1])) title = part.text;
    else blocks.push(textBlock(part.text, rules));
  }
  closeLists();
  return blocks.flatMap((block, at) =>
    block.type === 'dateline' && blocks[at + 1]?.type !== 'paragraph'
      ? [block, paragraph('')]
      : [block],
  );
}

function textBlock(text: string, { house }: BlockRules): Block {
  const note = readNoteParagraph(text, house);
  return note === undefined ? paragraph(text) : correctionNote(note);
}

/** What was put right, as a block of the body. */
export function correctionNote({ kind, at, text }: Correction): CorrectionNote {
  return { type: 'correction', id: newBlockId(), kind, at, content: [{ text }] };
}

function apartBlocks(part: ApartPart, rules: BlockRules): Block[] {
  const id = newBlockId();
  switch (part.type) {
    case 'crosshead':
      return [{ type: 'heading', id, level: part.level, content: [{ text: part.text }] }];
    case 'table':
      return [tableOf(part)];
    case 'dateline': {
      const [lead, ...more] = part.paragraphs;
      const printed = ENDS_OPEN.test(part.printed) ? `${part.printed} ` : part.printed;
      const dateline = datelineOf(printed, { style: rules.house.datelineStyle });
      return [
        { type: 'dateline', id, ...dateline },
        ...(lead === undefined ? [] : [paragraph(lead)]),
        ...more.map((text) => textBlock(text, rules)),
      ];
    }
    case 'box': {
      const { kind, title } = part;
      const body = blocksInside(part.chunks, rules);
      return [{ type: 'sidebar', id, title, kind, placement: 'rail', body }];
    }
    case 'quote':
      return [
        {
          type: 'quote',
          id,
          body: blocksInside(part.chunks, rules),
          attribution: part.attribution,
        },
      ];
    case 'pullquote': {
      const words = part.chunks.flat().map(({ text }) => text);
      const content = words.length === 0 ? [] : [{ text: words.join(' ') }];
      return [{ type: 'pullquote', id, content, attribution: part.attribution }];
    }
  }
}

/** A space follows what is printed of a dateline, but for a bracket that closes it. */
const ENDS_OPEN = /[^】）]$/u;

/** What may stand in a block holds no deeper quotations than a reader can follow. */
const DEEPEST = 6;
const INSIDE: LineRules = { standsAlone: () => false, startsStory: () => false, inside: true };

function blocksInside(chunks: readonly Chunk[], { house, depth }: BlockRules): Block[] {
  if (depth >= DEEPEST) return chunks.flat().map(({ text }) => paragraph(text));
  return buildBlocks(readParts(chunks, INSIDE), { house, depth: depth + 1 });
}

function tableOf({ caption, rows, heads }: Extract<ApartPart, { type: 'table' }>): Table {
  return {
    type: 'table',
    id: newBlockId(),
    rows: rows.map((cells, row) => ({
      id: newBlockId(),
      cells: cells.map((text) => ({
        id: newBlockId(),
        content: text === '' ? [] : [{ text }],
        ...(row < heads && { header: true as const }),
      })),
    })),
    caption: caption === '' ? [] : [{ text: caption }],
  };
}

const LONGEST_TITLE = 80;
/** A colon announces a list in the text, unless the words before it are those of a rail. */
const RAIL_TITLE = /^(?:also|more|most|read|recommended|related|see also|top)\b.{0,30}:$/iu;

/** A title stands directly before a list: no blank line between them. */
function isSidebarTitle(part: ParagraphPart, next: WirePart | undefined): boolean {
  if (next?.type !== 'item' || !next.direct) return false;
  if (next.marker.kind === 'numbered' && next.marker.number !== 1) return false;
  return mayBeTitle(part.text);
}

function mayBeTitle(text: string): boolean {
  return text.length <= LONGEST_TITLE && (isTitle({ text }) || RAIL_TITLE.test(text));
}

/** What a sidebar is that is told by its title above a list; undefined where none would be seen. */
export function kindOfTitle(title: string): 'links' | 'ranking' | undefined {
  if (!hasInk(title) || !mayBeTitle(title)) return undefined;
  return RANKING.test(title) ? 'ranking' : 'links';
}

const RANKING = /\branking|\branked\b|\bmost[ -](?:read|viewed|popular|shared)\b|ランキング/iu;

function sidebar(title: string, body: Block[]): Sidebar {
  const kind = RANKING.test(title) ? 'ranking' : 'links';
  return { type: 'sidebar', id: newBlockId(), title, kind, placement: 'rail', body };
}

/** A paragraph of plain text. */
export function paragraph(text: string): Paragraph {
  return { type: 'paragraph', id: newBlockId(), content: text === '' ? [] : [{ text }] };
}
