import { AppError } from '../../article/app-error.ts';
import { type Article, createArticle, draftFrom } from '../../article/article.ts';
import { serializeArticle } from '../../article/article-file.ts';
import { authorName } from '../../article/byline.ts';
import type { Difference } from '../../article/differences.ts';
import type { OpenArticle, Person, Saved } from '../contract/calls.ts';
import type { TakenOver } from '../contract/present.ts';
import type { EarlierState } from '../contract/earlier-state.ts';
import type { MergedCopy } from '../contract/story-copy.ts';
import { articleFile, readDeskArticle } from './article-disk.ts';
import { earlierStates, restoreEarlier } from './earlier-states.ts';
import { unlessFault } from './file-fault.ts';
import { folderName } from './folder-name.ts';
import type { Journal } from './journal.ts';
import { KeyedQueue } from './keyed-queue.ts';
import { sweepStory } from './leftovers.ts';
import { LooksAgain } from './looks-again.ts';
import { type StoredPicture, copyMedia, storePicture } from './media-folder.ts';
import { isOverwritten, saveArticle } from './save.ts';
import { type SaveContext, type SaveRequest, countSave } from './save-steps.ts';
import { mergeCopies } from './merge-copies.ts';
import { withRecovered } from './recovered-words.ts';
import { restoreLost } from './restore-lost.ts';
import { startOfFile } from './start-of-file.ts';
import { compareCopy, mergeCopy, setCopyAside } from './story-copies.ts';
import type { StoryLock } from './story-locks.ts';
import { putInTrash, takeFromTrash } from './trash.ts';
import { TrashedHere } from './trashed-here.ts';
import { UnwrittenWords } from './unwritten-words.ts';

export interface ArticlesContext extends SaveContext {
  journal: Journal;
  person(): Promise<Person>;
  /** Told of each article that is open and its folder, so that changes from outside are seen early. */
  onOpened(id: string, folder: string): void;
}

/** What can be done with the articles of a desk. All throw an AppError, `no-article` among others. */
export class Articles {
  /** Those that were put in the trash here. */
  readonly trashed: TrashedHere;
  private readonly context: ArticlesContext;
  /** One thing at a time happens to an article. */
  private readonly queue = new KeyedQueue();
  private readonly unwritten: UnwrittenWords;
  private readonly looks = new LooksAgain((id) => this.mend(id));

  constructor(context: ArticlesContext) {
    this.context = context;
    this.unwritten = new UnwrittenWords(context.journal, context.now);
    this.trashed = new TrashedHere(context);
  }

  /** Makes an empty draft with what the house and the person always fill in. */
  async create(window?: string): Promise<OpenArticle> {
    const { shelf, now, person } = this.context;
    const { byline, section } = await person();
    const { language } = shelf.desk.house;
    const name = authorName(byline, language);
    const bylines: Article['bylines'] = name === '' ? [] : [{ name, role: 'author' }];
    return this.store(createArticle(now(), { language, section, bylines }), undefined, window);
  }

  /** Puts a new article on the desk; `furnish` puts what else belongs to it into its folder. */
  async store(
    article: Article,
    furnish?: (folder: string) => Promise<void>,
    window?: string,
  ): Promise<OpenArticle> {
    const { shelf, bases, onOpened } = this.context;
    if (shelf.index.folderOf(article.id) !== undefined) {
      throw new AppError('doubled', `${article.id}: this story is on the desk already`);
    }
    const counted = await countSave(this.context, article, article.saves);
    const { folder, written } = await shelf.add(counted, furnish);
    await bases.keep(counted, written, window);
    onOpened(article.id, folder);
    return { article: counted, hash: written.hash, readOnly: false, notices: [] };
  }

  /** Opens an article, with the words that an earlier session could not write. */
  open(id: string, window?: string): Promise<OpenArticle> {
    return this.queue.run(id, async () => {
      const { shelf, bases, onOpened } = this.context;
      const folder = await shelf.find(id);
      await sweepStory(this.context, shelf.path(folder));
      const found = await readDeskArticle(shelf.path(folder));
      await bases.keep(found.article, found, window);
      onOpened(id, folder);
      const { bytes: _bytes, ...opened } = found;
      return withRecovered(this.context, opened, this.unwritten.windowsOf(id));
    });
  }

  /**
   * Writes an article, and looks again after a while whether the file still has it. While that is
   * not done, and where it fails, the words are kept on this machine.
   */
  async save(request: SaveRequest): Promise<Saved> {
    const { article, window = '' } = request;
    const saved = await this.unwritten.during(article, window, () =>
      this.queue.run(article.id, () => saveArticle(this.context, request)),
    );
    this.looks.after(article.id);
    return saved;
  }

  /**
   * Looks at a story that others have changed or that has copies now: words of this Galley that were
   * written over are merged back, and what is in the copies: see `mergeCopies`. Never throws.
   */
  lookAgain(id: string): Promise<void> {
    return this.looks.at([id]);
  }

  /** Does the same for every story that this Galley has ever saved on the desk, or that has a copy. */
  async mendAll(): Promise<void> {
    const { shelf, bases } = this.context;
    const ids = [...shelf.index.folders().values()].map(({ id }) => id);
    const known = await bases.known(ids);
    await this.looks.at([...new Set([...known, ...shelf.index.copies.all().keys()])]);
  }

  /** Names the folder after the story; answers the name. */
  rename(id: string): Promise<{ folder: string }> {
    return this.exclusive(id, async (lock) => {
      const { shelf } = this.context;
      const before = await shelf.find(id);
      const { article } = await readDeskArticle(shelf.path(before));
      const name = folderName(article, shelf.desk.house.zone);
      // A number after it only says that the name was taken.
      if (before === name || before.replace(/-\d+$/u, '') === name) return { folder: before };
      await lock.check();
      const folder = await shelf.moveIn(shelf.path(before), name);
      this.context.onOpened(id, folder);
      return { folder };
    });
  }

