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

/** The notices on the screen, oldest first. */
export const notices = new Store<{ list: readonly Notice[] }>({ list: [] });

const NEWS_STAYS = 8000;
let lastId = 0;

/**
 * Says something that happened, with one thing that can be done about it, and of which story if it
 * does not name it. What is on the screen already is said anew.
 */
export function tell(text: string, more: Pick<Notice, 'action' | 'story'> = {}): void {
  const before = notices.snapshot().list.find((notice) => notice.text === text);
  if (before !== undefined) closeNotice(before.id);
  const id = show({ kind: 'news', text, ...more });
  setTimeout(() => closeNotice(id), NEWS_STAYS);
}

/** Shows why something could not be done. A bug is also written to the console. */
export function report(error: unknown): void {
  const text = messageOf(error);
  const { list } = notices.snapshot();
  if (!list.some((notice) => notice.kind === 'error' && notice.text === text)) {
    show({ kind: 'error', text });
  }
}

/** An error in words for the person; one that is a bug is also written to the console. */
export function messageOf(error: unknown): string {
  if (error instanceof AppError) return error.message;
  console.error(error);
  return t('error.bug', { message: error instanceof Error ? error.message : String(error) });
}

/** Takes a notice off the screen. */
export function closeNotice(id: number): void {
  notices.set({ list: notices.snapshot().list.filter((notice) => notice.id !== id) });
}

/** Takes off the screen what speaks of a story that is no longer the one that is open. */
export function closeNoticesOf(story: string): void {
  notices.set({ list: notices.snapshot().list.filter((notice) => notice.story !== story) });
}

/** Starts what an event asks for; if it fails, the person is told why. */
export function attempt(work: () => Promise<unknown>): void {
  work().catch(report);
}

function show(notice: Omit<Notice, 'id'>): number {
  lastId += 1;
  notices.set({ list: [...notices.snapshot().list, { ...notice, id: lastId }] });
  return lastId;
}
