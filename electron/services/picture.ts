import type { Metadata } from 'sharp';
import { AppError } from '../../article/app-error.ts';
import {
  MAX_PICTURE_BYTES,
  MAX_PICTURE_PIXELS,
  type OpenPicture,
  openPictureLibrary,
} from './picture-library.ts';
import { type PictureType, pictureType } from './picture-type.ts';

/** A picture that can be shown. Width and height are of the picture turned upright, in pixels. */
export interface Picture {
  bytes: Uint8Array;
  type: PictureType;
  width: number;
  height: number;
  isAnimated: boolean;
  /** What the file says about itself, not yet read. */
  said: Pick<Metadata, 'exif' | 'iptc' | 'xmp'>;
}

/**
 * Looks at the head of a picture: its kind and size. Throws an AppError that begins with `name`:
 * `not-a-picture`, `too-large` (over 32 MB or 150 million pixels) or `broken-picture`.
 */
export async function readPicture(bytes: Uint8Array, name: string): Promise<Picture> {
  const type = pictureType(bytes, name);
  if (bytes.length > MAX_PICTURE_BYTES) {
    throw new AppError('too-large', `${name}: over 32 MB; make the picture smaller and add that`);
  }
  const open = await openPictureLibrary();
  const head = await readHead(open, bytes, name);
  const { pages = 1, exif, iptc, xmp } = head;
  const isAnimated = pages > 1;
  const { width, height } = isAnimated
    ? { width: head.width, height: head.pageHeight ?? head.height }
    : head.autoOrient;
  if (width * height * pages > MAX_PICTURE_PIXELS) {
    const frames = isAnimated ? ` in ${pages} frames` : '';
    throw new AppError(
      'too-large',
      `${name}: ${width} x ${height} pixels${frames} are more than Galley works on; make the picture smaller and add that`,
    );
  }
  return {
    bytes,
    type,
    width,
    height,
    isAnimated,
    said: {
      ...(exif !== undefined && { exif }),
      ...(iptc !== undefined && { iptc }),
      ...(xmp !== undefined && { xmp }),
    },
  };
}

/** Reads every pixel once; throws an AppError `broken-picture` when the file ends or lies before. */
export async function requireWhole(picture: Picture, name: string): Promise<void> {
  const open = await openPictureLibrary();
  try {
    await open(picture.bytes, { animated: picture.isAnimated }).stats();
  } catch (error) {
    throw pictureFault(error, name);
  }
}

async function readHead(open: OpenPicture, bytes: Uint8Array, name: string): Promise<Metadata> {
  try {
    return await open(bytes, { animated: true, limitInputPixels: false }).metadata();
  } catch (error) {
    throw pictureFault(error, name);
  }
}

/** What the picture library says of a picture, as an AppError `broken-picture`. */
export function pictureFault(error: unknown, name: string): unknown {
  if (!(error instanceof Error) || error instanceof AppError) return error;
  const [reason = ''] = error.message.split('\n');
  return new AppError(
    'broken-picture',
    `${name}: the picture is damaged or not whole (${reason}); get it again and add that`,
    { cause: error },
  );
}
