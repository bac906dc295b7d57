import { collapseText, hasInk } from '../html/white-space.ts';

/** A line of wire text with something on it, its white space as a page shows it. */
export interface WireLine {
  text: string;
  /** The line as it stands in the copy. */
  raw: string;
  /** Columns of white space before it. */
  indent: number;
  /** Set for a line that starts as an item of a list does. */
  marker?: Marker;
}

export interface Marker {
  kind: 'bulleted' | 'numbered';
  /** The number of a numbered item. */
  number?: number;
  /** What stands before the text: `-`, `2.` */
  printed: string;
  /** The text after the marker; empty where the marker stands alone. */
  rest: string;
}

/** Lines between which no blank line stands. */
export type Chunk = WireLine[];

const BULLET = /^([-*•–])(?:\s+(.*))?$/su;
const NUMBER = /^(([1-9]\d{0,2})[.)])(?:\s+(.*))?$/su;
/** A line across the text. */
export const RULE = '* * *';

/** The text in chunks of lines; lines without ink only separate them. */
export function readChunks(text: string): Chunk[] {
  const chunks: Chunk[] = [];
  let open: Chunk | undefined;
  for (const raw of text.split('\n')) {
    if (!hasInk(raw)) {
      open = undefined;
      continue;
    }
    if (open === undefined) chunks.push((open = []));
    open.push(readLine(raw));
  }
  return chunks;
}

function readLine(raw: string): WireLine {
  const [space = ''] = /^\s*/u.exec(raw) ?? [];
  const text = withoutCodes(tidy(raw));
  const line = { text, raw, indent: space.replaceAll('\t', '    ').length };
  const marker = text === RULE ? undefined : readMarker(text);
  return marker === undefined ? line : { ...line, marker };
}

const LONGEST_CODED = 200;

/** What old wires set apart, `^Headline<` or `^By ANN EXAMPLE=`, without its signs. */
function withoutCodes(text: string): string {
  if (text.length > LONGEST_CODED) return text;
  const marked = text.replace(/^\^[\s^]*(?=[\p{L}\d(])/u, '');
  // A wrapped line has the sign for the end alone.
  return marked.replace(marked === text ? /(?<=[\p{L}.)])<+$/u : /[\s<=^]+$/u, '');
}

/** Text as a page shows it, without white space at its ends. */
export function tidy(text: string): string {
  return collapseText(text).trim();
}

function readMarker(text: string): Marker | undefined {
  const [, bullet, item = ''] = BULLET.exec(text) ?? [];
  if (bullet !== undefined) return { kind: 'bulleted', printed: bullet, rest: tidy(item) };
  const [, printed, number, rest = ''] = NUMBER.exec(text) ?? [];
  if (printed === undefined) return undefined;
  return { kind: 'numbered', number: Number(number), printed, rest: tidy(rest) };
}

const TRAILERS = [
  /^(?:\/?ends?\/?|\(ends?\)|eom|[-–—]+ ?ends? ?[-–—]+)$/iu,
  /^[-–—]+ ?30 ?[-–—]+$/u,
  /^#(?: ?#){2,}$/u,
  /^(?:\((?:more|continued)\)|[-–—]+ ?more ?[-–—]+|more follows)$/iu,
];

const LONGEST_TRAILER = 20;

/** True for a line that tells the desk that the story ends or goes on: `ENDS`, `-30-`, `(more)`. */
export function isTrailer(text: string): boolean {
  return text.length <= LONGEST_TRAILER && TRAILERS.some((pattern) => pattern.test(text));
}

/** Takes the trailers off the end of the text. */
export function takeTrailers(chunks: readonly Chunk[]): { chunks: Chunk[]; trailers: string[] } {
  const left = chunks.map((chunk) => [...chunk]);
  const trailers: string[] = [];
  for (let last = left.at(-1); last !== undefined; last = left.at(-1)) {
    const line = last.at(-1);
    if (line === undefined) left.pop();
    else if (isTrailer(line.text)) {
      last.pop();
      trailers.unshift(line.text);
    } else break;
  }
  return { chunks: left, trailers };
}
