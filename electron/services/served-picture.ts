import { AppError } from '../../article/app-error.ts';
import type { ArticleShelf } from './article-shelf.ts';
import { readStored } from './media-folder.ts';
import { typeOfName } from './picture-type.ts';
import type { PublishedMedia } from './published-media.ts';

/** A picture that a host serves, with the headers that belong to it. */
export interface ServedPicture {
  bytes: Uint8Array<ArrayBuffer>;
  headers: Record<string, string>;
}

const STORED = /^\/media\/([^/]+)\/([^/]+)$/u;
const PREVIEWED = /^\/preview\/([^/]+)\/media\/([^/]+)$/u;

/**
 * The picture at a path: as it is stored at `/media/ID/FILE`, as it is published at
 * `/preview/ID/media/NAME`. Undefined for any other path. Throws an AppError when there is no such
 * picture or no such article.
 */
export async function servedPicture(
  pathname: string,
  shelf: ArticleShelf,
  media: PublishedMedia,
): Promise<ServedPicture | undefined> {
  const stored = STORED.exec(pathname);
  const [, encodedId, name] = stored ?? PREVIEWED.exec(pathname) ?? [];
  if (encodedId === undefined || name === undefined) return undefined;
  const folder = shelf.path(shelf.folder(decoded(encodedId)));
  const bytes = await (stored === null ? media.preview(folder, name) : readStored(folder, name));
  return {
    bytes: new Uint8Array(bytes),
    headers: {
      'content-type': typeOfName(name)?.mime ?? 'application/octet-stream',
      // Nothing in it can run, wherever it is opened.
      'content-security-policy': "default-src 'none'; sandbox; frame-ancestors 'none'",
      'content-disposition': `inline; filename="${name}"`,
      'x-content-type-options': 'nosniff',
      // The name is made from the content.
      'cache-control': 'private, max-age=31536000, immutable',
      etag: `"${name}"`,
    },
  };
}

function decoded(id: string): string {
  try {
    return decodeURIComponent(id);
  } catch (error) {
    throw new AppError('no-article', 'this is not the address of a picture', { cause: error });
  }
}
