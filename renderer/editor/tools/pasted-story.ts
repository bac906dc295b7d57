import { isDateline } from '../../../article/blocks/dateline/lead.ts';
import { isParagraph } from '../../../article/blocks/paragraph/paragraphs.ts';
import type { Block } from '../../../article/blocks/blocks.ts';
import { holdsOf, mapHeld } from '../../../article/blocks/holds.ts';
import type { House } from '../../../article/house.ts';
import { type WireStory, readWireStory } from '../../../article/import/wire-story.ts';
import { type Run, plainText, cutRuns } from '../../../article/inline.ts';
import { type Brought, listText } from '../content/transfer.ts';

/**
 * The wire story that was pasted, from its text or from the text of its blocks. Undefined for what
 * is no such story, and for blocks that would lose a mark, a link or a picture as one.
 */
export function pastedStory(
  { blocks, from, text }: Brought,
  house: House,
  now: string,
): WireStory | undefined {
  if (from === 'galley') return undefined;
  if (from === 'text') return readWireStory(text, house, now);
  const copy = copyOf(blocks);
  const story = copy === undefined ? undefined : readWireStory(copy, house, now);
  if (story === undefined) return undefined;
  const body = withMarks(story, markedLines(blocks));
  return body && { ...story, article: { ...story.article, body } };
}

/** Blocks as wire copy: paragraphs between blank lines, a list directly below what stands before. */
function copyOf(blocks: readonly Block[]): string | undefined {
  let copy = '';
  let dateline = '';
  for (const block of blocks) {
    if (isDateline(block)) {
      dateline = block.printed;
    } else if (isParagraph(block) || block.type === 'heading') {
      copy += `\n\n${dateline}${plainText(block.content)}`;
      dateline = '';
    } else if (block.type === 'list') {
      copy += `\n${listText(block, '')}`;
    } else if (block.type === 'divider') {
      copy += '\n\n* * *';
    } else {
      return undefined;
    }
  }
  return copy;
}

type MarkedLines = ReadonlyMap<string, readonly Run[]>;

/** The lines of text in which something is marked, by their words. */
function markedLines(blocks: readonly Block[]): MarkedLines {
  const lines = new Map<string, readonly Run[]>();
  mapRuns(blocks, (runs) => {
    const marked = runs.some((run) => 'text' in run && run.marks !== undefined);
    if (marked) lines.set(plainText(runs).trim(), runs);
    return runs;
  });
  return lines;
}

/** The body of the story with the marks of these lines; undefined if one has no place in it. */
function withMarks({ article }: WireStory, lines: MarkedLines): Block[] | undefined {
  const { headline, bylineText = '', stamp, edNote, slugline } = article;
  // What goes to a field, or to the title of a sidebar, is plain there.
  const plain = new Set([headline, bylineText, stamp?.printed, slugline, ...edNote.split('\n')]);
  const left = new Map(lines);
  const body = mapRuns(article.body, (runs) => {
    const text = plainText(runs);
    const marked = lines.get(text);
    left.delete(text);
    return marked ?? runs;
  });
  for (const [at, block] of body.entries()) {
    if (block.type === 'sidebar') plain.add(block.title);
    const dateline = body[at - 1];
    if (!isDateline(dateline) || !isParagraph(block)) continue;
    const text = plainText(block.content);
    for (const [line, marked] of left) {
      if (!line.startsWith(dateline.printed.trim()) || !line.endsWith(text)) continue;
      const from = plainText(marked).lastIndexOf(text);
      body[at] = { ...block, content: cutRuns(marked, [from, from + text.length]) };
      left.delete(line);
    }
  }
  return [...left.keys()].every((line) => plain.has(line)) ? body : undefined;
}

function mapRuns(blocks: readonly Block[], map: (runs: readonly Run[]) => readonly Run[]): Block[] {
  const mapped = (row: readonly Block[]): Block[] =>
    row.map((block) =>
      mapHeld(block, holdsOf(block), { runs: (runs) => [...map(runs)], blocks: mapped }),
    );
  return mapped(blocks);
}
