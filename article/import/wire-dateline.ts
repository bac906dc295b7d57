import type { Block } from '../blocks/blocks.ts';
import { type DetectOptions, type DetectedDateline, detectDateline } from '../dateline/detect.ts';
import { hasInk } from '../html/white-space.ts';
import { newBlockId } from '../ids.ts';
import { plainText } from '../inline.ts';
import { paragraph } from './wire-blocks.ts';

/** True for a line that begins with a dateline, and so is the first of its paragraph. */
export function startsStory(line: string): boolean {
  const found = detectDateline(line);
  return found !== undefined && isSure(found);
}

function isSure({ source, date, places }: DetectedDateline): boolean {
  return (
    source !== undefined ||
    date !== undefined ||
    places.some(({ region, country }) => region !== undefined || country !== undefined)
  );
}

/** True for `VAIL, Colorado 1996-12-07`, which has a line of its own before the text. */
export function isDatelineLine(text: string): boolean {
  const found = detectDateline(`${text} The`);
  return found?.printed.trimEnd() === text && isSure(found);
}

/** A dateline and where it stands. */
export interface FoundDateline {
  dateline: DetectedDateline;
  /** The block that starts with it, and how many blocks it is in. */
  at: number;
  length: 1 | 2;
}

/** A kicker or a slug may stand before the lead; a dateline after them must be beyond doubt. */
const LEADS = 3;

/** The dateline at the head of the story. */
export function findDateline(
  blocks: readonly Block[],
  options: DetectOptions,
): FoundDateline | undefined {
  const texts: string[] = [];
  for (const block of blocks.slice(0, LEADS)) {
    if (block.type !== 'paragraph') break;
    texts.push(plainText(block.content));
  }
  const [first, second] = texts;
  if (first !== undefined && second !== undefined && isDatelineLine(first)) {
    const dateline = detectDateline(`${first} ${second}`, options);
    if (dateline?.printed.trimEnd() === first) return { dateline, at: 0, length: 2 };
  }
  for (const [at, text] of texts.entries()) {
    const dateline = detectDateline(text, options);
    if (dateline === undefined || !hasInk(dateline.rest)) continue;
    if (at === 0 || isSure(dateline)) return { dateline, at, length: 1 };
  }
  return undefined;
}

/** The body with its dateline, if it has one, as a block before the lead. */
export function withDateline(blocks: Block[], options: DetectOptions): Block[] {
  const found = findDateline(blocks, options);
  if (found === undefined) return blocks;
  const { rest, ...dateline } = found.dateline;
  return [
    ...blocks.slice(0, found.at),
    { type: 'dateline', id: newBlockId(), ...dateline },
    paragraph(rest),
    ...blocks.slice(found.at + found.length),
  ];
}
