import type { Article } from '../../../article/article.ts';
import type { Saved } from '../../../electron/contract/calls.ts';

/** The way to the file; `articles.save` in the app. */
export type SaveCall = (args: {
  article: Article;
  base: string;
  keepVersion?: boolean;
  over?: boolean;
}) => Promise<Saved>;

/** What a session asks of the window that it is in: where its words go, and whose they are. */
export interface SessionHost {
  save: SaveCall;
  /** Keeps words that cannot be written yet on this machine, until a later save has written them. */
  keep(article: Article): Promise<unknown>;
  /** True for the installation whose window this is: it is no one else. */
  isOwn(installation: string): boolean;
}
