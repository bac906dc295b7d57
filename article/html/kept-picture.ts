/** A picture that a page or a clipboard holds in itself, for the image block or picture of an id. */
export interface KeptPicture {
  /** Base64 */
  bytes: string;
  /** What the page says that it is, such as `image/png`; look at the bytes before trusting it. */
  type: string;
  forImage: string;
}

/** The picture in a `data:` address; undefined for another address, and for one that is no picture. */
export function keptPicture(address: string, forImage: string): KeptPicture | undefined {
  const parts = /^data:(image\/[a-z0-9.+-]+)(?:;[^,;]*)*;base64,/iu.exec(address.trim());
  if (parts === null) return undefined;
  const bytes = address
    .trim()
    .slice(parts[0].length)
    .replace(/%2B/giu, '+')
    .replace(/%2F/giu, '/')
    .replace(/%3D/giu, '=')
    .replace(/\s+/gu, '');
  if (bytes === '' || !/^[A-Za-z0-9+/]+={0,2}$/u.test(bytes)) return undefined;
  return { bytes, type: (parts[1] ?? '').toLowerCase(), forImage };
}
