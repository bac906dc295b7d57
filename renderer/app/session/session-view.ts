import type { Article } from '../../../article/article.ts';
import type { Saved } from '../../../electron/contract/calls.ts';

/** Where the words are: in the file, on their way (`slow` when that takes long), or only here. */
export type SaveState =
  | { kind: 'saved' }
  | { kind: 'saving'; slow?: 'still' | 'long' }
  | { kind: 'failed'; reason: string }
  | { kind: 'read-only' };

/** What a view shows of an open article. */
export interface SessionView {
  article: Article;
  save: SaveState;
  /** Grows when the content was replaced from outside the editor; the editor then loads it anew. */
  load: number;
  /** Set after a save that met the words of others: theirs are here, these were kept as that. */
  keptAs: (NonNullable<Saved['keptAs']> & { by: readonly string[] }) | undefined;
  /**
   * Who else made changes that were taken up, as `Changers` says it. Who was seen once is not named
   * again.
   */
  changedBy: readonly string[] | undefined;
  /** Set after a save that brought the story back from the trash. */
  fromTrash: Saved['fromTrash'];
}