  /** A copy as a new draft with the pictures; it has the words of the file, or those given. */
  duplicate(id: string, window?: string, words?: Article): Promise<OpenArticle> {
    return this.queue.run(id, async () => {
      const { shelf, now } = this.context;
      const source = shelf.path(await shelf.find(id));
      const copy = draftFrom(words ?? (await readDeskArticle(source)).article, now());
      return this.store(copy, (folder) => copyMedia(source, folder), window);
    });
  }

  /** The file of an article as it is, for a person to look at: where it is, and the start of it. */
  async look(id: string): Promise<{ file: string; text: string }> {
    const { shelf } = this.context;
    return startOfFile(articleFile(shelf.path(await shelf.find(id))));
  }

  /** The states that can be put in the place of the damaged file of an article. */
  earlier(id: string): Promise<EarlierState[]> {
    return this.queue.run(id, () => earlierStates(this.context, id));
  }

  /** Puts one of them there; see `restoreEarlier`. */
  restoreEarlier(id: string, place?: string): Promise<string> {
    return this.exclusive(id, (lock) => restoreEarlier(this.context, id, place, lock));
  }

  /** Puts a picture beside an article. Throws an AppError of `storePicture`. */
  addPicture(id: string, bytes: Uint8Array, name: string): Promise<StoredPicture> {
    return this.queue.run(id, async () => {
      const { shelf } = this.context;
      return storePicture(shelf.path(await shelf.find(id)), bytes, name);
    });
  }

  /** Moves an article to the desk's trash, from where `restore` brings it back. */
  trash(id: string): Promise<null> {
    return this.exclusive(id, async (lock) => {
      const { shelf, person, installation } = this.context;
      const folder = await shelf.find(id);
      const found = await readDeskArticle(shelf.path(folder)).catch(unlessFault);
      const { name } = await person();
      await lock.check();
      await putInTrash(shelf.desk.trash, shelf.path(folder), id, { name, installation });
      shelf.index.remove(folder);
      this.trashed.note(id, found?.article.saves);
      return null;
    });
  }

  restore(id: string): Promise<null> {
    return this.exclusive(id, async (lock) => {
      await lock.check();
      this.trashed.forget(id);
      await takeFromTrash(this.context.shelf, id);
      return null;
    });
  }

  /** The places in which a copy of an article differs from it. */
  compareCopy(id: string, place: string): Promise<Difference[]> {
    return this.queue.run(id, () => compareCopy(this.context, id, place));
  }

  /** Merges the words of a copy into its article; see `mergeCopy`. */
  mergeCopy(id: string, place: string): Promise<MergedCopy> {
    return this.exclusive(id, (lock) => mergeCopy(this.context, id, place, lock));
  }

  /** Moves a copy of an article to the desk's trash as it is. */
  setCopyAside(id: string, place: string): Promise<null> {
    return this.exclusive(id, async (lock) => {
      await lock.check();
      return setCopyAside(this.context, id, place);
    });
  }

  /**
   * Keeps a story as it is as a version and has `take` decide, while nobody saves it, who writes it;
   * that answers who did.
   */
  takeOver(id: string, take: () => Promise<string>): Promise<null> {
    return this.exclusive(id, async () => {
      const { shelf, versions, now, person, trouble } = this.context;
      const { article } = await readDeskArticle(shelf.path(await shelf.find(id)));
      const at = now();
      const file = await versions.keep(id, serializeArticle(article), at);
      const from = await take();
      const { name: by } = await person();
      await versions
        .noteTakenOver(file, { at, by, from })
        .catch((error: unknown) => trouble.note(error));
      return null;
    });
  }

  /** When an article was taken over with this Galley. */
  takenOver(id: string): Promise<TakenOver[]> {
    return this.context.versions.takenOver(id);
  }

  /**
   * Keeps words of a window on this machine until it saves them, at once: an earlier save may take
   * long. `open` offers them if it never does; `reason` says why.
   */
  keep(article: Article, window?: string, reason?: string): Promise<void> {
    return this.unwritten.keep(article, window ?? '', reason);
  }

  /** Forgets what a window had kept of a story, since the words are in another. */
  forgetKept(id: string, window: string): Promise<void> {
    return this.unwritten.forgetAll(id, window);
  }

  /** Forgets words that the person has taken over or refused. */
  forgetRecovered(id: string): Promise<null> {
    return this.queue.run(id, async () => {
      await this.context.journal.forgetOffered(id);
      return null;
    });
  }

  /** Puts back what is only in the journal: see `restoreLost`. */
  restoreLost(): Promise<string[]> {
    return restoreLost(this.context, (article) => this.store(article));
  }

  /** Ends the looks at what was saved; resolves when nothing is being done to any article. */
  async close(): Promise<void> {
    this.looks.end();
    await this.unwritten.idle();
    await this.queue.idle();
  }

  private mend(id: string): Promise<void> {
    return this.queue.run(id, async () => {
      const { context } = this;
      const { index } = context.shelf;
      // Most looks find nothing, and take no lock.
      const hasCopies = index.copies.files(index.folderOf(id) ?? '').length > 0;
      if (!hasCopies && !(await isOverwritten(context, id))) return;
      await context.locks.run(id, (lock) => mergeCopies(context, id, lock));
    });
  }

  /** Runs work on an article when nobody here or in another Galley is at it. */
  private exclusive<T>(id: string, work: (lock: StoryLock) => Promise<T>): Promise<T> {
    return this.queue.run(id, () => this.context.locks.run(id, work));
  }
}
