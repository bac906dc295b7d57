import { isParagraph } from '../paragraph/paragraphs.ts';
import type { TableCell, TableRow } from './table.ts';
import { plainText } from '../../inline.ts';

/** Digits with what groups them, a sign or a currency before them, a unit or a mark after them. */
const NUMBER =
  /^[+\-−–±~≈<>≤≥(]?\s?(?:[A-Z]{0,3}\p{Sc}|[A-Z]{3}\s)?\s?[+\-−–]?\p{Nd}+(?:[.,:'’٫٬\s]\p{Nd}+)*\s?(?:[%‰٪]|\p{Sc}|[\p{L}°]{1,3}[²³]?)?\)?[*†‡]*$/u;

/** What stands in the place of a number that there is not. */
const NONE = /^(?:[-–—…]+|n\/?a\.?)$/iu;

/**
 * The cells of the columns that hold numbers: those in which at least half of all cells with words
 * are numbers. Headers of rows and cells across several columns do not make one, but a header above
 * it belongs to it, and a cell across several that is a number by itself is taken too.
 */
export function numberCells(rows: readonly TableRow[]): ReadonlySet<TableCell> {
  const columns = new Map<number, { numbers: number; words: number; cells: TableCell[] }>();
  const wide: TableCell[] = [];
  for (const { cell, column, isRowHeader } of placedCells(rows)) {
    if (isRowHeader) continue;
    const text = textOf(cell);
    if (cell.colspan !== undefined) {
      if (NUMBER.test(text)) wide.push(cell);
      continue;
    }
    const known = columns.get(column) ?? { numbers: 0, words: 0, cells: [] };
    columns.set(column, known);
    known.cells.push(cell);
    if (cell.header === true || text === '' || NONE.test(text)) continue;
    known[NUMBER.test(text) ? 'numbers' : 'words'] += 1;
  }
  const found = [...columns.values()].filter(
    ({ numbers, words }) => numbers > 0 && numbers >= words,
  );
  return new Set([...found.flatMap(({ cells }) => cells), ...wide]);
}

/** The text of a cell, with that of paragraphs among its blocks. */
function textOf({ content, blocks = [] }: TableCell): string {
  const paragraphs = blocks.filter(isParagraph).map((block) => block.content);
  return [content, ...paragraphs].map(plainText).join('\n').trim();
}

/** Each cell with the first column that it stands in, counted with the spans of those before it. */
function* placedCells(
  rows: readonly TableRow[],
): Generator<{ cell: TableCell; column: number; isRowHeader: boolean }> {
  /** For each column, the rows that a cell from above still reaches into. */
  const reached: number[] = [];
  for (const { cells } of rows) {
    const isHead = cells.every(({ header }) => header === true);
    let column = 0;
    const next: number[] = [];
    for (const cell of cells) {
      while ((reached[column] ?? 0) > 0) column += 1;
      yield { cell, column, isRowHeader: cell.header === true && !isHead };
      for (let width = cell.colspan ?? 1; width > 0; width -= 1) {
        next[column] = cell.rowspan ?? 1;
        column += 1;
      }
    }
    for (let at = 0; at < Math.max(reached.length, next.length); at += 1) {
      reached[at] = Math.max(0, (next[at] ?? reached[at] ?? 0) - 1);
    }
  }
}
