import { type PageWords, pageWords } from './words.ts';

/** A picture as it is published: its address from the page, its smaller sizes, its size in pixels. */
export interface PublishedPicture {
  src: string;
  /** As the attribute has it: `media/a-640.jpg 640w, media/a-1280.jpg 1280w`. */
  srcset?: string;
  width: number;
  height: number;
}

/** Where a picture of the story is published; undefined for one that nothing is known of. */
export type FindPicture = (file: string) => PublishedPicture | undefined;

/** What blocks need to know about the page that they are printed on. */
export interface PageSetting {
  /** BCP 47 */
  language: string;
  words: PageWords;
  /** IANA: where times are printed that have no printed form of their own. */
  zone: string;
  media?: FindPicture;
}

/** The setting of a page in a language. */
export function pageSetting(
  language: string,
  { zone = 'UTC', media }: { zone?: string | undefined; media?: FindPicture | undefined } = {},
): PageSetting {
  const words = pageWords(language);
  return media === undefined ? { language, words, zone } : { language, words, zone, media };
}
