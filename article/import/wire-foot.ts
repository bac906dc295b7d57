import type { Correction } from '../article.ts';
import { readNote } from '../wire/note.ts';
import type { Chunk } from '../wire/lines.ts';

/** Takes what was put right off the end of the text: `(Correction: It is two years.)` */
export function takeFoot(
  chunks: readonly Chunk[],
  zone: string,
): { chunks: Chunk[]; corrections: Correction[] } {
  const left = chunks.map((chunk) => [...chunk]);
  const corrections: Correction[] = [];
  for (let last = left.at(-1); last !== undefined; last = left.at(-1)) {
    const [, note = ''] = /^\((.+)\)$/u.exec(last.at(-1)?.text ?? '') ?? [];
    const correction = readNote(note, zone);
    if (correction === undefined) break;
    corrections.push(correction);
    last.pop();
    if (last.length === 0) left.pop();
  }
  return { chunks: left, corrections: corrections.toReversed() };
}
