import path from 'node:path';
import { ArticleIndex } from './article-index.ts';
import { ArticleShelf } from './article-shelf.ts';
import { DataTrouble } from './data-trouble.ts';
import type { Desk } from './desk.ts';
import { makeFolder } from './make-folder.ts';
import { safeName } from './safe-name.ts';

/** The articles of a desk, and the folder for what this machine keeps of that desk. */
export interface OpenShelf {
  shelf: ArticleShelf;
  ownFolder: string;
  /** What is the matter with that folder. */
  trouble: DataTrouble;
}

/**
 * Opens the index of a desk in the data folder; it is as old as the last scan, and empty where that
 * folder cannot be used. Stories are written by this `installation`, if one is given.
 */
export async function openShelf(
  desk: Desk,
  dataFolder: string,
  installation?: string,
): Promise<OpenShelf> {
  const ownFolder = path.join(dataFolder, 'desks', safeName(desk.house.id));
  const trouble = new DataTrouble(ownFolder);
  await makeFolder(ownFolder).catch((error: unknown) => trouble.note(error));
  const index = new ArticleIndex(path.join(ownFolder, 'index.sqlite'), (fault) =>
    trouble.note(fault),
  );
  return { shelf: new ArticleShelf(desk, index, installation), ownFolder, trouble };
}
