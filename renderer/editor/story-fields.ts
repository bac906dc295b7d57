import type { Article } from '../../article/article.ts';
import type { FieldValues } from '../../article/import/wire-story.ts';

/** The fields of the story whose body is in the editor. */
export interface StoryFields {
  /** The story as it now is. */
  story(): Article;
  change(values: FieldValues): void;
}
