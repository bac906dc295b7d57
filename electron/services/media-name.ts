import type { PictureType } from './picture-type.ts';
import { contentHash } from './safe-name.ts';

/** Enough of a SHA-256 that nobody finds a second content for a name. */
const HASH_LENGTH = 32;
// Others may have taken more or less of it.
const NAME = /^[0-9a-f]{16,64}\.(?:jpe?g|png|webp|gif|avif)$/u;
const PUBLISHED = /^([0-9a-f]{16,64})-([1-9]\d{0,4})(\.(?:jpe?g|png|webp|gif|avif))$/u;

/** The name of a picture in a story's `media` folder: made from its content and its type. */
export function mediaName(bytes: Uint8Array, type: PictureType): string {
  return `${contentHash(bytes).slice(0, HASH_LENGTH)}.${type.ending}`;
}

/** True for a name that `mediaName` may have made; anything else is never opened. */
export function isMediaName(name: string): boolean {
  return NAME.test(name);
}

/** True if this is the content that the file was named after. */
export function isContentOf(name: string, bytes: Uint8Array): boolean {
  return contentHash(bytes).startsWith(name.slice(0, name.indexOf('.')));
}

/** The name of a picture in a published width: `9f2c…-480.jpg`. */
export function publishedName(file: string, width: number): string {
  return file.replace('.', `-${width}.`);
}

/** The picture and the width that a published name says; undefined if it is none. */
export function readPublishedName(name: string): { file: string; width: number } | undefined {
  const [, stem, width, ending] = PUBLISHED.exec(name) ?? [];
  if (stem === undefined || ending === undefined) return undefined;
  return { file: stem + ending, width: Number(width) };
}
