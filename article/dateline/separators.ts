import { collapseText } from '../html/white-space.ts';
import { datelineStyles } from './styles.ts';

/** What the wires put between a dateline and its text, and what became of it on the way. */
const WIRE_MARKS = ['---', '--', '.-', '-', '—', '–', '―', '\uFFFD', '_', ':', '\n'];
/** The separators of house styles that no wire has, by their marks; they count only with their spaces. */
export const houseSeparators = new Map(
  datelineStyles
    .map(({ separator }) => [separator.trim(), separator] as const)
    .filter(([mark]) => mark !== '' && !WIRE_MARKS.includes(mark)),
);
const MARKS = [...houseSeparators.keys(), ...WIRE_MARKS]
  // Of two that begin alike the longer one is meant.
  .toSorted((one, other) => other.length - one.length)
  .map((mark) => RegExp.escape(mark));
/** A separator with the space around it; its mark is the first group. */
export const SEPARATOR = new RegExp(
  String.raw`\s*(${MARKS.join('|')})(?:\s+-{1,3}(?=\s))?\s*`,
  'gu',
);
/** Most texts have nothing of the kind, which is told much sooner so. */
export const HAS_SEPARATOR = new RegExp(MARKS.join('|'), 'u');

const AT_END = new RegExp(String.raw`\s*(?:${MARKS.join('|')}|[-–—_:]+)$`, 'u');

/** A printed dateline without what divides it from the text: `TOKYO (Jiji Press)`. */
export function withoutSeparator(printed: string): string {
  return collapseText(printed).trimEnd().replace(AT_END, '');
}
