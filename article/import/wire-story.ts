import { isDateline, withoutDatelines } from '../blocks/dateline/lead.ts';
import { AppError } from '../app-error.ts';
import type { Article } from '../article.ts';
import type { Block } from '../blocks/blocks.ts';
import { hasInk } from '../html/white-space.ts';
import type { House } from '../house.ts';
import { correctionNote } from '../blocks/correction/wire.ts';
import { isParagraph, plainParagraph } from '../blocks/paragraph/paragraphs.ts';
import { readWire } from './wire.ts';

/** What of a story can be told from its wire copy. */
export type StoryPart =
  | 'slugline'
  | 'kicker'
  | 'headline'
  | 'standfirst'
  | 'byline'
  | 'stamp'
  | 'dateline'
  | 'sidebars'
  | 'edNote';

/** A story that was read from wire copy. */
export interface WireStory {
  article: Article;
  /** What it says beside the paragraphs, in the order of a story. */
  parts: StoryPart[];
  notices: string[];
}

/**
 * Reads text that is a whole story in wire copy: with a dateline or a stamp, something else for the
 * fields or the rail, and more than one paragraph. Undefined for all other text. `now` is RFC 3339.
 */
export function readWireStory(text: string, house: House, now: string): WireStory | undefined {
  try {
    const { article, notices } = readWire(text, house, now);
    const parts = partsOf(article);
    const paragraphs = article.body.filter(isParagraph).length;
    const headed = parts.includes('headline') || parts.includes('byline');
    const told = parts.includes('stamp') || (parts.includes('dateline') && parts.length > 1);
    return told && paragraphs >= (headed ? 2 : 3) ? { article, parts, notices } : undefined;
  } catch (error) {
    // Text that cannot be worked on is no story.
    if (error instanceof AppError) return undefined;
    throw error;
  }
}

function partsOf(article: Article): StoryPart[] {
  const { slugline, kicker, headline, standfirst, bylines, stamp, body, edNote } = article;
  const has: Record<StoryPart, boolean> = {
    slugline: slugline !== '',
    kicker: kicker !== '',
    headline: headline !== '',
    standfirst: standfirst !== '',
    byline: bylines.length > 0,
    stamp: stamp !== undefined,
    dateline: body.some(isDateline),
    sidebars: body.some(({ type }) => type === 'sidebar'),
    edNote: edNote !== '',
  };
  return (Object.keys(has) as StoryPart[]).filter((part) => has[part]);
}

/** Parts that are a line of text. */
type Line = 'slugline' | 'kicker' | 'headline' | 'standfirst';

function isLine(part: StoryPart): part is Line {
  return ['slugline', 'kicker', 'headline', 'standfirst'].includes(part);
}

/** Fields of an article as they are to be; undefined takes an optional one away. */
export type FieldValues = {
  [Name in Line | 'bylines' | 'bylineText' | 'stamp' | 'edNote']?: Article[Name] | undefined;
};

/** How a story takes up another one that was read from copy. */
export interface StoryFill {
  /** The fields that change, as they will be. */
  after: FieldValues;
  /** What takes the place of the copy. */
  body: Block[];
  filled: StoryPart[];
  /** What the story has already, and so stays in its text. */
  kept: StoryPart[];
}

/**
 * Fills the empty fields of a story from wire copy. What is written is never replaced: words that
 * find their field taken stay in the text, those of the slugline go to the note to the desk.
 * `fresh` is true for a story in which nothing was written yet; its byline was given by the desk.
 */
export function fillStory(
  story: Article,
  { article, parts }: WireStory,
  fresh: boolean,
): StoryFill {
  const after: FieldValues = {};
  const filled: StoryPart[] = [];
  const kept: StoryPart[] = [];
  const put = <Name extends keyof FieldValues>(name: Name, value: FieldValues[Name]) => {
    after[name] = value;
  };
  const notes = hasInk(story.edNote) ? [story.edNote] : [];
  const text: string[] = [];
  for (const part of parts) {
    if (isTaken(story, part, fresh)) {
      kept.push(part);
      if (part === 'slugline') notes.push(article.slugline);
      else if (part !== 'dateline') text.push(printed(article, part));
      continue;
    }
    filled.push(part);
    if (isLine(part)) put(part, article[part]);
    else if (part === 'stamp') put('stamp', article.stamp);
    else if (part === 'byline') {
      put('bylines', [
        ...article.bylines,
        ...story.bylines.filter(({ role }) => role !== 'author'),
      ]);
      put('bylineText', article.bylineText);
    }
  }
  if (article.edNote !== '') notes.push(article.edNote);
  const edNote = notes.join('\n');
  if (edNote !== story.edNote) put('edNote', edNote);
  const body = kept.includes('dateline') ? withoutDatelines(article.body) : article.body;
  const corrections = article.corrections.map(correctionNote);
  return { after, body: [...text.map(plainParagraph), ...body, ...corrections], filled, kept };
}

function isTaken(story: Article, part: StoryPart, fresh: boolean): boolean {
  if (isLine(part)) return hasInk(story[part]);
  switch (part) {
    case 'stamp':
      return story.stamp !== undefined;
    case 'byline':
      if (story.bylineText !== undefined) return true;
      return !fresh && story.bylines.some(({ role }) => role === 'author');
    case 'dateline':
      return !fresh && story.body.some(isDateline);
    default:
      return false;
  }
}

function printed(article: Article, part: StoryPart): string {
  if (part === 'byline') return article.bylineText ?? '';
  if (isLine(part)) return article[part];
  return article.stamp?.printed ?? '';
}
