import type { Article } from '../../article/article.ts';

/** Words of a story that could not be written to its file. */
export interface RecoveredWords {
  article: Article;
  /** RFC 3339, UTC */
  at: string;
  /** Why the file could not be written, for the person. */
  reason: string;
  /** What a save of these words names as its base, so that it is merged with what came since. */
  base: string;
}
