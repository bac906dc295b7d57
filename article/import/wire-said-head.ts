import { anyWord } from '../wire/words.ts';
import { hasInk } from '../html/white-space.ts';
import type { WireHead } from './wire-head.ts';
import { type Chunk, tidy } from '../wire/lines.ts';

const FIELDS = ['kicker', 'headline', 'standfirst', 'byline', 'published'] as const;
const LINE = new RegExp(`^(?:${anyWord(...FIELDS)})\\s?[:：](?<value>.*)$`, 'iu');

/**
 * The head of a story that says what each of its lines is: `Headline: Bridge closes for a year`. It
 * is one if there is a line for the headline, also an empty one, and none that says nothing.
 */
export function takeSaidHead(
  chunks: readonly Chunk[],
): { head: WireHead; chunks: readonly Chunk[] } | undefined {
  const [first, ...rest] = chunks;
  const head: WireHead = {};
  const seen = new Set<string>();
  for (const { text } of first ?? []) {
    const { value = '', ...found } = LINE.exec(text)?.groups ?? {};
    const field = FIELDS.find((name) => found[name] !== undefined);
    if (field === undefined || seen.has(field)) return undefined;
    seen.add(field);
    if (hasInk(value)) head[field === 'published' ? 'stamp' : field] = tidy(value);
  }
  return seen.has('headline') ? { head, chunks: rest } : undefined;
}
