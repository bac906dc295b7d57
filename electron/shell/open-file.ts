import { dialog } from 'electron';
import { AppError } from '../../article/app-error.ts';
import type { Galley } from '../boot.ts';

/** A story that is to be shown, and what the person must be told of it. */
export interface OpenedFile {
  id: string;
  notices: string[];
}

/**
 * Opens a file that the system handed us: an article of the desk as itself, any other file as a
 * new article with its pictures. Answers undefined when the person has been told why it cannot be.
 */
export async function openFile(
  file: string,
  { articleOf, importFile }: Pick<Galley, 'articleOf' | 'importFile'>,
  title: string,
): Promise<OpenedFile | undefined> {
  const own = articleOf(file);
  if (own !== undefined) return { id: own, notices: [] };
  try {
    const { article, notices } = await importFile(file);
    return { id: article.id, notices };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    dialog.showErrorBox(title, `${file}\n\n${error.message}`);
    return undefined;
  }
}
