import readExif from 'exif-reader';
import type { Picture } from './picture.ts';
import { readIptc } from './iptc.ts';
import { readXmp } from './xmp.ts';

/** What a picture file says about itself, for the fields of the story; empty where it says nothing. */
export interface PictureWords {
  caption: string;
  alt: string;
  /** The maker and the house, `Jane Doe/AP`. */
  credit: string;
  copyright: string;
}

/** More than a camera writes; beyond it is a maker's own data. */
const MAX_EXIF = 64 * 1024;
/** What cameras write into every picture in place of a caption. */
const NO_CAPTION =
  /^(?:OLYMPUS|SONY|SAMSUNG|KODAK|MINOLTA|PENTAX|CASIO|NIKON|DCIM|DSC|IMG|default)\b/iu;

/** Reads the words of a picture: from XMP first, then IPTC's older form, then EXIF. Never throws. */
export function wordsOf({ said }: Pick<Picture, 'said'>): PictureWords {
  const xmp = readXmp(said.xmp ?? new Uint8Array());
  const iptc = readIptc(said.iptc ?? new Uint8Array());
  const exif = exifWords(said.exif);
  const creators = first([xmp.creators, iptc.creators, [exif.artist]]);
  const described = NO_CAPTION.test(exif.description) ? '' : exif.description;
  return {
    caption:
      first([xmp.caption, iptc.caption, xmp.headline, iptc.headline, [described]]).at(0) ?? '',
    alt: first([xmp.alt]).at(0) ?? '',
    credit: creditLine(creators, first([xmp.credit, iptc.credit]).at(0) ?? ''),
    copyright: first([xmp.copyright, iptc.copyright, [exif.copyright]]).at(0) ?? '',
  };
}

/** The first of these that has words, cleaned. */
function first(sources: readonly string[][]): string[] {
  for (const source of sources) {
    const words = source.map(clean).filter((text) => text !== '');
    if (words.length > 0) return words;
  }
  return [];
}

function creditLine(creators: readonly string[], credit: string): string {
  const makers = creators.join(', ');
  if (makers === '' || credit.toLowerCase().includes(makers.toLowerCase())) return credit;
  if (credit === '' || makers.toLowerCase().includes(credit.toLowerCase())) return makers;
  return `${makers}/${credit}`;
}

function exifWords(
  block: Buffer | undefined,
): Record<'description' | 'artist' | 'copyright', string> {
  const none = { description: '', artist: '', copyright: '' };
  if (block === undefined || block.length > MAX_EXIF) return none;
  try {
    const { Image: image } = readExif(block);
    return {
      description: exifText(image?.ImageDescription),
      artist: exifText(image?.Artist).split(';').join(', '),
      // The photographer's, then the editor's, with a zero between.
      copyright: exifText(image?.Copyright),
    };
  } catch {
    // Many programs damage EXIF while they pass a picture on.
    return none;
  }
}

/** The library leaves text that is not ASCII as bytes: most programs write UTF-8. */
function exifText(value: unknown): string {
  if (typeof value === 'string') return value;
  if (!(value instanceof Uint8Array)) return '';
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(value);
  } catch {
    return new TextDecoder('windows-1252').decode(value);
  }
}

/** In one line, without what no text may hold. */
function clean(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\p{Cc}\uFEFF\uFFFE\uFFFF]+/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
}
