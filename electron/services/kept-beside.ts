import { type Article, createArticle } from '../../article/article.ts';
import { serializeArticle } from '../../article/article-file.ts';
import { CONFLICT_MARK, isConflictCopy } from '../../article/headline.ts';
import { withLostWords } from '../../article/lost-words.ts';
import { picturesOf } from '../../article/pictures.ts';
import { placeNames } from '../../article/place-names.ts';
import type { Saved } from '../contract/calls.ts';
import { copyMedia } from './media-folder.ts';
import { unlessFault } from './file-fault.ts';
import { contentHash } from './safe-name.ts';
import { type SaveContext, readFound, unlessGone, write } from './save-steps.ts';
import type { StoryLock } from './story-locks.ts';
import { isInTrash } from './trash.ts';

/**
 * Puts words that cannot be in a story beside it, into a story of their own. Until somebody throws
 * that away or gives it another headline, all such words of this Galley for the story go into it, and
 * what it has stays in it; where it has a headline, a standfirst or the like of its own, they go into
 * another. `story` is what stands in the story, and its places in `conflicts` are told in a note of the
 * copy. `before` are the words that were put there last, if these go on from them.
 */
export async function keepCopy(
  context: SaveContext,
  lost: Article,
  { story, conflicts }: { story: Article; conflicts: readonly string[] },
  before?: Article,
): Promise<NonNullable<Saved['keptAs']>> {
  const note = `Copy of the story “${story.headline || 'Untitled'}”, with the words that could not be merged: ${placeNames(conflicts, story, lost).join(', ')}.`;
  for (let number = 0; ; number += 1) {
    const asCopy = (words: Article): Article =>
      copyOf(words, { id: copyId(lost.id, context.installation, number), at: context.now(), note });
    const copy = asCopy(lost);
    // oxlint-disable-next-line no-await-in-loop
    const headline = await context.locks.run(copy.id, (lock) =>
      putInto(context, lost.id, copy, before && asCopy(before), lock),
    );
    if (headline !== undefined) return { id: copy.id, headline };
  }
}

/** Answers the headline of the copy; undefined where this one is dealt with, or cannot take them. */
async function putInto(
  context: SaveContext,
  story: string,
  copy: Article,
  before: Article | undefined,
  lock: StoryLock,
): Promise<string | undefined> {
  const { shelf, bases, emit } = context;
  const pictures = shelf.path(shelf.folder(story));
  const folder = await shelf.find(copy.id).catch(unlessGone);
  if (folder === undefined) {
    if (await isInTrash(shelf.desk.trash, copy.id)) return undefined;
    await shelf.add(copy, (place) => copyMedia(pictures, place));
    return copy.headline;
  }
  const found = await readFound(shelf, folder).catch(unlessFault);
  if (found === undefined || found.readOnly || !isConflictCopy(found.article.headline))
    return undefined;
  const words = withLostWords(found.article, copy, before);
  if (words === undefined) return undefined;
  const files = filesOf(found.article);
  if (filesOf(words).some((file) => !files.includes(file)))
    await copyMedia(pictures, shelf.path(folder));
  await bases.keep(found.article, found);
  const written = await write(context, words, { folder, found, saves: undefined, lock });
  await bases.keep(written.article, written);
  emit({ name: 'article-changed', data: { id: copy.id, hash: written.hash, here: true } });
  return words.headline;
}

/** Words of a story as a story of their own. */
function copyOf(
  { saves: _saves, modified: _time, ...words }: Article,
  { id, at, note }: { id: string; at: string; note: string },
): Article {
  return createArticle(at, {
    ...words,
    id,
    modified: at,
    headline: `${words.headline || 'Untitled'}${CONFLICT_MARK}`,
    edNote: [words.edNote, note].filter(Boolean).join('\n\n'),
  });
}

/** A UUID that this copy of the story by this installation always has. */
function copyId(story: string, installation: string, number: number): string {
  const hash = contentHash([story, installation, number].join('\n'));
  const parts = [hash.slice(0, 8), hash.slice(8, 12), `8${hash.slice(13, 16)}`];
  return [...parts, `a${hash.slice(17, 20)}`, hash.slice(20, 32)].join('-');
}

function filesOf({ body }: Article): (string | undefined)[] {
  return picturesOf(body).map(({ picture }) => picture.file);
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
