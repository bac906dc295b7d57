/** The lines that words fill when each stands on one line, unless it is longer than any. */
export class PrintedLines {
  count = 1;
  private readonly length: number;
  private used = 0;
  private gap = 0;

  /** `length` is that of a line, in characters. */
  constructor(length: number) {
    this.length = length;
  }

  /** The next word has so many characters. */
  word(length: number): void {
    if (length === 0) return;
    if (this.used > 0 && this.used + this.gap + length > this.length) {
      this.count += 1;
      this.used = 0;
    }
    this.used += this.used === 0 ? length : this.gap + length;
    while (this.used > this.length) {
      this.count += 1;
      this.used -= this.length;
    }
  }

  /** So many spaces are between the word before and the next. */
  space(length: number): void {
    this.gap = length;
  }
}
