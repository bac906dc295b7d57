import { AppError } from '../../article/app-error.ts';
import { type Article, createArticle } from '../../article/article.ts';
import { authorName } from '../../article/byline.ts';
import { newArticleId } from '../../article/ids.ts';
import { sameWords } from '../../article/same-words.ts';
import type { OpenArticle, Person, Saved } from '../contract/calls.ts';
import { articleFile, readArticle } from './article-disk.ts';
import { folderName } from './folder-name.ts';
import type { JournalEntry } from './journal.ts';
import { KeyedQueue } from './keyed-queue.ts';
import { type StoredPicture, copyMedia, storePicture } from './media-folder.ts';
import { type SaveContext, type SaveRequest, saveArticle } from './save.ts';
import { isInTrash, putInTrash, takeFromTrash } from './trash.ts';

export interface ArticlesContext extends SaveContext {
  person(): Promise<Person>;
  /** Told of each folder whose article is open, so that changes from outside are seen early. */
  onOpened(folder: string): void;
}

/** What can be done with the articles of a desk. All throw an AppError, `no-article` among others. */
export class Articles {
  private readonly context: ArticlesContext;
  /** One thing at a time happens to an article. */
  private readonly queue = new KeyedQueue();

  constructor(context: ArticlesContext) {
    this.context = context;
  }

  /** Makes an empty draft with what the house and the person always fill in. */
  async create(): Promise<OpenArticle> {
    const { shelf, now, person } = this.context;
    const { byline, section } = await person();
    const { language } = shelf.desk.house;
    const name = authorName(byline, language);
    const bylines: Article['bylines'] = name === '' ? [] : [{ name, role: 'author' }];
    return this.store(createArticle(now(), { language, section, bylines }));
  }

  /** Puts a new article on the desk; `furnish` puts what else belongs to it into its folder. */
  async store(article: Article, furnish?: (folder: string) => Promise<void>): Promise<OpenArticle> {
    const { shelf, versions, onOpened } = this.context;
    if (shelf.index.folderOf(article.id) !== undefined) {
      throw new AppError('doubled', `${article.id}: this story is on the desk already`);
    }
    const { folder, written } = await shelf.add(article, furnish);
    await versions.rememberBase(article.id, written.bytes);
    onOpened(folder);
    return { article, hash: written.hash, readOnly: false, notices: [] };
  }

  /** Opens an article, with the words that an earlier session could not write. */
  open(id: string): Promise<OpenArticle> {
    return this.queue.run(id, async () => {
      const { shelf, versions, onOpened } = this.context;
      const folder = shelf.folder(id);
      const { bytes, ...found } = await readArticle(articleFile(shelf.path(folder)));
      await versions.rememberBase(id, bytes);
      onOpened(folder);
      return this.withRecovered(found);
    });
  }

  save(request: SaveRequest): Promise<Saved> {
    return this.queue.run(request.article.id, () => saveArticle(this.context, request));
  }

  /** Names the folder after the story; answers the name. */
  rename(id: string): Promise<{ folder: string }> {
    return this.queue.run(id, async () => {
      const { shelf } = this.context;
      const before = shelf.folder(id);
      const { article } = await readArticle(articleFile(shelf.path(before)));
      const name = folderName(article, shelf.desk.house.zone);
      // A number after it only says that the name was taken.
      if (before === name || before.replace(/-\d+$/u, '') === name) return { folder: before };
      const folder = await shelf.moveIn(shelf.path(before), name);
      this.context.onOpened(folder);
      return { folder };
    });
  }

  /** A copy as a new draft with the pictures: its own id, no history, no address. */
  duplicate(id: string): Promise<OpenArticle> {
    return this.queue.run(id, async () => {
      const { shelf, now } = this.context;
      const source = shelf.path(shelf.folder(id));
      const { article } = await readArticle(articleFile(source));
      const { canonicalUrl: _address, ...kept } = article;
      const copy: Article = {
        ...kept,
        id: newArticleId(),
        created: now(),
        modified: now(),
        status: 'draft',
        urlSlug: '',
        history: [],
      };
      return this.store(copy, (folder) => copyMedia(source, folder));
    });
  }

  /** Puts a picture beside an article. Throws an AppError of `storePicture`. */
  addPicture(id: string, bytes: Uint8Array, name: string): Promise<StoredPicture> {
    return this.queue.run(id, () => {
      const { shelf } = this.context;
      return storePicture(shelf.path(shelf.folder(id)), bytes, name);
    });
  }

  /** Moves an article to the desk's trash, from where `restore` brings it back. */
  trash(id: string): Promise<null> {
    return this.queue.run(id, async () => {
      const { shelf } = this.context;
      const folder = shelf.folder(id);
      await putInTrash(shelf.desk.trash, shelf.path(folder), id);
      shelf.index.remove(folder);
      return null;
    });
  }

  restore(id: string): Promise<null> {
    return this.queue.run(id, async () => {
      const { shelf } = this.context;
      await takeFromTrash(shelf, id);
      return null;
    });
  }

  /** Keeps words that cannot be written on this machine, for `open` to offer; `reason` says why. */
  keep(article: Article, reason: string): Promise<void> {
    const { journal, now } = this.context;
    return this.queue.run(article.id, () => journal.keep({ article, at: now(), reason }));
  }

  /** Forgets words that the person has taken over or refused. */
  forgetRecovered(id: string): Promise<null> {
    return this.queue.run(id, async () => {
      await this.context.journal.forgetOffered(id);
      return null;
    });
  }

  /**
   * Puts articles back on the desk that are only in the journal: their folder went while they could
   * not be written. A journal that cannot be read is told with every story that is opened.
   */
  async restoreLost(): Promise<void> {
    const { journal, shelf } = this.context;
    const kept = await journal.all().catch((error: unknown): JournalEntry[] => {
      if (!(error instanceof AppError)) throw error;
      console.warn(error.message);
      return [];
    });
    for (const { article } of kept) {
      if (
        shelf.index.folderOf(article.id) === undefined &&
        !(await isInTrash(shelf.desk.trash, article.id))
      ) {
        await this.store(article);
      }
    }
  }

  /** Resolves when nothing is being done to any article. */
  idle(): Promise<void> {
    return this.queue.idle();
  }

  private async withRecovered(opened: OpenArticle): Promise<OpenArticle> {
    const { journal } = this.context;
    try {
      for (;;) {
        // oxlint-disable-next-line no-await-in-loop
        const recovered = await journal.offer(opened.article.id);
        if (recovered === undefined) return opened;
        if (!sameWords(recovered.article, opened.article)) return { ...opened, recovered };
        // oxlint-disable-next-line no-await-in-loop
        await journal.forgetOffered(opened.article.id);
      }
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      return { ...opened, notices: [...opened.notices, error.message] };
    }
  }
}
