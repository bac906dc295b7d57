import type { Article } from '../../article/article.ts';
import type { Block } from '../../article/blocks/blocks.ts';
import { linesOf } from '../../article/blocks/holds.ts';
import type { List } from '../../article/blocks/list/list.ts';
import type { Paragraph } from '../../article/blocks/paragraph/paragraph.ts';
import type { Picture } from '../../article/blocks/picture.ts';
import type { Table } from '../../article/blocks/table/table.ts';
import type { Run } from '../../article/inline.ts';
import { publish } from '../../article/publish.ts';

/** A character of a line with its marks, or a break. */
type Letter = { char: string; marks: string[]; link?: string };

/** Text as a reader sees it: any row of spaces and control characters is one space. */
export function seen(text: string): string {
  const shown = text.replace(/[ \p{Cc}]+/gu, ' ').replace(/^ | $/gu, '');
  return hasInk(shown) ? shown : '';
}

function hasInk(text: string): boolean {
  return /[^\p{Cc}\p{Cf}\p{Z}\p{DI}\s]/u.test(text);
}

/**
 * What a reader sees of an article, as plain data: two articles that look the same on a page are
 * equal here. Nothing of ids, clocks, empty blocks and where in the rail's order of the text a
 * sidebar stood.
 */
export function seenArticle(article: Article) {
  const { published } = publish(article, { dropUnknown: true });
  const { body } = published;
  return {
    language: published.language,
    kicker: seen(published.kicker),
    headline: seen(published.headline),
    standfirst: seen(published.standfirst),
    byline: seen(published.byline),
    section: seen(published.section),
    keywords: published.keywords.map(seen).filter((keyword) => keyword !== ''),
    canonicalUrl: published.canonicalUrl,
    stamp: published.stamp,
    corrections: published.corrections
      .map(({ at, kind, text }) => ({ at, kind, text: seen(text) }))
      .filter(({ text }) => text !== ''),
    contributors: published.bylines
      .filter(({ role, name }) => role !== 'author' && seen(name) !== '')
      .map((one) => ({ ...one, name: seen(one.name) }))
      .sort((a, b) => ROLES.indexOf(a.role) - ROLES.indexOf(b.role)),
    body: [
      ...body.filter((block) => !inRail(block)).flatMap(seenBlock),
      ...body.filter(inRail).flatMap(seenBlock),
    ],
  };
}

const ROLES = ['author', 'reporting', 'photo', 'editing'];

function inRail(block: Block): boolean {
  return block.type === 'sidebar' && block.placement === 'rail';
}

function seenBlock(block: Block): unknown[] {
  switch (block.type) {
    case 'paragraph': {
      const line = seenRuns(block.content);
      return line.length === 0 ? [] : [{ p: line }];
    }
    case 'heading': {
      const line = seenRuns(block.content);
      return line.length === 0 ? [] : [{ heading: line, level: block.level }];
    }
    case 'list':
      return seenList(block);
    case 'divider':
      return ['divider'];
    case 'dateline':
      return [{ dateline: block.printed, places: block.places, source: block.source }];
    case 'sidebar': {
      const { kind, placement } = block;
      const title = seen(block.title);
      const body = block.body.flatMap(seenBlock);
      return title === '' && body.length === 0 ? [] : [{ sidebar: title, kind, placement, body }];
    }
    case 'quote': {
      const body = block.body.flatMap(seenBlock);
      const by = seen(block.attribution);
      return body.length === 0 && by === '' ? [] : [{ quote: body, by }];
    }
    case 'pullquote': {
      const words = seenRuns(block.content);
      const by = seen(block.attribution);
      return words.length === 0 && by === '' ? [] : [{ pullquote: words, by }];
    }
    case 'image':
      return seenPicture(block);
    case 'gallery': {
      const images = block.images.flatMap(seenPicture);
      const caption = seenRuns(block.caption);
      return images.length === 0 && caption.length === 0 ? [] : [{ gallery: images, caption }];
    }
    case 'table':
      return seenTable(block);
    case 'embed':
      return [{ embed: block.url, provider: seen(block.provider), title: seen(block.title) }];
    case 'correction': {
      const content = seenRuns(block.content);
      const { kind, at } = block;
      return content.length === 0 ? [] : [{ [kind]: content, at }];
    }
    case 'unknown':
      throw new Error('an unknown block was published');
    default: {
      // One that is new is seen by its words alone.
      const { type } = block as Block;
      return [{ [type]: linesOf([block]).map(seen) }];
    }
  }
}

