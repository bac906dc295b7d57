import { withDateline } from '../blocks/dateline/lead.ts';
import { isParagraph } from '../blocks/paragraph/paragraphs.ts';
import type { Block } from '../blocks/blocks.ts';
import {
  type DetectOptions,
  LONGEST_DATELINE,
  type ReadDateline,
  readDateline,
  styleDateline,
} from '../dateline/detect.ts';
import { hasInk } from '../html/white-space.ts';
import { plainText } from '../inline.ts';
import { remembered } from './remembered.ts';

/** A dateline and where it stands. */
export interface FoundDateline {
  dateline: ReadDateline;
  /** The block that starts with it, and how many blocks it is in. */
  at: number;
  length: 1 | 2;
}

/** A kicker or a slug may stand before the lead; a dateline after them must be beyond doubt. */
const LEADS = 3;

/** Finds the dateline of one story. */
export class DatelineFinder {
  /** The dateline at the start of a line, if there is one. */
  readonly detect: (line: string) => ReadDateline | undefined = remembered(readDateline);

  /** True for a line that begins with a dateline, and so is the first of its paragraph. */
  startsStory(line: string): boolean {
    const found = this.detect(line);
    return found !== undefined && isSure(found);
  }

  /** True for `VAIL, Colorado 1996-12-07`, which has a line of its own before the text. */
  isDatelineLine(text: string): boolean {
    if (text.length > LONGEST_DATELINE) return false;
    const found = this.detect(`${text} The`);
    return found?.printed.trimEnd() === text && isSure(found);
  }

  /** The dateline at the head of the story. */
  find(blocks: readonly Block[]): FoundDateline | undefined {
    const texts: string[] = [];
    for (const block of blocks.slice(0, LEADS)) {
      if (!isParagraph(block)) break;
      texts.push(plainText(block.content));
    }
    const [first, second] = texts;
    if (first !== undefined && second !== undefined && this.isDatelineLine(first)) {
      const dateline = this.detect(`${first} ${second}`);
      if (dateline?.printed.trimEnd() === first) return { dateline, at: 0, length: 2 };
    }
    for (const [at, text] of texts.entries()) {
      const dateline = this.detect(text);
      if (dateline === undefined || !hasInk(dateline.rest)) continue;
      if (at === 0 || isSure(dateline)) return { dateline, at, length: 1 };
    }
    return undefined;
  }
}

function isSure({ source, dated, places }: ReadDateline): boolean {
  return (
    source !== undefined ||
    dated?.year !== undefined ||
    places.some(({ region, country }) => region !== undefined || country !== undefined)
  );
}

/** The body with the dateline that was found in it as a block before the lead. */
export function withFoundDateline(
  blocks: Block[],
  found: FoundDateline | undefined,
  options: DetectOptions,
): Block[] {
  if (found === undefined) return blocks;
  const lead = blocks[found.at + found.length - 1];
  if (!isParagraph(lead)) return blocks;
  const { rest, ...dateline } = styleDateline(found.dateline, options);
  // It may have a line of its own above the lead.
  const body = blocks.toSpliced(found.at, found.length - 1);
  return withDateline(body, lead, plainText(lead.content).length - rest.length, dateline);
}
