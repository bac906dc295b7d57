import type { Place } from '../../article/blocks/dateline/dateline.ts';

/** A city for the dateline dialog; `zone` is IANA, empty where it is not known. */
export interface CitySuggestion extends Place {
  zone: string;
}

/** A picture that was put beside a story. */
export interface AddedPicture {
  /** Its name in the story's media folder. */
  file: string;
  /** Of the picture turned upright, in pixels */
  width: number;
  /** Pixels */
  height: number;
  /** `image/jpeg` */
  type: string;
  /** What the file says of itself; empty where it says nothing. */
  suggested: { caption: string; alt: string; credit: string; copyright: string };
}
