import { AppError } from '../../article/app-error.ts';
import { t } from '../locale/locale.ts';
import { Store } from './store.ts';

/** A line for the person: an error stays until it is closed, news goes away by itself. */
export interface Notice {
  id: number;
  kind: 'error' | 'news';
  text: string;
  action?: { label: string; run(): void };
  /** The story that it speaks of without its name: it goes when that is left. */
  story?: string;
}

const NEWS_STAYS = 8000;

/** The notices on the screen, oldest first. */
export class Notices extends Store<{ list: readonly Notice[] }> {
  private lastId = 0;

  constructor() {
    super({ list: [] });
  }

  /**
   * Says something that happened, with one thing that can be done about it, and of which story if it
   * does not name it. What is on the screen already is said anew.
   */
  tell(text: string, more: Pick<Notice, 'action' | 'story'> = {}): void {
    const before = this.snapshot().list.find((notice) => notice.text === text);
    if (before !== undefined) this.close(before.id);
    const id = this.show({ kind: 'news', text, ...more });
    setTimeout(() => this.close(id), NEWS_STAYS);
  }

  /** Shows why something could not be done. A bug is also written to the console. */
  readonly report = (error: unknown): void => {
    const text = messageOf(error);
    const { list } = this.snapshot();
    if (!list.some((notice) => notice.kind === 'error' && notice.text === text)) {
      this.show({ kind: 'error', text });
    }
  };

  /** Starts what an event asks for; if it fails, the person is told why. */
  attempt(work: () => Promise<unknown>): void {
    work().catch(this.report);
  }

  /** Takes a notice off the screen. */
  close(id: number): void {
    this.set({ list: this.snapshot().list.filter((notice) => notice.id !== id) });
  }

  /** Takes off the screen what speaks of a story that is no longer the one that is open. */
  closeOf(story: string): void {
    this.set({ list: this.snapshot().list.filter((notice) => notice.story !== story) });
  }

  private show(notice: Omit<Notice, 'id'>): number {
    this.lastId += 1;
    this.set({ list: [...this.snapshot().list, { ...notice, id: this.lastId }] });
    return this.lastId;
  }
}

/** An error in words for the person; one that is a bug is also written to the console. */
export function messageOf(error: unknown): string {
  if (error instanceof AppError) return error.message;
  console.error(error);
  return t('error.bug', { message: error instanceof Error ? error.message : String(error) });
}
