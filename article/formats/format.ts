import type { House } from '../house.ts';
import { type FindPicture, type PageSetting, pageSetting } from '../html/page-setting.ts';
import type { HandedOver, Published } from '../publish.ts';

/** What a format needs to know besides the story. */
export interface RenderOptions {
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

/**
 * What a story can go out as. Its name and its hint for the dialogs are `export.format.ID` and
 * `export.format.ID.hint` in the locales.
 */
export type Format = FormatFacts & (ReaderForm | WireForm);

interface FormatFacts {
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
}

/** For readers, who see nothing but what is published. */
interface ReaderForm {
  for: 'readers';
  render(story: Published, options: RenderOptions): string;
}

/** For other newsrooms. */
interface WireForm {
  for: 'wires';
  render(story: HandedOver, options: RenderOptions): string;
}

/** What the blocks of an article need to know of its page: language, words, time zone, pictures. */
export function settingOf(published: Published, { house, media }: RenderOptions): PageSetting {
  return pageSetting(published.language, { zone: house?.zone, media });
}
