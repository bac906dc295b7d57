import fs from 'node:fs/promises';
import path from 'node:path';
import { createArticle } from '../../article/article.ts';
import { p } from '../article/build.ts';
import { newBlockId } from '../../article/ids.ts';
import type { GalleyProcess } from './galley.ts';

/** A story of a torture: a paragraph for each Galley. */
export interface BegunStory {
  id: string;
  paragraphs: string[];
}

/** Puts a new story on the desk of these Galleys; all of them know it then. */
export async function beginStory(
  galleys: readonly GalleyProcess[],
  count = galleys.length,
): Promise<BegunStory> {
  const paragraphs = Array.from({ length: count }, newBlockId);
  const draft = createArticle(new Date().toISOString(), {
    headline: 'Ferries wait for the tide',
    body: paragraphs.map((id) => ({ ...p('Words'), id })),
  });
  const { article } = await galleys[0]!.call('import.store', { article: draft });
  await Promise.all(galleys.map((galley) => galley.call('desk.rescan', {})));
  return { id: article.id, paragraphs };
}

/** The texts of all stories of a desk. */
export async function filesOf(desk: string): Promise<string[]> {
  const articles = path.join(desk, 'articles');
  const names = (await fs.readdir(articles)).filter((name) => !name.startsWith('.'));
  return Promise.all(
    names.map((name) => fs.readFile(path.join(articles, name, 'article.json'), 'utf8')),
  );
}
