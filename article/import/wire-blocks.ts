import { withLeads } from '../blocks/dateline/lead.ts';
import type { Block } from '../blocks/blocks.ts';
import { mayBeTitle, railSidebar } from '../blocks/sidebar/title.ts';
import { blockSpecs } from '../blocks/specs.ts';
import { plainParagraph } from '../blocks/paragraph/paragraphs.ts';
import type { LineRules, WireHouse, WireReader } from '../wire/form.ts';
import { type Chunk, RULE } from '../wire/lines.ts';
import { ListBuilder } from './list-builder.ts';
import { type ParagraphPart, type WirePart, readParts } from './wire-parts.ts';

/** How the blocks of a story are made of its parts. */
export interface BlockRules {
  /** The house's own, for times, datelines and notes. */
  house: WireHouse;
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
      blocks.push(index === 0 && title !== undefined ? railSidebar(title, [list]) : list);
    }
    lists = new ListBuilder();
    title = undefined;
  };
  const reader = readerOf(rules);
  for (const [index, part] of parts.entries()) {
    if (part.type === 'item') {
      if (lists.add(part)) continue;
      closeLists();
      blocks.push(...part.asParagraphs.map(reader.text));
      continue;
    }
    closeLists();
    if (part.type === 'rule') blocks.push(reader.text(RULE));
    else if (part.type === 'apart') blocks.push(...part.make(reader));
    else if (rules.depth === 0 && isSidebarTitle(part, parts[index + 1])) title = part.text;
    else blocks.push(reader.text(part.text));
  }
  closeLists();
  return withLeads(blocks);
}

function readerOf(rules: BlockRules): WireReader {
  const { house } = rules;
  const ownForm = (text: string) => {
    for (const readText of TEXT_FORMS) {
      const block = readText(text, house);
      if (block !== undefined) return block;
    }
    return undefined;
  };
  return {
    house,
    text: (text) => ownForm(text) ?? plainParagraph(text),
    inside: (chunks) => blocksInside(chunks, rules),
  };
}

const TEXT_FORMS = Object.values(blockSpecs).flatMap(({ wire }) => wire?.readText ?? []);

/** What may stand in a block holds no deeper quotations than a reader can follow. */
const DEEPEST = 6;
const INSIDE: LineRules = { standsAlone: () => false, startsStory: () => false, inside: true };

function blocksInside(chunks: readonly Chunk[], { house, depth }: BlockRules): Block[] {
  if (depth >= DEEPEST) return chunks.flat().map(({ text }) => plainParagraph(text));
  return buildBlocks(readParts(chunks, INSIDE), { house, depth: depth + 1 });
}

/** A title stands directly before a list: no blank line between them. */
function isSidebarTitle(part: ParagraphPart, next: WirePart | undefined): boolean {
  if (next?.type !== 'item' || !next.direct) return false;
  if (next.marker.kind === 'numbered' && next.marker.number !== 1) return false;
  return mayBeTitle(part.text);
}
