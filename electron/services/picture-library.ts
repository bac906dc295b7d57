import type { Sharp, SharpOptions } from 'sharp';
import { AppError } from '../../article/app-error.ts';

/** The most bytes of a picture that is taken, and the most pixels, all frames together. */
export const MAX_PICTURE_BYTES: number = 32 * 1024 * 1024;
export const MAX_PICTURE_PIXELS = 150_000_000;

/** Reads a picture from bytes. */
export type OpenPicture = (bytes: Uint8Array, options?: SharpOptions) => Sharp;

let loading: Promise<OpenPicture> | undefined;

/**
 * The library that decodes and makes pictures, loaded when the first picture comes. It reads
 * nothing but the five kinds that Galley takes, and nothing over the limits. Throws an AppError
 * `no-picture-library` on a machine for which it does not exist.
 */
export function openPictureLibrary(): Promise<OpenPicture> {
  return (loading ??= load());
}

async function load(): Promise<OpenPicture> {
  const { default: sharp } = await import('sharp').catch((error: unknown) => {
    throw new AppError(
      'no-picture-library',
      'pictures cannot be read on this machine: its picture library is missing; install Galley again',
      { cause: error },
    );
  });
  sharp.block({ operation: ['VipsForeignLoad'] });
  sharp.unblock({ operation: READERS });
  // A desk is exported picture by picture: none is asked for twice.
  sharp.cache(false);
  return (bytes, options) =>
    sharp(bytes, { limitInputPixels: MAX_PICTURE_PIXELS, failOn: 'error', ...options });
}

const READERS = [
  'VipsForeignLoadJpegBuffer',
  'VipsForeignLoadPngBuffer',
  'VipsForeignLoadWebpBuffer',
  'VipsForeignLoadNsgifBuffer',
  'VipsForeignLoadHeifBuffer',
];
