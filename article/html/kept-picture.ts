/**
 * A picture that a page or a clipboard holds in itself, or that a page names by a path beside it, for
 * the image block or picture of an id.
 */
export type KeptPicture = HeldPicture | NearPicture;

/** A picture with its bytes. */
export interface HeldPicture {
  /** Base64 */
  bytes: string;
  /** What the page says that it is, such as `image/png`; look at the bytes before trusting it. */
  type: string;
  forImage: string;
}

/** A picture in another file. */
export interface NearPicture {
  /** Relative to the page, as it is in the file system: `story_files/photo 1.jpg`. */
  path: string;
  forImage: string;
}

/**
 * The picture in a `data:` address, or at a relative one; undefined for an address of the web, and
 * for one that is no picture.
 */
export function keptPicture(address: string, forImage: string): KeptPicture | undefined {
  const clean = address.trim();
  if (/^data:/iu.test(clean)) return heldPicture(clean, forImage);
  if (clean === '' || /^(?:[a-z][a-z0-9+.-]*:|[/\\?#])/iu.test(clean)) return undefined;
  const path = decoded(clean.replace(/[?#].*$/su, ''));
  return path === undefined ? undefined : { path, forImage };
}

function decoded(path: string): string | undefined {
  try {
    return decodeURIComponent(path);
  } catch {
    return undefined;
  }
}

function heldPicture(address: string, forImage: string): HeldPicture | undefined {
  const parts = /^data:(image\/[a-z0-9.+-]+)(?:;[^,;]*)*;base64,/iu.exec(address);
  if (parts === null) return undefined;
  const bytes = address
    .slice(parts[0].length)
    .replace(/%2B/giu, '+')
    .replace(/%2F/giu, '/')
    .replace(/%3D/giu, '=')
    .replace(/\s+/gu, '');
  if (bytes === '' || !/^[A-Za-z0-9+/]+={0,2}$/u.test(bytes)) return undefined;
  return { bytes, type: (parts[1] ?? '').toLowerCase(), forImage };
}
