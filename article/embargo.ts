import type { Article } from './article.ts';
import { isInstant } from './html/instant.ts';

/**
 * True while the embargo of an article holds it back, at `now` (RFC 3339). One whose time cannot be
 * read holds until somebody puts it right: what was promised may not go out by mistake.
 */
export function isEmbargoed({ embargo }: Pick<Article, 'embargo'>, now: string): boolean {
  if (embargo === undefined) return false;
  return !isInstant(embargo.instant) || Date.parse(embargo.instant) > Date.parse(now);
}
