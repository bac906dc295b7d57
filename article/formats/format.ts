import type { Article } from '../article.ts';
import type { House } from '../house.ts';
import { type FindPicture, type PageSetting, pageSetting } from '../html/page-setting.ts';
import type { PublishOptions, Published, Warning } from '../publish.ts';

export interface RenderOptions extends PublishOptions {
  /** The house stylesheet, put into a complete page as it is. */
  stylesheet?: string;
  /** Where the pictures of the story are published (default `media/FILE`, beside the page). */
  media?: FindPicture;
  /**
   * True if the published pictures lie beside the page: it may then name one to be shown with it
   * elsewhere (default false).
   */
  hasMedia?: boolean;
  /** `zone` is where times are printed that have no printed form of their own (default UTC). */
  house?: Pick<House, 'name' | 'lineLength'> & Partial<Pick<House, 'zone'>>;
}

export interface Rendered {
  text: string;
  warnings: Warning[];
}

/** An export format of one file. Equal articles and options give equal bytes. */
export interface Format {
  id: string;
  /** The ending of its files, with the dot. */
  extension: string;
  /** Throws an AppError where `publish` does. */
  render(article: Article, options?: RenderOptions): Rendered;
}

/** What the blocks of an article need to know of its page: language, words, time zone, pictures. */
export function settingOf(published: Published, { house, media }: RenderOptions): PageSetting {
  return pageSetting(published.language, { zone: house?.zone, media });
}
