import { type Article, type Stamp, createArticle } from '../article.ts';
import { cleanText } from '../article-file.ts';
import { bylinesFromText, isAffiliation } from '../byline.ts';
import type { Place } from '../blocks/dateline/dateline.ts';
import { countryOfPlaces } from '../dateline/place-country.ts';
import type { House } from '../house.ts';
import { hasInk } from '../html/white-space.ts';
import { parseStamp } from '../stamp/parse.ts';
import { remembered } from './remembered.ts';
import { buildBlocks } from './wire-blocks.ts';
import { DatelineFinder, withFoundDateline } from './wire-dateline.ts';
import { isByline, takeHead } from './wire-head.ts';
import { takeSaidHead } from './wire-said-head.ts';
import { readChunks, takeTrailers } from '../wire/lines.ts';
import { takeFoot } from './wire-foot.ts';
import { takeNotes } from './wire-notes.ts';
import { readParts } from './wire-parts.ts';

/**
 * Reads plain wire copy: slugline, kicker, headline, standfirst, byline and stamp where they stand,
 * the dateline, paragraphs, lists, sidebars (a title directly followed by a list), and notes and trailers, which
 * go to the note to the desk. What is not understood becomes a paragraph; no word is dropped. `now` is RFC 3339, UTC.
 * Throws an AppError for text that cannot be worked on (`nul`, `too-large`).
 */
export function readWire(
  text: string,
  house: House,
  now: string,
): { article: Article; notices: string[] } {
  const { text: clean, notices } = cleanText(text);
  const { language } = house;
  const datelines = new DatelineFinder();
  const startsStory = (line: string) => datelines.startsStory(line);
  const isStamp = remembered((line) => parseStamp(line, { zone: house.zone }) !== undefined);
  const standsAlone = (line: string) =>
    isStamp(line) || isByline(line, language) || isAffiliation(line);
  const noted = takeNotes(readChunks(clean), (line) => standsAlone(line) || startsStory(line));
  const { chunks, trailers } = takeTrailers(noted.chunks);
  const foot = takeFoot(chunks, house.zone);
  const said = takeSaidHead(foot.chunks);
  const parts = readParts(said?.chunks ?? foot.chunks, { standsAlone, startsStory });
  const { head, body } =
    said === undefined
      ? takeHead(parts, { language, isStamp, datelines })
      : { head: said.head, body: parts };

  const blocks = buildBlocks(body, { house, depth: 0 });
  const found = datelines.find(blocks);
  const stamp =
    head.stamp === undefined
      ? undefined
      : readStamp(head.stamp, house, found?.dateline.places ?? [], notices);
  const options = { style: house.datelineStyle, near: stamp?.instant ?? now };
  const [slugline, ...otherSlugs] = [noted.slugline, head.slugline ?? ''].filter(hasInk);
  // Made here of clean text, so that only what stays empty is filled in by the schema.
  const article: Article = {
    ...createArticle(now),
    language,
    slugline: slugline ?? '',
    kicker: head.kicker ?? '',
    headline: head.headline ?? '',
    standfirst: head.standfirst ?? '',
    edNote: [...otherSlugs, ...noted.notes, ...trailers].join('\n'),
    body: withFoundDateline(blocks, found, options),
    corrections: foot.corrections,
    ...(stamp === undefined ? {} : { stamp }),
    ...(head.byline === undefined
      ? {}
      : { bylineText: head.byline, bylines: bylinesFromText(head.byline, [], language) }),
  };
  return { article, notices };
}

function readStamp(
  printed: string,
  house: House,
  places: readonly Place[],
  notices: string[],
): Stamp {
  const country = countryOfPlaces(places);
  const place = country === undefined ? { zone: house.zone } : { zone: house.zone, country };
  const parsed = parseStamp(printed, place);
  if (parsed?.kind === 'stamp') return parsed.stamp;
  if (parsed !== undefined) {
    const meanings = parsed.candidates.map(({ label }) => label).join('; ');
    notices.push(`The time “${printed}” may be in several zones: ${meanings}. Choose one.`);
  }
  return { printed };
}
