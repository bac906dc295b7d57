import type { Block } from './blocks/blocks.ts';
import { type Run, dropText, joinRuns, plainText, takeText } from './inline.ts';
import { shiftedOffset } from './shifted-offset.ts';

type Body = readonly Block[];
/** A block that is one line. */
type Line = Extract<Block, { content: Run[] }>;

/** What one side did to lines of the base, and how a body becomes that has them so too. */
interface Reshaping {
  /** The ids of the lines of the base. */
  lines: string[];
  apply(body: Body): Body;
}

/**
 * Has all three have the lines that one side made of one, or one of two: somebody may press Enter in
 * a line, or Backspace at its start, while another writes in it. Only where that side has changed
 * nothing else in these lines, and the other has them one behind the other.
 */
export function withLinesOfBoth(base: Body, ours: Body, theirs: Body): [Body, Body, Body] {
  const [our, their] = [reshapingsOf(ours, base), reshapingsOf(theirs, base)];
  const ourOwn = apart(our, their).filter(({ lines }) => hasInRow(theirs, lines));
  const theirOwn = apart(their, our).filter(({ lines }) => hasInRow(ours, lines));
  return [
    reshaped(base, [...ourOwn, ...theirOwn]),
    reshaped(ours, theirOwn),
    reshaped(theirs, ourOwn),
  ];
}

function reshapingsOf(side: Body, base: Body): Reshaping[] {
  const known = new Map(base.map((block, index) => [block.id, index]));
  const has = new Set(side.map(({ id }) => id));
  return side.flatMap((line, index): Reshaping[] => {
    const at = known.get(line.id);
    const before = at === undefined ? undefined : base[at];
    if (at === undefined || before === undefined || !isLine(line) || !isLine(before)) return [];
    const [text, was] = [plainText(line.content), plainText(before.content)];
    const [next, gone] = [side[index + 1], base[at + 1]];
    if (next !== undefined && isLine(next) && !known.has(next.id)) {
      const isSplit = next.content.length > 0 && text + plainText(next.content) === was;
      const apply = (body: Body) => split(body, before, next, text.length);
      return isSplit ? [{ lines: [line.id], apply }] : [];
    }
    if (gone === undefined || !isLine(gone) || has.has(gone.id)) return [];
    const added = plainText(gone.content);
    const between = text.slice(was.length, text.length - added.length);
    const isJoin = added !== '' && was + between + added === text && between.trim() === '';
    const apply = (body: Body) => joined(body, line.id, gone.id, between);
    return isJoin ? [{ lines: [line.id, gone.id], apply }] : [];
  });
}

/** Those of one side that are at other lines than those of the other. */
function apart(row: readonly Reshaping[], others: readonly Reshaping[]): Reshaping[] {
  const taken = new Set(others.flatMap(({ lines }) => lines));
  return row.filter(({ lines }) => !lines.some((id) => taken.has(id)));
}

function reshaped(body: Body, row: readonly Reshaping[]): Body {
  return row.reduce((now, one) => one.apply(now), body);
}

/** True if these lines follow each other in a body. */
function hasInRow(body: Body, lines: readonly string[]): boolean {
  const at = body.findIndex(({ id }) => id === lines[0]);
  return at !== -1 && lines.every((id, index) => body[at + index]?.id === id);
}

/** The body with this line in two, the second as `next`; `at` is where, in the line as it was. */
function split(body: Body, was: Line, next: Line, at: number): Body {
  return body.flatMap((block): Block[] => {
    if (block.id !== was.id || !isLine(block)) return [block];
    const place = shiftedOffset(plainText(was.content), plainText(block.content), at);
    const [head, tail] = [takeText(block.content, place), dropText(block.content, place)];
    return [
      { ...block, content: head },
      { ...next, content: tail },
    ];
  });
}

/** The body with two lines that follow each other in one. */
function joined(body: Body, id: string, gone: string, between: string): Body {
  const at = body.findIndex((block) => block.id === id);
  const [first, second] = [body[at], body[at + 1]];
  if (first === undefined || second?.id !== gone || !isLine(first) || !isLine(second)) return body;
  const content = joinRuns([...first.content, { text: between }, ...second.content]);
  return [...body.slice(0, at), { ...first, content }, ...body.slice(at + 2)];
}

function isLine(block: Block): block is Line {
  return 'content' in block;
}
