import type { Sharp } from 'sharp';
import { openPictureLibrary } from './picture-library.ts';
import type { PictureType } from './picture-type.ts';
import type { PictureWords } from './picture-words.ts';
import { type Picture, pictureFault } from './picture.ts';
import type { PublishedSize } from './published-size.ts';

/** Counted up with every change of what a published picture is made like. */
export const RECIPE = 1;

/**
 * Makes a picture for publication: upright, in sRGB, in this size, without anything that the file
 * said (where it was taken, with which camera, its thumbnail), but with `words` as XMP: EXIF holds
 * ASCII only, and a GIF has no place for words. Equal arguments give equal bytes with one version
 * of the library. Throws an AppError `broken-picture` that begins with `name`.
 */
export async function makePublished(
  { bytes, type, isAnimated }: Picture,
  { width, height }: PublishedSize,
  words: PictureWords,
  name: string,
): Promise<Uint8Array> {
  const open = await openPictureLibrary();
  const picture = open(bytes, isAnimated ? { animated: true } : { autoOrient: true })
    .resize(width, height, { fit: 'fill' })
    .toColourspace('srgb');
  try {
    return await encode(withWords(picture, type, words), type).toBuffer();
  } catch (error) {
    throw pictureFault(error, name);
  }
}

function encode(picture: Sharp, { id }: PictureType): Sharp {
  switch (id) {
    case 'jpeg':
      return picture.jpeg({ quality: 80, mozjpeg: true });
    case 'png':
      return picture.png({ compressionLevel: 9 });
    case 'webp':
      return picture.webp({ quality: 80 });
    case 'gif':
      return picture.gif();
    case 'avif':
      return picture.avif({ quality: 55, effort: 3 });
  }
}

function withWords(picture: Sharp, { id }: PictureType, words: PictureWords): Sharp {
  const { caption, alt, credit, copyright } = words;
  if (id === 'gif' || [caption, alt, credit, copyright].every((text) => text === '')) {
    return picture;
  }
  return picture.withXmp(xmpOf(words));
}

function xmpOf({ caption, alt, credit, copyright }: PictureWords): string {
  const properties = [
    choice('dc:description', caption),
    choice('dc:rights', copyright),
    choice('Iptc4xmpCore:AltTextAccessibility', alt),
    credit === '' ? '' : `<photoshop:Credit>${escaped(credit)}</photoshop:Credit>`,
  ];
  return `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" xmlns:Iptc4xmpCore="http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/">${properties.join('')}</rdf:Description></rdf:RDF></x:xmpmeta>`;
}

/** A text that may stand in several languages, in the default one. */
function choice(name: string, text: string): string {
  if (text === '') return '';
  return `<${name}><rdf:Alt><rdf:li xml:lang="x-default">${escaped(text)}</rdf:li></rdf:Alt></${name}>`;
}

/** Without the characters that XML cannot hold in any form. */
function escaped(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\p{Cc}\uFFFE\uFFFF]/gu, ' ')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}
