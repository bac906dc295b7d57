import path from 'node:path';
import { AppError } from '../../article/app-error.ts';
import { type OpenedFile, readArticleFile } from '../../article/article-file.ts';
import { placeInDesk } from './inside-desk.ts';
import { decodeText, readBytes } from './read-text.ts';
import { contentHash } from './safe-name.ts';

/** An article file as it was found, with its bytes and their hash. */
export interface FoundArticle extends OpenedFile {
  hash: string;
  bytes: Uint8Array;
}

/** The file of the article in a folder. */
export function articleFile(folder: string): string {
  return path.join(folder, 'article.json');
}

/**
 * Reads the file of the article in a folder of the desk, and follows no link out of it. Throws as
 * `readArticle` does, and `leads-out`.
 */
export async function readDeskArticle(folder: string): Promise<FoundArticle> {
  const file = articleFile(folder);
  await placeInDesk(folder, file);
  return readArticle(file);
}

/**
 * Reads an article file that a person named. Throws an AppError that names the file, the place in
 * it and the way out: see `readBytes`, `decodeText` and `readArticleFile`.
 */
export async function readArticle(file: string): Promise<FoundArticle> {
  const bytes = await readBytes(file);
  return { ...readArticleBytes(file, bytes), hash: contentHash(bytes), bytes };
}

/** Like `readArticle`, for bytes that have been read already. */
export function readArticleBytes(file: string, bytes: Uint8Array): OpenedFile {
  try {
    return readArticleFile(decodeText(bytes));
  } catch (error) {
    throw withFile(error, file);
  }
}

/** An AppError about the content of a file, with the name of the file before its message. */
export function withFile(error: unknown, file: string): unknown {
  if (!(error instanceof AppError)) return error;
  const fix = error.code === 'invalid' || error.code === 'not-json' ? FIX : '';
  return new AppError(error.code, `${file}: ${error.message}${fix}`, {
    cause: error,
    ...(error.path !== undefined && { path: error.path }),
  });
}

const FIX = '; correct the file or restore it from a copy';
