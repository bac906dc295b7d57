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

/**
 * What a story can go out as. Equal articles and options give equal bytes. Its name and its hint for
 * the dialogs are `export.format.ID` and `export.format.ID.hint` in the locales.
 */
export interface Format {
  id: string;
  /** One file, or a folder with a page and what belongs to it. */
  kind: 'text' | 'folder';
  /** The media type of the file, or of the page in the folder. */
  mediaType: string;
  /** What the command line says of it. */
  about: string;
  /** The pictures of the story: in the folder beside the page, to be sent apart from it, or left out. */
  pictures: 'beside' | 'apart' | 'none';
  /** The file of a story, or the page in its folder. */
  fileName(slug: string): string;
  /** Throws an AppError where `publish` does. */
  render(article: Article, options?: RenderOptions): Rendered;
}

/** What the blocks of an article need to know of its page: language, words, time zone, pictures. */
export function settingOf(published: Published, { house, media }: RenderOptions): PageSetting {
  return pageSetting(published.language, { zone: house?.zone, media });
}
