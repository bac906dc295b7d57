import { flushSync } from 'react-dom';
import type { Present } from '../../electron/contract/present.ts';
import type { StoryCopy } from '../../electron/contract/story-copy.ts';
import type { ArticleSession } from './session/article-session.ts';
import { Store } from './store.ts';
import type { ImportList } from './import/import-list.ts';

/** A dialog of the app, with what it was opened for. */
export type OpenDialog =
  | { kind: 'import'; list: ImportList }
  | { kind: 'export'; session: ArticleSession }
  | { kind: 'export-desk' }
  | { kind: 'copy'; session: ArticleSession; copy: StoryCopy }
  | { kind: 'settings' }
  | { kind: 'file'; file: string; text: string }
  | { kind: 'name'; goOn(name: string): void }
  | { kind: 'take-over'; from: Present }
  | { kind: 'trash'; id: string; people: readonly Present[] };

/** The dialog that is open, if one is. */
export class DialogStore extends Store<{ open: OpenDialog | undefined }> {
  constructor() {
    super({ open: undefined });
  }

  /** Opens a dialog in the place of any other. */
  show(open: OpenDialog): void {
    this.set({ open });
  }

  /** Closes the dialog that is open; the focus is back where it was then, and can be taken. */
  readonly close = (): void => {
    flushSync(() => this.set({ open: undefined }));
  };
}
