import { AppError } from '../../article/app-error.ts';
import type { Article } from '../../article/article.ts';
import { mergeArticles } from '../../article/merge.ts';
import { picturesOf } from '../../article/pictures.ts';
import type { Saved } from '../../electron/contract/calls.ts';
import { WINDOW, call } from '../client.ts';
import type { WayToFile } from './article-session.ts';

/** A save that met the words of others, and so put what it was asked to write beside the story. */
interface MadeCopy {
  base: string;
  sent: Article;
  saved: Saved & { keptAs: NonNullable<Saved['keptAs']> };
}

/**
 * The way of one session to its file. What is typed on while a copy is being made goes into that
 * copy, and does not make one more.
 */
export function wayToFile(): WayToFile {
  let made: MadeCopy | undefined;
  let kept: Article | undefined;
  const saveIntoCopy = async (copy: MadeCopy, args: Parameters<WayToFile['save']>[0]) => {
    const before = kept;
    const saved = await writeIntoCopy(copy, args);
    // Words that were kept meanwhile are newer, and in no file.
    if (saved !== undefined && kept === before)
      await call('articles.forgetKept', { id: args.article.id, window: WINDOW });
    return saved;
  };
  return {
    async save(args) {
      const { article, base } = args;
      // The session has not taken up what the copy was made for: there were words typed since.
      const saved =
        (made?.base === base && args.over !== true && (await saveIntoCopy(made, args))) ||
        (await call('articles.save', { ...args, window: WINDOW }));
      const { keptAs } = saved;
      made = keptAs && { base, sent: article, saved: { ...saved, keptAs } };
      return saved;
    },
    keep(article) {
      kept = article;
      return call('articles.keep', { article, window: WINDOW });
    },
  };
}

/** Undefined where the copy is no longer as it was made. */
async function writeIntoCopy(
  { sent, saved }: MadeCopy,
  { article, base: _base, ...options }: Parameters<WayToFile['save']>[0],
): Promise<Saved | undefined> {
  // A picture that came since is not beside the copy.
  const files = filesOf(sent);
  if (filesOf(article).some((file) => !files.includes(file))) return undefined;
  const { id } = saved.keptAs;
  const copy = await openCopy(id);
  if (copy === undefined) return undefined;
  const mark = copy.article.headline.slice(copy.article.headline.lastIndexOf(' ('));
  const headline =
    article.headline === sent.headline ? copy.article.headline : `${article.headline}${mark}`;
  const { merged, conflicts } = mergeArticles(
    { ...sent, id, headline: copy.article.headline },
    { ...article, id, headline },
    copy.article,
  );
  if (conflicts.length > 0) return undefined;
  const written = await call('articles.save', {
    article: merged,
    base: copy.hash,
    window: WINDOW,
    ...options,
  });
  // Others may have changed the copy just now; it is then theirs, and these words have another.
  return { ...saved, keptAs: written.keptAs ?? { id, headline } };
}

async function openCopy(id: string) {
  try {
    return await call('articles.open', { id, window: WINDOW });
  } catch (error) {
    if (error instanceof AppError && error.code === 'no-article') return undefined;
    throw error;
  }
}

function filesOf({ body }: Article): (string | undefined)[] {
  return picturesOf(body).map(({ picture }) => picture.file);
}
