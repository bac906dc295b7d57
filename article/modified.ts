import type { Article } from './article.ts';

/**
 * The time at which a story is written: `now`, or what one of its copies says where that is later.
 * A clock that is set back takes no story back in time. RFC 3339, UTC.
 */
export function modifiedAt(now: string, ...copies: Pick<Article, 'modified'>[]): string {
  let latest = now;
  for (const { modified } of copies) {
    if (Date.parse(modified) > Date.parse(latest)) latest = modified;
  }
  return latest;
}