/** A picture that is here has its size; one that is elsewhere has its address. */
function seenPicture({ file, source, href, alt, decorative, ...rest }: Picture): unknown[] {
  const caption = seenRuns(rest.caption);
  const [credit, copyright] = [seen(rest.credit), seen(rest.copyright)];
  const text = { caption, credit, copyright };
  if (file !== undefined) {
    const { width, height } = rest;
    return [{ file, href, alt: decorative ? '' : seen(alt), decorative, width, height, ...text }];
  }
  const blank = [source, href].every((address) => address === undefined) && seen(alt) === '';
  if (blank && caption.length === 0 && credit === '' && copyright === '') return [];
  return [{ source, href, alt: seen(alt), decorative, ...text }];
}

function seenTable({ rows, caption }: Table): unknown[] {
  const title = seenRuns(caption);
  const cells = rows.map((row) =>
    row.cells.map(({ content, header, colspan, rowspan, blocks = [] }) => {
      // The paragraphs that a cell begins with are lines of its text.
      const inside = blocks.filter((block) => seenBlock(block).length > 0);
      const end = inside.findIndex(({ type }) => type !== 'paragraph');
      const lines = inside.slice(0, end === -1 ? undefined : end);
      return {
        text: [
          seenRuns(content),
          ...lines.map((one) => seenRuns((one as Paragraph).content)),
        ].flat(),
        header,
        colspan,
        rowspan,
        blocks: inside.slice(lines.length).flatMap(seenBlock),
      };
    }),
  );
  const filled = cells.flat().some(({ text, blocks }) => text.length > 0 || blocks.length > 0);
  if (!filled && title.length === 0) return [];
  return [{ table: cells.filter((row) => row.length > 0), title }];
}

function seenList(list: List): unknown[] {
  const items = list.items.flatMap((item) => {
    const text = seenRuns(item.content);
    const lists = (item.lists ?? []).flatMap(seenList);
    return text.length === 0 && lists.length === 0 ? [] : [{ text, lists }];
  });
  return items.length === 0 ? [] : [{ list: list.kind, items }];
}

/** `[text, marks, link]` of each stretch, and `'break'`. */
function seenRuns(runs: readonly Run[]): unknown[] {
  const letters: Letter[] = [];
  for (const run of runs) {
    if ('break' in run) {
      letters.push({ char: '\n', marks: [] });
      continue;
    }
    const marks = (run.marks ?? []).map(({ type }) => type).filter((type) => type !== 'link');
    const link = run.marks?.find((mark) => mark.type === 'link');
    for (const char of run.text) {
      const letter: Letter = {
        char: /[ \p{Cc}]/u.test(char) ? ' ' : char,
        marks: marks.toSorted(),
      };
      if (link !== undefined && 'href' in link) letter.link = link.href;
      letters.push(letter);
    }
  }
  if (!hasInk(letters.map(({ char }) => char).join(''))) return [];
  const lines: Letter[][] = [[]];
  for (const letter of letters) {
    const line = lines.at(-1)!;
    if (letter.char === '\n') lines.push([]);
    else if (letter.char !== ' ' || (line.length > 0 && line.at(-1)!.char !== ' '))
      line.push(letter);
  }
  for (const line of lines) if (line.at(-1)?.char === ' ') line.pop();
  while (lines[0]?.length === 0) lines.shift();
  while (lines.at(-1)?.length === 0) lines.pop();
  return lines.map(seenLine);
}

function seenLine(line: readonly Letter[]): unknown[] {
  const stretches: { text: string; marks: string; link: string }[] = [];
  for (const [at, { char, marks }] of line.entries()) {
    const last = stretches.at(-1);
    const key = marks.join(' ');
    const link = linkAt(line, at);
    if (last !== undefined && last.marks === key && last.link === link) last.text += char;
    else stretches.push({ text: char, marks: key, link });
  }
  return stretches;
}

/** The link of a letter, unless there is nothing to see in the whole of it. */
function linkAt(line: readonly Letter[], at: number): string {
  const { link } = line[at]!;
  if (link === undefined) return '';
  const from = line.findLastIndex((letter, index) => index < at && letter.link !== link) + 1;
  const end = line.findIndex((letter, index) => index > at && letter.link !== link);
  const linked = line.slice(from, end === -1 ? undefined : end);
  return hasInk(linked.map(({ char }) => char).join('')) ? link : '';
}
