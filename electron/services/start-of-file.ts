import path from 'node:path';
import { placeInDesk } from './inside-desk.ts';
import { readBytes } from './read-text.ts';

/** How much of a file is shown, in characters. */
const SHOWN = 100_000;

/**
 * The file of an article as it is, whether it can be read as one or not: where it is, and its start.
 * Throws an AppError of `placeInDesk` and `readBytes`.
 */
export async function startOfFile(file: string): Promise<{ file: string; text: string }> {
  await placeInDesk(path.dirname(file), file);
  const bytes = await readBytes(file);
  const text = Buffer.from(bytes).toString('utf8').replaceAll('\0', '\uFFFD');
  return { file, text: text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text };
}
