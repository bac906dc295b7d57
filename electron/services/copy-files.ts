import path from 'node:path';
import { type FoundArticle, articleFile, readArticle } from './article-disk.ts';
import type { ArticleShelf } from './article-shelf.ts';
import type { CopyPlace } from './copy-table.ts';
import { placeInDesk } from './inside-desk.ts';

/** The file of a copy; of a copied folder that of the story in it. */
export function copyFile(shelf: ArticleShelf, { folder, name }: CopyPlace): string {
  return name === '' ? articleFile(shelf.path(folder)) : path.join(shelf.path(folder), name);
}

/** As any file of a story, it is read in the desk only. Throws an AppError, as `readArticle` does. */
export async function readCopy(shelf: ArticleShelf, copy: CopyPlace): Promise<FoundArticle> {
  const file = copyFile(shelf, copy);
  await placeInDesk(shelf.path(copy.folder), file);
  return readArticle(file);
}

/** Takes a copy that has gone out of the index. */
export function forgetCopy({ index }: ArticleShelf, copy: CopyPlace): void {
  index.inTransaction(() => {
    if (copy.name === '') index.copies.forget(copy.folder);
    else index.copies.remove(copy);
  });
}
