import { dialog } from 'electron';
import fs from 'node:fs/promises';
import path from 'node:path';
import { AppError } from '../../article/app-error.ts';
import type { Galley } from '../boot.ts';

/**
 * Opens a file that the system handed us: an article of the desk as itself, any other file as a
 * new article. Answers the article's id; undefined when the person has been told why it cannot be.
 */
export async function openFile(
  file: string,
  { articleOf, handlers }: Pick<Galley, 'articleOf' | 'handlers'>,
  title: string,
): Promise<string | undefined> {
  const own = articleOf(file);
  if (own !== undefined) return own;
  try {
    const bytes = await fs.readFile(file);
    const { article } = await handlers['import.read']({
      name: path.basename(file),
      base64: bytes.toString('base64'),
    });
    const stored = await handlers['import.store']({ article });
    return stored.article.id;
  } catch (error) {
    if (!(error instanceof AppError) && !isFileError(error)) throw error;
    dialog.showErrorBox(title, `${file}\n\n${error.message}`);
    return undefined;
  }
}

/** An error of the file system, which names the file and what is wrong with it. */
function isFileError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'syscall' in error;
}
