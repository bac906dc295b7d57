import { type Article, createArticle } from '../../article/article.ts';
import { serializeArticle } from '../../article/article-file.ts';
import { copyMedia } from './media-folder.ts';
import { contentHash } from './safe-name.ts';
import type { SaveContext } from './save.ts';
import { isInTrash } from './trash.ts';

/**
 * Puts words that cannot be in a story beside it, as a story of their own; the file stays as it is.
 * The same words are put there once, whoever finds them again.
 */
export async function keepCopy(
  { shelf, now }: Pick<SaveContext, 'shelf' | 'now'>,
  ours: Article,
  conflicts: readonly string[],
): Promise<{ id: string; headline: string }> {
  const at = now();
  const note = `Both sides changed the same place (${conflicts.join(', ')}); the other side is story ${ours.id}.`;
  const { saves: _saves, modified: _time, ...words } = ours;
  const copy = createArticle(at, {
    ...words,
    id: copyId(words as Article),
    modified: at,
    headline: `${ours.headline || 'Untitled'} (conflict copy)`,
    edNote: [ours.edNote, note].filter(Boolean).join('\n'),
  });
  const isThere =
    shelf.index.folderOf(copy.id) !== undefined || (await isInTrash(shelf.desk.trash, copy.id));
  if (!isThere) {
    const folder = shelf.folder(ours.id);
    await shelf.add(copy, (place) => copyMedia(shelf.path(folder), place));
  }
  return { id: copy.id, headline: copy.headline };
}

/** A UUID that the same words of the same story always have. */
function copyId(words: Article): string {
  const hash = contentHash(serializeArticle(words));
  const parts = [hash.slice(0, 8), hash.slice(8, 12), `8${hash.slice(13, 16)}`];
  return [...parts, `a${hash.slice(17, 20)}`, hash.slice(20, 32)].join('-');
}

/** Keeps words that are not in the file as a version, and says where, once. */
export async function keepVersion(
  { versions, emit }: Pick<SaveContext, 'versions' | 'emit'>,
  article: Article,
): Promise<void> {
  const file = await versions.keep(article.id, serializeArticle(article), article.modified);
  if (told.has(file)) return;
  told.add(file);
  emit({ name: 'words-kept', data: { id: article.id, file } });
}

/** The versions that were told of in this run. */
const told = new Set<string>();
