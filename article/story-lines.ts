import type { Article } from './article.ts';
import { printedByline, writtenByline } from './byline.ts';
import { TEXT_FIELDS, type TextField } from './fields.ts';
import type { Block } from './blocks/blocks.ts';
import { deepEqual } from './deep-equal.ts';
import { type Holder, holdsOf, mapHeld } from './blocks/holds.ts';
import { keywordsFromText, printedKeywords } from './keywords.ts';
import {
  type Run,
  cutRuns,
  dropText,
  joinRuns,
  markedText,
  plainText,
  takeText,
} from './inline.ts';
import { markSpecs } from './marks/marks.ts';

/** Where a line of a story stands; it is known by this again after changes elsewhere. */
export interface LinePlace {
  /** The block that it is in; undefined for a field of the story. */
  block?: string;
  /** The part of that block: an item, a cell, a picture of a gallery. */
  part?: string;
  /** What holds it: `headline`, `content`, `caption`. */
  key: string;
}

/** All that a person has written in one place; a line break in it is one character. */
export interface StoryLine extends LinePlace {
  text: string;
  /** Where it is in its block: `content`, `images[2].caption`. */
  path: string;
  /** It is made of other things, and not to be written in. */
  fixed?: true;
}

/** An article's fields with new values; undefined takes an optional one away. */
export type ArticleEdit = { [Name in keyof Article]?: Article[Name] | undefined };

/** A field that one writes as text, whatever it is kept as. */
interface WrittenField {
  key: string;
  read(article: Article): string | undefined;
  write(article: Article, text: string): ArticleEdit;
}

const asText = (key: TextField): WrittenField => ({
  key,
  read: (article) => article[key],
  write: (_, text) => ({ [key]: text }),
});

/** The fields of the head, in the order in which they are read. */
export const HEAD_KEYS = ['kicker', 'headline', 'standfirst'] as const satisfies TextField[];
const HEAD = HEAD_KEYS.map(asText);
const BESIDE: readonly WrittenField[] = [
  ...TEXT_FIELDS.filter(
    (key) => key !== 'bylineText' && !(HEAD_KEYS as readonly TextField[]).includes(key),
  ).map(asText),
  { key: 'bylines', read: printedByline, write: writtenByline },
  {
    key: 'keywords',
    read: ({ keywords }) => printedKeywords(keywords),
    write: (_, text) => ({ keywords: keywordsFromText(text) }),
  },
];

/** Everything that is written in a story, in the order in which it is read: head, body, the rest. */
export function storyLines(article: Article): StoryLine[] {
  return [...linesOfHead(article), ...article.body.flatMap(linesOfBlock), ...linesBeside(article)];
}

/** Kicker, headline and standfirst. */
export function linesOfHead(article: Article): StoryLine[] {
  return HEAD.flatMap((field) => fieldLine(article, field));
}

/** The fields that stand beside the story. */
export function linesBeside(article: Article): StoryLine[] {
  return BESIDE.flatMap((field) => fieldLine(article, field));
}

function fieldLine(article: Article, { key, read }: WrittenField): StoryLine[] {
  const text = read(article);
  return text === undefined ? [] : [{ key, path: key, text }];
}

/** The lines of a block and of the blocks in it. */
export function linesOfBlock(block: Block): StoryLine[] {
  const lines: StoryLine[] = [];
  withEdits(block, (line) => {
    lines.push(line);
    return NONE;
  });
  return lines;
}

const NONE: readonly LineEdit[] = [];

/** Other text in a stretch of a line. */
export interface LineEdit {
  line: LinePlace;
  from: number;
  to: number;
  text: string;
}

/**
 * What a story has instead where stretches of its lines read otherwise. New text has the marks of
 * the first character that it replaces; what is noted or said of any of them stays. The stretches
 * of a line do not overlap. What is `fixed` stays as it is.
 */
export function editLines(article: Article, edits: readonly LineEdit[]): ArticleEdit {
  const byLine = Map.groupBy(edits, ({ line }) => lineId(line));
  const changed: ArticleEdit = {};
  for (const { key, read, write } of [...HEAD, ...BESIDE]) {
    const own = byLine.get(lineId({ key }));
    if (own !== undefined) Object.assign(changed, write(article, edited(read(article) ?? '', own)));
  }
  const body = article.body.map((block) =>
    withEdits(block, (line) => (line.fixed ? NONE : (byLine.get(lineId(line)) ?? NONE))),
  );
  if (!deepEqual(body, article.body)) changed.body = body;
  return changed;
}

/** A text that tells a line from every other of its story; ids are given once in a story. */
export function lineId({ block = '', part = block, key }: LinePlace): string {
  return `${part}/${key}`;
}

/** The block with the edits that `editsOf` answers for each of its lines; the same object without any. */
function withEdits(block: Block, editsOf: (line: StoryLine) => readonly LineEdit[]): Block {
  const lineAt = (text: string, path: string, holder: Holder): StoryLine => ({
    block: block.id,
    ...(holder.id !== block.id && { part: holder.id }),
    key: path.slice(path.lastIndexOf('.') + 1),
    path,
    text,
    // Printed of its parts.
    ...(block.type === 'dateline' && { fixed: true as const }),
  });
  return mapHeld(block, holdsOf(block), {
    runs: (runs, path, holder) =>
      editedRuns(runs as Run[], editsOf(lineAt(plainText(runs), path, holder))),
    text: (text, path, holder) => edited(text, editsOf(lineAt(text, path, holder))),
    blocks: (blocks) => {
      const mapped = blocks.map((inner) => withEdits(inner, editsOf));
      return mapped.every((inner, at) => inner === blocks[at]) ? (blocks as Block[]) : mapped;
    },
  });
}

const lastFirst = (edits: readonly LineEdit[]) => edits.toSorted((a, b) => b.from - a.from);

function edited(text: string, edits: readonly LineEdit[]): string {
  return lastFirst(edits).reduce(
    (now, { from, to, text: other }) => now.slice(0, from) + other + now.slice(to),
    text,
  );
}

function editedRuns(runs: Run[], edits: readonly LineEdit[]): Run[] {
  return lastFirst(edits).reduce<Run[]>((now, { from, to, text }) => {
    const written = markedText(text, marksFor(cutRuns(now, [from, to])));
    return joinRuns([...takeText(now, from), ...written, ...dropText(now, to)]);
  }, runs);
}

/** The marks of the first character, and those that speak of words: they keep some to speak of. */
function marksFor(replaced: readonly Run[]) {
  const [first = [], ...others] = replaced.map((run) => ('text' in run ? (run.marks ?? []) : []));
  const about = others.flat().filter(({ type }) => markSpecs.get(type)?.repeats);
  const marks = [...first];
  for (const mark of about) {
    if (!marks.some((one) => deepEqual(one, mark))) marks.push(mark);
  }
  return marks;
}
