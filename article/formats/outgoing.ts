import type { Article } from '../article.ts';
import {
  type HandedOver,
  type PublishOptions,
  type Published,
  type Warning,
  handOver,
  publish,
} from '../publish.ts';
import type { Format, RenderOptions } from './format.ts';

/** A story on its way out: it is published once, and rendered as often as asked. */
export interface Outgoing {
  published: Published;
  /** What the desk should know before it goes. */
  warnings: Warning[];
  /** The text of the story in a format; equal articles and options give equal bytes. */
  as(format: Format, options?: RenderOptions): string;
}

/** Takes from an article what may go out. Throws an AppError where `publish` does. */
export function outgoing(article: Article, options: PublishOptions = {}): Outgoing {
  const { published, warnings } = publish(article, options);
  let handed: HandedOver | undefined;
  return {
    published,
    warnings,
    as: (format, page = {}) =>
      format.for === 'readers'
        ? format.render(published, page)
        : format.render((handed ??= handOver(published, article)), page),
  };
}
