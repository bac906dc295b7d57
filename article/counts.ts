import { headLines } from './head-lines.ts';
import type { Article } from './article.ts';
import type { Block } from './blocks/blocks.ts';
import { eachText, holdsOf, mapHeld } from './blocks/holds.ts';
import { specOf } from './blocks/specs.ts';
import { collapseText } from './html/white-space.ts';
import type { Run } from './inline.ts';
import { COUNTED_PARTS, type CountedPart } from './counted-parts.ts';
import { type Published, publish } from './publish.ts';
import { type Stats, type StatsOptions, stats } from './stats.ts';

/** How long each part of a story is. */
export type StoryCounts = Record<CountedPart, Stats>;

export type CountOptions = Pick<StatsOptions, 'lineLength'>;

/**
 * Counts what of an article is published, part by part, and the notes in it, which never are. Every
 * length that Galley shows of a story comes from here. Blocks and marks that this Galley does not
 * know count for nothing.
 */
export function countStory(article: Article, { lineLength }: CountOptions): StoryCounts {
  const { published } = publish(article, { dropUnknown: true });
  const lines = linesByPart(published.body);
  lines.head.push(...headLines(published));
  lines.corrections.push(...published.corrections.map(({ text }) => text));
  lines.notes.push(...noteLines(article.body));
  const options = { lineLength, language: article.language };
  const counted = COUNTED_PARTS.map((part) => [part, countLines(lines[part], options)]);
  return Object.fromEntries(counted) as StoryCounts;
}

/** How long a story is, as lists and reports say it. */
export type Length = Pick<Stats, 'words' | 'characters'>;

/** How long a published story is: its `story` part alone. */
export function storyLength(published: Published): Length {
  const { story } = linesByPart(published.body);
  const options = { lineLength: Infinity, language: published.language };
  const { words, characters } = countLines(story, options);
  return { words, characters };
}

/** Counts some blocks of an article by the same rules, whatever parts of it they are. */
export function countBlocks(
  article: Article,
  blocks: readonly Block[],
  { lineLength }: CountOptions,
): Stats {
  const { published } = publish({ ...article, body: [...blocks] }, { dropUnknown: true });
  const lines = Object.values(linesByPart(published.body)).flat();
  return countLines(lines, { lineLength, language: article.language });
}

function countLines(lines: readonly string[], options: StatsOptions): Stats {
  return stats(
    lines.flatMap((line) => line.split('\n').map(collapseText)),
    options,
  );
}

/** The words of published blocks, a line for each stretch of text that belongs together. */
function linesByPart(blocks: readonly Block[]): Record<CountedPart, string[]> {
  const lines = Object.fromEntries(
    COUNTED_PARTS.map((part): [CountedPart, string[]] => [part, []]),
  ) as Record<CountedPart, string[]>;
  let runsIn = '';
  for (const block of blocks) {
    const isRunIn = specOf(block).runsIn === true;
    eachText([block], 'story', (text, part) => {
      if (isRunIn) {
        runsIn += text;
      } else {
        lines[part].push(runsIn + text);
        runsIn = '';
      }
    });
  }
  lines.story.push(runsIn);
  return lines;
}

/** The notes to colleagues in the text of blocks, which no reader sees. */
function noteLines(blocks: readonly Block[]): string[] {
  const notes: string[] = [];
  const collect = (row: readonly Block[]): Block[] =>
    row.map((block) => mapHeld(block, holdsOf(block), { blocks: collect, runs: collectRuns }));
  const collectRuns = (runs: readonly Run[]): Run[] => {
    for (const run of runs) {
      if ('text' in run && run.marks?.some(({ type }) => type === 'note')) notes.push(run.text);
    }
    return [...runs];
  };
  collect(blocks);
  return notes;
}
