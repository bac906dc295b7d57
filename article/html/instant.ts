import { offsetAt } from '../stamp/clock.ts';
import { formatStamp } from '../stamp/format.ts';
import { abbreviationAt } from '../stamp/zones.ts';

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})$/u;

/** True for a time with its offset (RFC 3339) that exists on the calendar. */
export function isInstant(text: string): boolean {
  if (!INSTANT.test(text) || Number.isNaN(Date.parse(text))) return false;
  // JavaScript takes 30 February for 2 March.
  const day = text.slice(0, 10);
  return new Date(`${day}T00:00:00Z`).toISOString().startsWith(day);
}

/**
 * An instant as a page prints it, in a zone (IANA): as the house prints its stamps in English,
 * `2021-12-25 11:01 JST` in other languages.
 */
export function printInstant(instant: string, zone: string, language: string): string {
  if (/^en\b/iu.test(language)) return formatStamp(instant, zone);
  const at = Date.parse(instant);
  const local = new Date(at + (offsetAt(zone, at) ?? 0) * 60_000).toISOString();
  return `${local.slice(0, 10)} ${local.slice(11, 16)} ${abbreviationAt(zone, at)}`;
}
