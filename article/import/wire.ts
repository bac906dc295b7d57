import { type Article, type Stamp, createArticle } from '../article.ts';
import { cleanText } from '../article-file.ts';
import type { Block } from '../blocks/blocks.ts';
import type { Sidebar } from '../blocks/sidebar.ts';
import { bylinesFromText } from '../byline.ts';
import { type DetectedDateline, detectDateline } from '../dateline/detect.ts';
import { countryOfPlaces } from '../dateline/place-country.ts';
import type { House } from '../house.ts';
import { hasInk } from '../html/white-space.ts';
import { newBlockId } from '../ids.ts';
import { plainText } from '../inline.ts';
import { parseStamp } from '../stamp/parse.ts';
import { ListBuilder } from './list-builder.ts';
import { isByline, isTitle, takeHead } from './wire-head.ts';
import { readChunks, takeTrailers } from './wire-lines.ts';
import { type ParagraphPart, type WirePart, readParts } from './wire-parts.ts';

/**
 * Reads plain wire copy: stamp, headline and byline where they stand, the dateline, paragraphs,
 * lists, sidebars (a title directly followed by a list), and trailers, which go to the note to the
 * desk. What is not understood becomes a paragraph; no word is dropped. `now` is RFC 3339, UTC.
 * Throws an AppError for text that cannot be worked on (`nul`, `too-large`).
 */
export function readWire(
  text: string,
  house: House,
  now: string,
): { article: Article; notices: string[] } {
  const { text: clean, notices } = cleanText(text);
  const { chunks, trailers } = takeTrailers(readChunks(clean));
  const isStamp = (line: string) => parseStamp(line, { zone: house.zone }) !== undefined;
  const standsAlone = (line: string) => isStamp(line) || isByline(line);
  const parts = readParts(chunks, { standsAlone, startsStory });
  const { head, body } = takeHead(parts, { isStamp, isDatelineLine });

  const blocks = buildBlocks(body);
  const found = findDateline(blocks, {});
  const stamp =
    head.stamp === undefined ? undefined : readStamp(head.stamp, house, found?.dateline, notices);
  const options = { style: house.datelineStyle, near: stamp?.instant ?? now };
  const article = createArticle(now, {
    language: house.language,
    headline: head.headline ?? '',
    edNote: trailers.join('\n'),
    body: withDateline(blocks, options),
    ...(stamp === undefined ? {} : { stamp }),
    ...(head.byline === undefined
      ? {}
      : { bylineText: head.byline, bylines: bylinesFromText(head.byline) }),
  });
  return { article, notices };
}

function readStamp(
  printed: string,
  house: House,
  dateline: DetectedDateline | undefined,
  notices: string[],
): Stamp {
  const country = countryOfPlaces(dateline?.places ?? []);
  const place = country === undefined ? { zone: house.zone } : { zone: house.zone, country };
  const parsed = parseStamp(printed, place);
  if (parsed?.kind === 'stamp') return parsed.stamp;
  if (parsed !== undefined) {
    const meanings = parsed.candidates.map(({ label }) => label).join('; ');
    notices.push(`The time “${printed}” may be in several zones: ${meanings}. Choose one.`);
  }
  return { printed };
}

/** True for a line that begins with a dateline, and so is the first of its paragraph. */
function startsStory(line: string): boolean {
  const found = detectDateline(line);
  return found !== undefined && isSure(found);
}

function isSure({ source, date, places }: DetectedDateline): boolean {
  return (
    source !== undefined ||
    date !== undefined ||
    places.some(({ region, country }) => region !== undefined || country !== undefined)
  );
}

/** True for `VAIL, Colorado 1996-12-07`, which has a line of its own before the text. */
function isDatelineLine(text: string): boolean {
  const found = detectDateline(`${text} The`);
  return found?.printed.trimEnd() === text && isSure(found);
}

function buildBlocks(parts: readonly WirePart[]): Block[] {
  const blocks: Block[] = [];
  let lists = new ListBuilder();
  let title: string | undefined;
  const closeLists = () => {
    for (const [index, list] of lists.lists.entries()) {
      blocks.push(index === 0 && title !== undefined ? sidebar(title, [list]) : list);
    }
    lists = new ListBuilder();
    title = undefined;
  };
  for (const [index, part] of parts.entries()) {
    if (part.type === 'item') {
      if (lists.add(part)) continue;
      closeLists();
      blocks.push(...part.asParagraphs.map(paragraph));
      continue;
    }
    closeLists();
    if (part.type === 'divider') blocks.push({ type: 'divider', id: newBlockId() });
    else if (isSidebarTitle(part, parts[index + 1])) title = part.text;
    else blocks.push(paragraph(part.text));
  }
  closeLists();
  return blocks;
}

const LONGEST_TITLE = 80;
/** A colon announces a list in the text, unless the words before it are those of a rail. */
const RAIL_TITLE = /^(?:also|more|most|read|recommended|related|see also|top)\b.{0,30}:$/iu;

/** A title stands directly before a list: no blank line between them. */
function isSidebarTitle(part: ParagraphPart, next: WirePart | undefined): boolean {
  if (next?.type !== 'item' || !next.direct || part.joined) return false;
  if (next.marker.kind === 'numbered' && next.marker.number !== 1) return false;
  return part.text.length <= LONGEST_TITLE && (isTitle(part) || RAIL_TITLE.test(part.text));
}

const RANKING = /\branking|\branked\b|\bmost[ -](?:read|viewed|popular|shared)\b|ランキング/iu;

function sidebar(title: string, body: Block[]): Sidebar {
  const kind = RANKING.test(title) ? 'ranking' : 'links';
  return { type: 'sidebar', id: newBlockId(), title, kind, placement: 'rail', body };
}

function paragraph(text: string): Block {
  return { type: 'paragraph', id: newBlockId(), content: [{ text }] };
}

interface Found {
  dateline: DetectedDateline;
  /** The block that starts with it, and how many blocks it is in. */
  at: number;
  length: 1 | 2;
}

/** A kicker or a slug may stand before the lead; a dateline after them must be beyond doubt. */
const LEADS = 3;

function findDateline(
  blocks: readonly Block[],
  options: { style?: string; near?: string },
): Found | undefined {
  const texts: string[] = [];
  for (const block of blocks.slice(0, LEADS)) {
    if (block.type !== 'paragraph') break;
    texts.push(plainText(block.content));
  }
  const [first, second] = texts;
  if (first !== undefined && second !== undefined && isDatelineLine(first)) {
    const dateline = detectDateline(`${first} ${second}`, options);
    if (dateline?.printed.trimEnd() === first) return { dateline, at: 0, length: 2 };
  }
  for (const [at, text] of texts.entries()) {
    const dateline = detectDateline(text, options);
    if (dateline === undefined || !hasInk(dateline.rest)) continue;
    if (at === 0 || isSure(dateline)) return { dateline, at, length: 1 };
  }
  return undefined;
}

function withDateline(blocks: Block[], options: { style?: string; near?: string }): Block[] {
  const found = findDateline(blocks, options);
  if (found === undefined) return blocks;
  const { rest, ...dateline } = found.dateline;
  return [
    ...blocks.slice(0, found.at),
    { type: 'dateline', id: newBlockId(), ...dateline },
    paragraph(rest),
    ...blocks.slice(found.at + found.length),
  ];
}
