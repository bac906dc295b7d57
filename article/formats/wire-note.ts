import type { Correction } from '../article.ts';
import { isInstant, printInstant } from '../html/instant.ts';
import type { PageSetting } from '../html/page-setting.ts';
import { collapseText, hasInk } from '../html/white-space.ts';
import { parseStamp } from '../stamp/parse.ts';
import { anyWord } from './wire-words.ts';

/** `Correction, 11:01 JST, December 25, 2021: It is two years.`; a time that is none is left out. */
export function noteLine(
  { kind, at, text }: Correction,
  { words, zone, language }: PageSetting,
): string {
  const time = isInstant(at) ? printInstant(at, zone, language) : collapseText(at);
  const known = hasInk(time) && parseStamp(time, { zone }) !== undefined;
  return `${words[kind]}${known ? `, ${time}` : ''}: ${collapseText(text).trim()}`;
}

const NOTE = new RegExp(
  `^(?:${anyWord('correction', 'clarification', 'update')})(?:, (?<time>.{1,80}?))?\\s?(?::\\s|：)(?<text>.+)$`,
  'su',
);

/** Reads a line that says what was put right; undefined for any other text. */
export function readNote(line: string, zone: string): Correction | undefined {
  const { time = '', text = '', ...found } = NOTE.exec(line)?.groups ?? {};
  const kind = KINDS.find((name) => found[name] !== undefined);
  if (kind === undefined || !hasInk(text)) return undefined;
  if (time === '') return { kind, at: '', text: text.trim() };
  const parsed = parseStamp(time, { zone });
  if (parsed === undefined) return undefined;
  return {
    kind,
    at: parsed.kind === 'stamp' ? (parsed.stamp.instant ?? time) : time,
    text: text.trim(),
  };
}

const KINDS = ['correction', 'clarification', 'update'] as const;
