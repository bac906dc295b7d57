import type { Element, Root } from 'hast';
import { isParagraph } from '../blocks/paragraph/paragraphs.ts';
import type { Byline } from '../article.ts';
import type { Block } from '../blocks/blocks.ts';
import { bylinesFromText } from '../byline.ts';
import { findAll, shownText } from '../html/find.ts';
import { collapseText } from '../html/white-space.ts';
import { plainText } from '../inline.ts';
import type { PageFacts } from './page-facts.ts';
import { isByline } from './wire-head.ts';

export interface Credits {
  /** The body without what went to a field. */
  blocks: Block[];
  /** Where the text begins: after pictures, crossheads and credits. */
  lead: number;
  bylines: Byline[];
}

/**
 * Takes the byline and the time off the start of the text where they agree with what the page says
 * about itself, or where it says nothing. Other credits stay, and the text is taken to begin after
 * them.
 */
export function takeCredits(
  read: readonly Block[],
  content: Root | Element,
  facts: Pick<PageFacts, 'bylines' | 'language' | 'published'>,
): Credits {
  const marked = new Set(findAll(content, isBylineElement).map(shownText));
  const times = timesOf(content);
  const blocks: Block[] = [];
  let { bylines } = facts;
  let at = 0;
  for (const block of read) {
    if (block.type !== 'image' && block.type !== 'heading') {
      const text = isParagraph(block) ? collapseText(plainText(block.content)).trim() : '';
      const time = times.get(text.replace(/^(?:posted|published|updated)\b:?\s*/iu, ''));
      const { language } = facts;
      const names =
        isByline(text, language) || (marked.has(text) && isByline(`By ${text}`, language));
      const last = !read.slice(at + 1).some(isParagraph);
      if (last || (time === undefined && !names)) break;
      if (names && bylines.length === 0) bylines = bylinesFromText(text, [], language);
      else if (time === undefined || time !== facts.published || /^updated/iu.test(text)) {
        blocks.push(block);
      }
    } else {
      blocks.push(block);
    }
    at += 1;
  }
  return { blocks: [...blocks, ...read.slice(at)], lead: blocks.length, bylines };
}

/** The times that stand in the text, by what is shown of them. */
function timesOf(content: Root | Element): Map<string, string> {
  const times = findAll(content, ({ tagName }) => tagName === 'time');
  return new Map(
    times.flatMap((time) => {
      const { dateTime } = time.properties;
      return typeof dateTime === 'string'
        ? [[shownText(time).trim(), collapseText(dateTime)] as const]
        : [];
    }),
  );
}

function isBylineElement({ properties: { className, itemProp } }: Element): boolean {
  const names = [className, itemProp].flat();
  return names.some((name) => typeof name === 'string' && /^(?:author|byline)$/iu.test(name));
}
