/** Letters that follow each other within so many milliseconds belong together. */
const TOGETHER = 700;

/** Finds a line of a list by the letters that it begins with, typed one after the other. */
export class TypeAhead {
  private typed = '';
  private last = -Infinity;

  /**
   * The line that a letter leads to from the one with the focus, which is -1 for none; answers -1
   * where no line begins so. One letter again and again goes from line to line. `at` is the time in
   * milliseconds.
   */
  find(lines: readonly string[], focused: number, letter: string, at: number): number {
    const key = letter.toLowerCase();
    const goesOn = at - this.last < TOGETHER && this.typed !== key;
    this.typed = goesOn ? this.typed + key : key;
    this.last = at;
    const begins = (line: string) => line.toLowerCase().startsWith(this.typed);
    const from = Math.max(0, goesOn ? focused : focused + 1);
    const later = lines.slice(from).findIndex(begins);
    return later === -1 ? lines.findIndex(begins) : from + later;
  }
}
