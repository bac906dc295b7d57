import type { Article } from './article.ts';
import type { Block } from './blocks/blocks.ts';
import type { List } from './blocks/list.ts';
import { printedByline } from './byline.ts';
import { text } from './formats/text.ts';
import { pageWords } from './html/words.ts';
import type { Run } from './inline.ts';
import { wordsIn } from './stats.ts';

/**
 * The words of a story as the editor counts them, which is those of its wire copy. A desk of
 * thousands is counted when it is read, so that plain stories are counted without making the copy.
 */
export function articleWords(article: Article): number {
  const { language } = article;
  const lines = plainLines(article.body);
  if (lines === undefined) {
    return wordsIn(text.render(article, { dropUnknown: true }).text, language);
  }
  const { headline, kicker, standfirst, stamp, corrections } = article;
  const head = [headline, kicker, standfirst, printedByline(article), stamp?.printed ?? ''];
  for (const line of head) lines.push(line.replaceAll('\n', ' '));
  for (const { kind, text: words } of corrections) {
    if (words.trim() !== '') lines.push(`${pageWords(language)[kind]}: ${words}`);
  }
  return lines.reduce((sum, line) => sum + wordsIn(line, language), 0);
}

/** The lines of blocks that are printed as they are; undefined if there is any other among them. */
function plainLines(blocks: readonly Block[]): string[] | undefined {
  const lines: string[] = [];
  let runsIn = '';
  for (const block of blocks) {
    if (block.suggestion !== undefined) return undefined;
    switch (block.type) {
      case 'dateline':
        runsIn = block.printed.replaceAll('\n', ' ');
        break;
      case 'heading':
      case 'paragraph': {
        const line = plainRuns(block.content);
        if (line === undefined) return undefined;
        lines.push(runsIn + line);
        runsIn = '';
        break;
      }
      case 'list':
        if (!addItems(block, lines)) return undefined;
        break;
      case 'sidebar': {
        const inside = plainLines(block.body);
        if (inside === undefined) return undefined;
        lines.push(block.title.replaceAll('\n', ' '), ...inside);
        break;
      }
      case 'divider':
        break;
      default:
        return undefined;
    }
  }
  return lines;
}

/** The items with their numbers, which are words too; false if there is one that is not plain. */
function addItems({ kind, items }: List, lines: string[]): boolean {
  return items.every(({ content, lists = [] }) => {
    const line = plainRuns(content);
    if (line === undefined || line.trim() === '') return false;
    lines.push(kind === 'numbered' ? `1. ${line}` : line);
    return lists.every((list) => addItems(list, lines));
  });
}

/** Notes and suggestions are not printed. */
function plainRuns(runs: readonly Run[]): string | undefined {
  let line = '';
  for (const run of runs) {
    if ('break' in run) line += '\n';
    else if (run.marks?.some(({ type }) => type === 'note' || type === 'suggestion')) {
      return undefined;
    } else line += run.text;
  }
  return line;
}
