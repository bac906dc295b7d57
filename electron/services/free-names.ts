/**
 * The names in one folder, and which are free: `name`, else `name-2`, `name-3` …, also where case
 * does not count. To give a name takes as long in a folder of many thousands as in an empty one.
 */
export class FreeNames {
  /** How each name is written, by what it is where case does not count. */
  private readonly taken = new Map<string, string>();
  /** The number that is tried first for a name which was given before. */
  private readonly next = new Map<string, number>();

  constructor(taken: Iterable<string> = []) {
    for (const name of taken) this.taken.set(fold(name), name);
  }

  /** What has the name, as it is written there; undefined if it is free. */
  holder(name: string): string | undefined {
    return this.taken.get(fold(name));
  }

  /** Gives the name or the next free one, which is taken from now on. */
  take(name: string): string {
    const key = fold(name);
    let count = this.taken.has(key) ? (this.next.get(key) ?? 2) : 1;
    let free = numbered(name, count);
    while (this.taken.has(fold(free))) {
      count += 1;
      free = numbered(name, count);
    }
    if (count > 1) this.next.set(key, count + 1);
    this.taken.set(fold(free), free);
    return free;
  }

  /** A name is free again. */
  release(name: string): void {
    this.taken.delete(fold(name));
  }
}

function numbered(name: string, count: number): string {
  return count === 1 ? name : `${name}-${count}`;
}

function fold(name: string): string {
  return name.normalize('NFC').toLowerCase();
}
