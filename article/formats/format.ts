import type { Article } from '../article.ts';
import type { House } from '../house.ts';
import type { PublishOptions, Warning } from '../publish.ts';

export interface RenderOptions extends PublishOptions {
  /** The house stylesheet, put into a complete page as it is. */
  stylesheet?: string;
  /** `zone` is where times are printed that have no printed form of their own (default UTC). */
  house?: Pick<House, 'name' | 'lineLength'> & Partial<Pick<House, 'zone'>>;
}

export interface Rendered {
  text: string;
  warnings: Warning[];
}

/** A way out for an article: equal articles and options give equal bytes. */
export interface Format {
  id: string;
  /** The ending of its files, with the dot. */
  extension: string;
  /** Throws an AppError where `publish` does. */
  render(article: Article, options?: RenderOptions): Rendered;
}
