import { NOTE_KINDS } from '../kinds.ts';
import type { Correction } from '../article.ts';
import type { House } from '../house.ts';
import { isInstant, printInstant } from '../html/instant.ts';
import type { PageSetting } from '../html/page-setting.ts';
import { collapseText, hasInk } from '../html/white-space.ts';
import { parseStamp } from '../stamp/parse.ts';
import { anyWord, wireWords } from './words.ts';

/** `Correction, 11:01 JST, December 25, 2021: It is two years.`; a time that is none is left out. */
export function noteLine(correction: Correction, page: PageSetting): string {
  const time = knownTime(correction, page);
  const { kind, text } = correction;
  const said = page.words[kind] + (time === '' ? '' : `, ${time}`);
  return `${said}: ${collapseText(text).trim()}`;
}

/**
 * The same as a paragraph of the story. Without a time it stands in brackets: words alone do not
 * tell it from a paragraph that begins with `Update: `.
 */
export function noteParagraph(correction: Correction, page: PageSetting): string {
  const line = noteLine(correction, page);
  return knownTime(correction, page) === '' ? `[${line}]` : line;
}

function knownTime({ at }: Correction, { zone, language }: PageSetting): string {
  const time = isInstant(at) ? printInstant(at, zone, language) : collapseText(at);
  return hasInk(time) && parseStamp(time, { zone }) !== undefined ? time : '';
}

const NOTE = new RegExp(
  `^(?:${anyWord(...NOTE_KINDS)})(?:, (?<time>.{1,80}?))?\\s?(?::\\s|：)(?<text>.+)$`,
  'su',
);

/** Reads a line that says what was put right, in any language; undefined for any other text. */
export function readNote(line: string, zone: string): Correction | undefined {
  const { time = '', text = '', ...found } = NOTE.exec(line)?.groups ?? {};
  const kind = NOTE_KINDS.find((name) => found[name] !== undefined);
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

/**
 * Reads a paragraph of the story as a note: in brackets or with its time in any language, else only
 * the `Correction: ` of wires in the language of the copy. Undefined for any other text.
 */
export function readNoteParagraph(
  text: string,
  { zone, language }: Pick<House, 'zone' | 'language'>,
): Correction | undefined {
  const [, inBrackets] = /^\[(.+)\]$/su.exec(text) ?? [];
  const note = readNote(inBrackets ?? text, zone);
  const isPlain = inBrackets === undefined && note?.at === '';
  const isSaid = note?.kind === 'correction' && text.startsWith(wireWords(language).correction);
  return isPlain && !isSaid ? undefined : note;
}
