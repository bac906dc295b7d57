import type { Chunk, WireLine } from '../wire/lines.ts';

/** What wire copy says to the desk alone, and the copy without it. */
export interface NotedChunks {
  chunks: Chunk[];
  /** Of the first keyword line; empty if there is none. */
  slugline: string;
  /** Lines for the note to the desk, in their order. */
  notes: string[];
}

/** A wrapped note goes on after a line that is at least so long and ends no sentence. */
const SHORTEST_WRAPPED = 50;
const WIDEST = 100;

/**
 * Takes keyword lines and notes to editors out of the copy, wherever they stand: none may be
 * published. `begins` is true for a line that begins something of its own, such as a byline.
 */
export function takeNotes(
  chunks: readonly Chunk[],
  begins: (line: string) => boolean,
): NotedChunks {
  let slugline = '';
  const notes: string[] = [];
  const left = chunks.map((chunk) => {
    const kept: Chunk = [];
    for (let at = 0; at < chunk.length;) {
      const line = chunk[at] as WireLine;
      const keyword = readKeyword(line.text);
      const length = keyword === undefined ? noteLength(chunk, at, begins) : 1;
      if (keyword !== undefined && slugline === '') {
        slugline = keyword.slug;
        if (keyword.version !== '') notes.push(keyword.version);
      } else if (length > 0) {
        notes.push(textOf(chunk.slice(at, at + length)));
      } else {
        kept.push(line);
      }
      at += Math.max(1, length);
    }
    return kept;
  });
  return { chunks: left.filter((chunk) => chunk.length > 0), slugline, notes };
}

/** `BC-XX--Slug Words, 1st Ld-Writethru, 300` in two: the slug, and which version it is. */
function readKeyword(text: string): { slug: string; version: string } | undefined {
  if (!/^\p{Lu}{2,4}-/u.test(text)) return undefined;
  const [, slug = '', cycle, region, version = ''] =
    /^(((?:AM|PM|BC|AP)-)?(\p{Lu}{2,4}--)?[\p{L}\d][^,]{1,60}?)(?:,\s*([^.]{1,60}))?$/u.exec(
      text,
    ) ?? [];
  const told = VERSION.test(version);
  const isKeyword =
    (cycle !== undefined && (region !== undefined || told)) || (region !== undefined && told);
  return isKeyword ? { slug, version } : undefined;
}

/** `1st Ld-Writethru`, `2nd Add`, `Bjt`, or only how many words there are: `300`. */
const VERSION =
  /\b(?:add|adv|bjt|ld|lead|sub|take|writethru)\b|(?:^|[,\s])(?!(?:19|20)\d\d$)\d{2,4}$/iu;

const CHANGES =
  'ADDS|CHANGES|CLARIFIES|CORRECTS|DELETES|EDITS|FIXES|INSERTS|MOVES|RECASTS|REMOVES|RESTORES|SUBS|TRIMS|UPDATES';

/** Notes that end with a bracket, on this line or a later one. */
const IN_BRACKETS = [
  /^\((?:Eds|Editors|Note to (?:Eds|editors))[:.]/iu,
  new RegExp(`^\\((?:${CHANGES})\\b`, 'u'),
  /^\((?:Adds|Corrects|Recasts|Removes|Updates|Writes through)\b[^.]*\)$/u,
];

const SENTENCES = /^(?:Eds|Note to (?:eds|editors)):/iu;

/** Notes of one line. */
const LINES = [
  /^(?:URGENT|BULLETIN|FLASH|NEWSALERT|APNewsAlert)[!.:]?$/u,
  /^\$?ADV(?:\d{1,2})?\b/u,
  /^HFR\b/u,
  /^(?:(?:HOLD )?FOR (?:IMMEDIATE )?RELEASE|EMBARGO(?:ED)?)\b/u,
  /^(?:Hold for|For) release (?:at|on|after|until|[A-Z\d])/u,
  /^Embargoed (?:at|for|until|to)\b/u,
  /^SUBS \d/u,
  /^(?:x ?){3,}$/iu,
  /^AP (?:Audio|Graphics?|Photos?|Video):? (?=.*\d)[A-Z\d][A-Z\d,; -]*\.?$/u,
  /^With AP (?:Audio|Graphics?|Photos?|Video)[A-Z\d,: -]*\.?$/u,
  /^AP-[A-Z]{2}-\d\d-\d\d-\d\d \d{4}[A-Z]{0,3}$/u,
];

function isNoteLine(text: string): boolean {
  return text.length <= WIDEST && LINES.some((pattern) => pattern.test(text));
}

/** Lines that a note in brackets may have. */
const MOST_LINES = 6;

/** How many lines the note has that begins with this one; 0 for what is none. */
function noteLength(chunk: Chunk, at: number, begins: (line: string) => boolean): number {
  const { text } = chunk[at] as WireLine;
  if (isNoteLine(text)) return 1;
  if (text.startsWith('(') && IN_BRACKETS.some((pattern) => pattern.test(text))) {
    const lines = chunk.slice(at, at + MOST_LINES);
    const other = lines.findIndex((line) => line.marker !== undefined || begins(line.text));
    const most = lines.slice(0, other === -1 ? MOST_LINES : other);
    return most.findIndex((line) => line.text.endsWith(')')) + 1 || 1;
  }
  if (!SENTENCES.test(text)) return 0;
  let length = 1;
  while (goesOn(chunk[at + length - 1] as WireLine, chunk[at + length], begins)) length += 1;
  return length;
}

function goesOn(
  line: WireLine,
  next: WireLine | undefined,
  begins: (line: string) => boolean,
): boolean {
  if (next === undefined || next.marker !== undefined || begins(next.text)) return false;
  const { text } = next;
  return (
    line.text.length >= SHORTEST_WRAPPED &&
    !/[.!?)]$/u.test(line.text) &&
    text.length <= WIDEST &&
    (/[.!?]$/u.test(text) || text.length >= SHORTEST_WRAPPED) &&
    !isNoteLine(text)
  );
}

function textOf(lines: readonly WireLine[]): string {
  return lines.map(({ text }) => text).join(' ');
}
