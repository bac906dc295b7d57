import type { Block } from '../blocks/blocks.ts';
import {
  type DetectOptions,
  type DetectedDateline,
  LONGEST_DATELINE,
  detectDateline,
} from '../dateline/detect.ts';
import { hasInk } from '../html/white-space.ts';
import { newBlockId } from '../ids.ts';
import { plainText } from '../inline.ts';
import { remembered } from './remembered.ts';
import { paragraph } from './wire-blocks.ts';

/** A dateline and where it stands. */
export interface FoundDateline {
  dateline: DetectedDateline;
  /** What begins with it: the text of its blocks. */
  text: string;
  /** The block that starts with it, and how many blocks it is in. */
  at: number;
  length: 1 | 2;
}

/** A kicker or a slug may stand before the lead; a dateline after them must be beyond doubt. */
const LEADS = 3;

/** Finds the dateline of one story. */
export class DatelineFinder {
  /** The dateline at the start of a line, if there is one. */
  readonly detect: (line: string) => DetectedDateline | undefined = remembered((line) =>
    detectDateline(line),
  );

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
      if (block.type !== 'paragraph') break;
      texts.push(plainText(block.content));
    }
    const [first, second] = texts;
    if (first !== undefined && second !== undefined && this.isDatelineLine(first)) {
      const text = `${first} ${second}`;
      const dateline = this.detect(text);
      if (dateline?.printed.trimEnd() === first) return { dateline, text, at: 0, length: 2 };
    }
    for (const [at, text] of texts.entries()) {
      const dateline = this.detect(text);
      if (dateline === undefined || !hasInk(dateline.rest)) continue;
      if (at === 0 || isSure(dateline)) return { dateline, text, at, length: 1 };
    }
    return undefined;
  }
}

function isSure({ source, date, places }: DetectedDateline): boolean {
  return (
    source !== undefined ||
    date !== undefined ||
    places.some(({ region, country }) => region !== undefined || country !== undefined)
  );
}

/** The body with the dateline that was found in it as a block before the lead. */
export function withDateline(
  blocks: Block[],
  found: FoundDateline | undefined,
  options: DetectOptions,
): Block[] {
  if (found === undefined) return blocks;
  const { rest, ...dateline } = detectDateline(found.text, options) ?? found.dateline;
  return [
    ...blocks.slice(0, found.at),
    { type: 'dateline', id: newBlockId(), ...dateline },
    paragraph(rest),
    ...blocks.slice(found.at + found.length),
  ];
}
