import type { Article } from '../../article/article.ts';
import type { Format, RenderOptions } from '../../article/formats/format.ts';
import { outgoing } from '../../article/formats/outgoing.ts';
import type { PublishOptions } from '../../article/publish.ts';

/** An article in a format, with what the desk is told before it goes out. */
export function render(
  format: Format,
  article: Article,
  options: PublishOptions & RenderOptions = {},
) {
  const story = outgoing(article, options);
  return { text: story.as(format, options), warnings: story.warnings };
}
