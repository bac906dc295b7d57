import path from 'node:path';
import { ArticleIndex } from './article-index.ts';
import { ArticleShelf } from './article-shelf.ts';
import type { Desk } from './desk.ts';
import { fileFault } from './file-fault.ts';
import { makeFolder } from './make-folder.ts';
import { safeName } from './safe-name.ts';

/** The articles of a desk, and the folder for what this machine keeps of that desk. */
export interface OpenShelf {
  shelf: ArticleShelf;
  ownFolder: string;
}

/** Opens the index of a desk in the data folder; it is as old as the last scan. */
export async function openShelf(desk: Desk, dataFolder: string): Promise<OpenShelf> {
  const ownFolder = path.join(dataFolder, 'desks', safeName(desk.house.id));
  await makeFolder(ownFolder);
  try {
    const index = new ArticleIndex(path.join(ownFolder, 'index.sqlite'));
    return { shelf: new ArticleShelf(desk, index), ownFolder };
  } catch (error) {
    throw fileFault(error, ownFolder);
  }
}
