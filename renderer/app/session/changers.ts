import type { Article } from '../../../article/article.ts';
import { savedSince } from '../../../article/saves.ts';

/**
 * Who else has changed a story: their installations, '' for another window of this one and for a
 * program that counts no saves.
 */
export class Changers {
  private readonly known = new Set<string>();

  /** The person knows now that these write here, too. */
  see(by: readonly string[] = []): void {
    for (const one of by) this.known.add(one);
  }

  /** Those to be told of: `told` and, of these, who is not known yet; undefined for nobody. */
  with(told: readonly string[] | undefined, by: readonly string[]): readonly string[] | undefined {
    const all = new Set([...(told ?? []), ...by.filter((one) => !this.known.has(one))]);
    return all.size === 0 ? undefined : [...all];
  }
}

/** Whoever else has changed an article since it was as `before`. */
export function changersOf(
  before: Article,
  now: Article,
  isOwn: (installation: string) => boolean,
): string[] {
  // What was merged here is counted as saved here, too.
  const by = savedSince(before.saves, now.saves).filter((one) => !isOwn(one));
  return by.length === 0 ? [''] : by;
}
