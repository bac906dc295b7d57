import type { OpenArticle } from '../../../electron/contract/calls.ts';
import type { ArticleSession } from './article-session.ts';
import { Store } from '../store.ts';

/** What a window has open. */
export interface OpenState {
  session: ArticleSession | undefined;
  /** What was mended when the file was read, in words for the person. */
  notices: readonly string[];
  /** Words of an earlier session that neither the file nor the proof has. */
  recovered: OpenArticle['recovered'];
  /** A story that could not be opened, and why. */
  fault: { id: string; message: string } | undefined;
  /** A story that was made just now: its headline wants the focus. A copy has words already. */
  begun: 'blank' | 'copy' | undefined;
  /** True for a story that was opened to be written in: the caret goes into its text. */
  takesCaret: boolean;
}

/** No story. */
export const NOTHING: OpenState = {
  session: undefined,
  notices: [],
  recovered: undefined,
  fault: undefined,
  begun: undefined,
  takesCaret: false,
};

/** The story that is open in a window. */
export class OpenedStore extends Store<OpenState> {
  private openings = 0;
  /** True while a new story is being made. */
  isMaking = false;

  constructor() {
    super(NOTHING);
  }

  /** Starts to open a story; answers whether it is still the one that was asked for last. */
  startOpening(): () => boolean {
    this.openings += 1;
    const mine = this.openings;
    return () => mine === this.openings;
  }
}
