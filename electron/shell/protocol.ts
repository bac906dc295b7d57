import { protocol } from 'electron';
import fs from 'node:fs/promises';
import { AppError } from '../../article/app-error.ts';
import { APP_POLICY, contentType } from '../policy.ts';
import type { ServedPage } from '../services/preview.ts';
import type { ServedPicture } from '../services/served-picture.ts';
import { staticFiles } from '../web/static-files.ts';

/** The address of the app's page. */
export const APP_PAGE = 'app://galley/';

/** Declares `app:` to be like https: has an origin, may fetch, obeys 'self'. Before ready only. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ]);
}

/**
 * Serves `app://galley/`: the files of the built renderer and, under `/preview/ID/`, the preview
 * of an article, and the pictures of both. Anything else is not found. Throws an AppError when the page is not built.
 */
export async function serveApp(
  rendererFolder: string,
  preview: (id: string) => Promise<ServedPage>,
  picture: (pathname: string) => Promise<ServedPicture | undefined>,
): Promise<void> {
  const files = await staticFiles(rendererFolder);
  protocol.handle('app', async (request) => {
    const { host, pathname } = new URL(request.url);
    if (host !== 'galley' || request.method !== 'GET') return notFound();
    const id = /^\/preview\/([\w-]+)\/$/.exec(pathname)?.[1];
    if (id !== undefined) return servePreview(id, preview);
    const file = files.get(pathname);
    if (file === undefined) return servePicture(pathname, picture);
    return new Response(new Uint8Array(await fs.readFile(file)), {
      headers: {
        'content-type': contentType(file),
        'content-security-policy': APP_POLICY,
        'x-content-type-options': 'nosniff',
      },
    });
  });
}

async function servePreview(
  id: string,
  preview: (id: string) => Promise<ServedPage>,
): Promise<Response> {
  try {
    const { html, headers } = await preview(id);
    return new Response(html, { headers });
  } catch (error) {
    if (error instanceof AppError) return notFound(error.message);
    throw error;
  }
}

async function servePicture(
  pathname: string,
  find: (pathname: string) => Promise<ServedPicture | undefined>,
): Promise<Response> {
  try {
    const picture = await find(pathname);
    return picture === undefined
      ? notFound()
      : new Response(picture.bytes, { headers: picture.headers });
  } catch (error) {
    if (error instanceof AppError) return notFound(error.message);
    throw error;
  }
}

function notFound(message = 'Not found'): Response {
  return new Response(message, {
    status: 404,
    headers: {
      'content-type': 'text/plain; charset=utf-8',
      'content-security-policy': "default-src 'none'",
    },
  });
}
