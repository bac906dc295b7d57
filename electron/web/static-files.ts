import fs from 'node:fs/promises';
import path from 'node:path';
import { AppError } from '../../article/app-error.ts';

/**
 * The files of a folder by the path that they are asked for with: `/assets/index-1a2b.js`. Only
 * names found here are served, so nothing that a request says leads out of the folder; links are
 * left out. Throws an AppError `not-built` when there is no page.
 */
export async function staticFiles(folder: string): Promise<Map<string, string>> {
  const entries = await fs
    .readdir(folder, { recursive: true, withFileTypes: true })
    .catch(() => []);
  const files = new Map(
    entries
      .filter((entry) => entry.isFile())
      .map((entry) => {
        const file = path.join(entry.parentPath, entry.name);
        return [`/${path.relative(folder, file).split(path.sep).join('/')}`, file];
      }),
  );
  const page = files.get('/index.html');
  if (page === undefined) {
    throw new AppError('not-built', `${folder}: the app’s page is not built; run npm start`);
  }
  return files.set('/', page);
}
