import { AppError } from '../../../article/app-error.ts';
import type { Article } from '../../../article/article.ts';
import { sameWords } from '../../../article/same-words.ts';
import type { OpenArticle } from '../../../electron/contract/calls.ts';
import { WINDOW, call } from '../host/client.ts';
import { runCommand } from '../commands.ts';
import { desk, listWith, readDesk } from '../desk/desk-store.ts';
import { t } from '../../locale/locale.ts';
import { ArticleSession } from './article-session.ts';
import { attempt, closeNoticesOf, messageOf, tell } from '../notices.ts';
import { ensureWritten } from './outgoing.ts';
import { written } from './save-result.ts';
import { forget, letGo, sessions, timelineFor } from './sessions.ts';
import { Store } from '../store.ts';
import { giveBackFocus, holdTyping, takeTyped } from './typed-ahead.ts';
import { wayToFile } from './way-to-file.ts';

interface OpenState {
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

const NOTHING: OpenState = {
  session: undefined,
  notices: [],
  recovered: undefined,
  fault: undefined,
  begun: undefined,
  takesCaret: false,
};

/** The story that is open in this window. */
export const opened = new Store<OpenState>(NOTHING);

/** A reload of the page comes back to the same story; another window has its own. */
const REMEMBERED = 'galley.article';

let opening = 0;

/**
 * Opens a story; with `caret` its text takes the caret. The one that was open is written first, and
 * kept on trying if that fails. `notices` tell what became of the file it was made from.
 */
export async function openArticle(
  id: string,
  { caret = false, notices = [] }: { caret?: boolean; notices?: readonly string[] } = {},
): Promise<void> {
  opening += 1;
  const mine = opening;
  if (opened.snapshot().session?.id === id) {
    if (caret) runCommand('view.text');
    return;
  }
  try {
    await sessions.get(id)?.flush();
    const answer = await call('articles.open', { id, window: WINDOW });
    if (mine === opening) {
      show({ ...answer, notices: [...notices, ...answer.notices] }, { takesCaret: caret });
    }
  } catch (error) {
    if (mine !== opening) return;
    const message = messageOf(error);
    closeArticle();
    opened.set({ fault: { id, message } });
  }
}

/** Opens the story that this window showed before it was loaded anew. */
export async function reopen(): Promise<void> {
  const id = sessionStorage.getItem(REMEMBERED);
  if (id !== null && desk.snapshot().all.some((article) => article.id === id)) {
    await openArticle(id);
  }
}

let beginning = false;

/** Begins a new story and opens it; what is typed until it is there goes into it. */
export async function newArticle(): Promise<void> {
  if (beginning) return;
  const { begun, session } = opened.snapshot();
  if (begun === 'blank' && session?.untouched === true) {
    document.querySelector<HTMLElement>('.headline textarea')?.focus();
    await listWith(session.id);
    return;
  }
  beginning = true;
  holdTyping(t('command.article.new'));
  const made = call('articles.create', { window: WINDOW }).finally(() => {
    beginning = false;
  });
  try {
    await openMade(made, 'blank');
  } catch (error) {
    const { headline = '', standfirst = '' } = giveBackFocus() ?? {};
    const typed = `${headline} ${standfirst}`.trim();
    if (typed !== '') tell(t('article.new.typed', { typed }));
    throw error;
  }
}

/** Copies a story with its last words and opens the copy; throws an AppError where they fail. */
export async function duplicateArticle(id: string): Promise<void> {
  const session = sessions.get(id);
  if (session !== undefined) await ensureWritten(session);
  await openMade(call('articles.duplicate', { id, window: WINDOW }), 'copy');
}

/** Keeps the words of a story whose file is damaged as a new one, and opens that. */
export async function saveAsNew(session: ArticleSession): Promise<void> {
  const { id } = session;
  const { article } = session.snapshot();
  const made = await call('articles.duplicate', { id, window: WINDOW, article });
  const typed = changesSince(article, session.snapshot().article);
  showNone();
  forget(id);
  await openMade(Promise.resolve(made), 'copy');
  if (typed !== undefined) sessions.get(made.article.id)?.replace({ ...made.article, ...typed });
  await call('articles.forgetKept', { id, window: WINDOW });
}

/** What was changed in a story meanwhile. */
function changesSince(before: Article, now: Article): Partial<Article> | undefined {
  if (now === before) return undefined;
  const keys = Object.keys(now) as (keyof Article)[];
  return Object.fromEntries(
    keys.filter((key) => now[key] !== before[key]).map((key) => [key, now[key]]),
  );
}

/**
 * Takes over the words of an earlier session: they are merged with the file, which is kept as a
 * version first. Throws an AppError `unsaved` where it has not what this session has.
 */
export async function takeRecovered(): Promise<void> {
  const { session, recovered } = opened.snapshot();
  if (session === undefined || recovered === undefined) return;
  if (session.snapshot().save.kind === 'read-only') {
    throw new AppError('read-only', t('bar.readOnly'));
  }
  await session.flush({ keepVersion: true });
  if (session.dirty) await ensureWritten(session);
  session.replace(recovered.article, recovered.base);
  opened.set({ recovered: undefined });
  await session.flush();
  await forgetOnceWritten(session);
}

/** Forgets the words of an earlier session, which this one has, as soon as the file has them. */
async function forgetOnceWritten(session: ArticleSession): Promise<void> {
  await written(session);
  await call('articles.forgetRecovered', { id: session.id });
}

/** Leaves the words of an earlier session aside for good. */
export async function forgetRecovered(): Promise<void> {
  const { session } = opened.snapshot();
  if (session === undefined) return;
  await call('articles.forgetRecovered', { id: session.id });
  opened.set({ recovered: undefined });
}

async function openMade(made: Promise<OpenArticle>, begun: 'blank' | 'copy'): Promise<void> {
  opening += 1;
  const mine = opening;
  const answer = await made;
  if (mine === opening) show(answer, { begun });
  else if (begun === 'blank') await leaveUnseen(answer);
  await (mine === opening ? listWith(answer.article.id) : readDesk());
}

/** Another story was opened before the new one was there: it stays if something was typed for it. */
async function leaveUnseen({ article, hash }: OpenArticle): Promise<void> {
  const { headline = '', standfirst = '' } = takeTyped() ?? {};
  const typed = `${headline} ${standfirst}`.trim();
  if (typed === '') {
    await call('articles.trash', { id: article.id });
    return;
  }
  try {
    await call('articles.save', {
      article: { ...article, headline, standfirst },
      base: hash,
      window: WINDOW,
    });
  } catch (error) {
    tell(t('article.new.typed', { typed }));
    throw error;
  }
}

function show(
  answer: OpenArticle,
  { begun, takesCaret = false }: Partial<Pick<OpenState, 'begun' | 'takesCaret'>>,
): void {
  const { id } = answer.article;
  const before = opened.snapshot();
  // Words that could not be written yet are only in the session that has them.
  const unsaved = sessions.get(id);
  const session =
    unsaved?.dirty === true ? unsaved : new ArticleSession(answer, wayToFile, timelineFor(answer));
  sessions.set(id, session);
  sessionStorage.setItem(REMEMBERED, id);
  const { recovered } = answer;
  const isInProof =
    recovered !== undefined && sameWords(recovered.article, session.snapshot().article);
  if (isInProof) attempt(() => forgetOnceWritten(session));
  opened.set({
    session,
    notices: answer.notices,
    recovered: isInProof ? undefined : recovered,
    fault: undefined,
    begun,
    takesCaret,
  });
  if (before.session !== session) leave(before);
}

/** Shows no story any more. */
export function closeArticle(): void {
  const before = opened.snapshot();
  showNone();
  leave(before);
}

/** Shows a story no more that is to go; answers what shows it again, where nothing is shown. */
export function setAside(id: string): () => void {
  const before = opened.snapshot();
  if (before.session?.id !== id) return () => {};
  showNone();
  return () => {
    if (opened.snapshot().session !== undefined) return;
    sessionStorage.setItem(REMEMBERED, id);
    opened.set(before);
  };
}

function showNone(): void {
  sessionStorage.removeItem(REMEMBERED);
  opened.set(NOTHING);
}

/** A story that was begun and left without a word does not stay on the desk. */
function leave({ session, begun }: OpenState): void {
  if (session === undefined) return;
  closeNoticesOf(session.id);
  if (begun === 'blank' && session.untouched) attempt(() => dropUntouched(session.id));
  else void retire(session);
}

async function dropUntouched(id: string): Promise<void> {
  forget(id);
  try {
    await call('articles.trash', { id });
  } catch (error) {
    // Somebody was faster.
    if (!(error instanceof AppError && error.code === 'no-article')) throw error;
  }
  await readDesk();
}

/** Writes a story that was left; it goes on trying while it has words that are not in the file. */
async function retire(session: ArticleSession): Promise<void> {
  await session.flush();
  if (session.dirty || opened.snapshot().session === session) return;
  letGo(session);
}
