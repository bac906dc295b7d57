import type { RootContent } from 'hast';
import { stringify } from 'yaml';
import { withDateline } from '../blocks/dateline/lead.ts';
import { isParagraph } from '../blocks/paragraph/paragraphs.ts';
import { createArticle } from '../article.ts';
import { cleanText } from '../article-file.ts';
import type { Block } from '../blocks/blocks.ts';
import { type DetectedDateline, detectDateline } from '../dateline/detect.ts';
import type { House } from '../house.ts';
import { textOf } from '../html/classes.ts';
import type { KeptPicture } from '../html/kept-picture.ts';
import { readBlocks } from '../html/read.ts';
import { collapseInside, collapseText } from '../html/white-space.ts';
import { plainText } from '../inline.ts';
import { FieldReader, readFields } from '../markdown/fields.ts';
import { takeFrontMatter } from '../markdown/front-matter.ts';
import { pageOf } from '../markdown/page.ts';
import type { ImportReading } from './read.ts';

/**
 * Reads Markdown (CommonMark with the extensions of GitHub, and HTML in it) with or without front
 * matter. What Galley wrote comes back as it was; what the front matter of others says beside that
 * goes to the note to the desk. `now` is RFC 3339, UTC. Throws an AppError for text that cannot be
 * worked on (`nul`, `too-large`).
 */
export function readMarkdown(source: string, house: House, now: string): ImportReading {
  const { text, notices } = cleanText(source);
  const { fields: said, body } = takeFrontMatter(text);
  const reader = new FieldReader(said ?? {});
  const fields = readFields(reader, house);
  const near = fields.stamp?.instant ?? now;
  const pictures: KeptPicture[] = [];
  const base = fields.canonicalUrl;
  const page = pageOf(body, base);
  const { headline, content } = takeHeadline(page.content, fields.headline, said === undefined);
  const blocks = readBlocks(content, {
    datelineStyle: house.datelineStyle,
    near,
    pictures,
    ...(base === undefined ? {} : { base }),
  });
  const left = reader.left();
  const notes = left === undefined ? [] : [stringify(left, { lineWidth: 0 }).trim()];
  if (left !== undefined) {
    notices.push('What else the front matter says is in the note to the desk.');
  }
  if (page.beside.length > 0) {
    notes.push(...page.beside);
    notices.push(
      'What Markdown does not show in the text (comments, titles of links, hidden parts, addresses that lead nowhere from here) is in the note to the desk.',
    );
  }
  const article = createArticle(now, {
    language: house.language,
    ...fields,
    headline,
    edNote: notes.join('\n'),
    body: readDateline(blocks, reader.dateline, { style: house.datelineStyle, near }),
  });
  return { article, notices, pictures };
}

/**
 * A heading of the first level that begins the text is the headline, if there is no other; in a text
 * without front matter, one of any level: a crosshead may begin a story of ours.
 */
function takeHeadline(
  content: readonly RootContent[],
  title: string,
  isBare: boolean,
): { headline: string; content: readonly RootContent[] } {
  const first = content.find((node) => node.type === 'element');
  if (first === undefined || !(isBare ? /^h[1-6]$/u : /^h1$/u).test(first.tagName)) {
    return { headline: title, content };
  }
  const text = collapseText(textOf(first));
  if (text === '' || (title !== '' && title !== text)) return { headline: title, content };
  return { headline: text, content: content.filter((node) => node !== first) };
}

/** A dateline at the head of the lead becomes a block of its own. */
function readDateline(
  blocks: Block[],
  printed: string | undefined,
  { style, near }: { style: string; near: string },
): Block[] {
  const lead = blocks.find(isParagraph);
  if (lead === undefined) return blocks;
  const text = plainText(lead.content);
  const found =
    printed === undefined
      ? detectDateline(text, { style, near })
      : asPrinted(text, printed, { style, near });
  if (found === undefined) return blocks;
  const { rest, ...dateline } = found;
  return withDateline(blocks, lead, text.length - rest.length, dateline);
}

/** The dateline that the front matter says, if the lead begins with it. */
function asPrinted(
  text: string,
  printed: string,
  options: { style: string; near: string },
): DetectedDateline | undefined {
  const head = collapseInside(printed).trimStart();
  if (!text.startsWith(head.trimEnd())) return undefined;
  const rest = text.slice(text.startsWith(head) ? head.length : head.trimEnd().length);
  const found = detectDateline(head, options);
  return found?.rest === ''
    ? { ...found, rest }
    : { places: [], style: options.style, printed: head, override: true, rest };
}
