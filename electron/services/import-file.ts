import path from 'node:path';
import type { OpenArticle } from '../contract/calls.ts';
import type { Articles } from './articles.ts';
import type { House } from '../../article/house.ts';
import { readImportFile } from './import.ts';
import { takePictures } from './import-pictures.ts';
import { readBytes } from './read-text.ts';

/**
 * Puts a file of this machine on the desk as a new story, with the pictures that it holds or that
 * lie beside it. The notices tell what was not taken. Throws an AppError of reading.
 */
export async function importFile(
  file: string,
  articles: Articles,
  { house, now }: { house: House; now: string },
): Promise<OpenArticle> {
  const reading = readImportFile(path.basename(file), await readBytes(file), house, now);
  const taken = await takePictures(reading.article, reading.pictures, path.dirname(file));
  const opened = await articles.store(taken.article, taken.furnish);
  return { ...opened, notices: [...reading.notices, ...taken.notices] };
}
