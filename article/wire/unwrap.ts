/** Lines of wire copy are filled up to a column between these. */
const NARROWEST = 50;
const WIDEST = 100;
/** A filled line is never shorter than this: no word is so long that it would not have fitted. */
const SHORTEST_FULL = 36;

/**
 * Joins rows of lines that a program has wrapped: every line but the last is so full that the next
 * word did not fit. A row of lines that are paragraphs of their own stays as it is.
 */
export function unwrapRows(rows: readonly (readonly string[])[]): string[][] {
  const columns = rows.filter((row) => row.length > 2 && isFilled(row)).map(widest);
  const column = columns.length === 0 ? undefined : largest(columns);
  return rows.map((row) => {
    const wrapped = row.length > 2 ? isFilled(row) : row.length === 2 && isPair(row, column);
    return wrapped ? [row.join(' ')] : [...row];
  });
}

/** Lines that stand alone are filled up to a column between these, or are no lines of wrapped text. */
const ALONE = { narrowest: 55, widest: 80 };

/**
 * Joins the lines of a row beside which there is no other: two over which one sentence goes, or
 * more that are all filled and of which at least one breaks off within a sentence.
 */
export function unwrapAlone(row: readonly string[]): string[] {
  const [first = '', second = ''] = row;
  if (row.length < 3) {
    return row.length === 2 && isOneSentence(first, second) ? [row.join(' ')] : [...row];
  }
  const column = widest(row);
  const wrapped =
    column >= ALONE.narrowest &&
    column <= ALONE.widest &&
    isFilled(row) &&
    !row.some((line) => MARKED.test(line)) &&
    row.some((line, at) => /[\p{L}\p{N},]$/u.test(line) && /^\p{Ll}/u.test(row[at + 1] ?? ''));
  return wrapped ? [row.join(' ')] : [...row];
}

const MARKED = /^(?:[-*•–]|\d{1,3}[.)])\s/u;

function isFilled(row: readonly string[]): boolean {
  const column = widest(row);
  if (column < NARROWEST || column > WIDEST) return false;
  return row.every((line, index) => {
    const next = row[index + 1];
    return next === undefined || (line.length >= SHORTEST_FULL && !fits(line, next, column));
  });
}

/** Two lines say little: that one sentence goes over both decides, or the column of other rows. */
function isPair(row: readonly string[], column: number | undefined): boolean {
  const [first = '', second = ''] = row;
  if (isOneSentence(first, second)) return true;
  if (first.length < NARROWEST || Math.max(first.length, second.length) > WIDEST) return false;
  if (column !== undefined) return widest(row) <= column && !fits(first, second, column);
  return (
    !/[.!?:”"»。]$/u.test(first) &&
    /^[\p{Ll}\p{N}]/u.test(second) &&
    !fits(first, second, widest(row))
  );
}

/** The first line does not end a sentence, and the second goes on in small letters and ends one. */
function isOneSentence(first: string, second: string): boolean {
  return (
    Math.max(first.length, second.length) <= WIDEST &&
    /[\p{L}\p{N},]$/u.test(first) &&
    /^\p{Ll}/u.test(second) &&
    /[.!?。]["'”’»)]*$/u.test(second)
  );
}

function fits(line: string, next: string, column: number): boolean {
  const [word = ''] = next.split(' ', 1);
  return line.length + 1 + word.length <= column;
}

function widest(row: readonly string[]): number {
  return largest(row.map((line) => line.length));
}

function largest(numbers: readonly number[]): number {
  return numbers.reduce((a, b) => Math.max(a, b), 0);
}
