import { hasInk } from '../../html/white-space.ts';
import { newBlockId } from '../../ids.ts';
import type { WireForm } from '../../wire/form.ts';
import { type Chunk, type WireLine, isTrailer } from '../../wire/lines.ts';

/** `- What now -`, with a hyphen more for each level below; there are words in it. */
export const CROSSHEAD = /^(?<hyphens>-{1,3}) (?=.*[\p{L}\p{N}])(?<words>\S|\S.*\S) \1$/u;

/** `- What now -`: one hyphen for a crosshead, more for those below it. */
export const headingWire: WireForm = {
  write(element, writer) {
    const level = /^h([2-4])$/u.exec(element.tagName)?.[1];
    if (level === undefined) return undefined;
    const words = writer.oneLine(element);
    const hyphens = '-'.repeat(Number(level) - 1);
    return hasInk(words) ? `${hyphens} ${words} ${hyphens}` : '';
  },
  linesAt: (chunk, at) => (isCrosshead(chunk, at) ? 1 : 0),
  read(chunk) {
    if (chunk.length !== 1 || !isCrosshead(chunk, 0)) return undefined;
    const { hyphens = '', words = '' } = CROSSHEAD.exec(chunk[0]!.text)?.groups ?? {};
    const level = (hyphens.length + 1) as 2 | 3 | 4;
    return hasInk(words)
      ? () => [{ type: 'heading', id: newBlockId(), level, content: [{ text: words }] }]
      : undefined;
  },
};

/** True for a crosshead, but not where it is an item beside others. */
function isCrosshead(chunk: Chunk, at: number): boolean {
  const { text, marker, indent } = chunk[at] as WireLine;
  if (!text.startsWith('-') || !CROSSHEAD.test(text) || isTrailer(text)) return false;
  if (marker === undefined) return true;
  const [before, after] = [chunk[at - 1], chunk[at + 1]];
  return (
    before?.marker === undefined && after?.marker === undefined && (after?.indent ?? 0) <= indent
  );
}
