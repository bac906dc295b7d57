import { blockSpecs } from '../blocks/specs.ts';
import type { LineRules, MakeBlocks, WireForm } from '../wire/form.ts';
import type { Chunk, WireLine } from '../wire/lines.ts';

const forms = Object.values(blockSpecs).flatMap(({ wire }) => wire ?? []);
const isLast = ({ asked }: WireForm) => asked === 'last';
const FORMS = [...forms.filter((form) => !isLast(form)), ...forms.filter(isLast)];
// Every line of every text is asked about.
const LINE_FORMS = FORMS.filter(({ linesAt }) => linesAt !== undefined);
const READ_FORMS = FORMS.filter(({ read }) => read !== undefined);

/**
 * The chunks with those lines in chunks of their own that by their form are none of the paragraphs
 * around them: quoted lines, crossheads, datelines that are said, the edges of boxes.
 */
export function splitApart(chunks: readonly Chunk[], rules: LineRules): Chunk[] {
  return chunks.flatMap((chunk) => {
    if (chunk.length === 1) return [chunk];
    const split: Chunk[] = [];
    let open: Chunk | undefined;
    for (let at = 0; at < chunk.length;) {
      const apart = linesApart(chunk, at, rules);
      if (apart === 0 && open !== undefined) {
        open.push(chunk[at] as WireLine);
        at += 1;
        continue;
      }
      const end = at + Math.max(apart, 1);
      split.push(chunk.slice(at, end));
      open = apart === 0 ? split.at(-1) : undefined;
      at = end;
    }
    return split;
  });
}

/** How many lines from this one on stand apart as one block. */
function linesApart(chunk: Chunk, at: number, rules: LineRules): number {
  const endsAt = (next: number) => linesApart(chunk, next, rules) > 0;
  for (const { linesAt } of LINE_FORMS) {
    const lines = linesAt?.(chunk, at, rules, endsAt) ?? 0;
    if (lines > 0) return lines;
  }
  return 0;
}

/** Reads lines between blank lines that are something of their own by their form. */
export function readApart(chunk: Chunk, rules: LineRules): MakeBlocks | undefined {
  for (const { read } of READ_FORMS) {
    const make = read?.(chunk, rules);
    if (make !== undefined) return make;
  }
  return undefined;
}
