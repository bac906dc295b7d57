import { AppError } from '../../../article/app-error.ts';
import type { Article } from '../../../article/article.ts';
import { sameWords } from '../../../article/same-words.ts';
import type { OpenArticle } from '../../../electron/contract/calls.ts';
import type { App } from '../app.ts';
import type { Client } from '../host/client.ts';
import { t } from '../../locale/locale.ts';
import type { ArticleSession } from './article-session.ts';
import { messageOf } from '../notices.ts';
import { NOTHING, type OpenState } from './opened-store.ts';
import { ensureWritten } from './outgoing.ts';
import { written } from './save-result.ts';

/** A reload of the page comes back to the same story; another window has its own. */
const REMEMBERED = 'galley.article';

/**
 * Opens a story; with `caret` its text takes the caret. The one that was open is written first, and
 * kept on trying if that fails. `notices` tell what became of the file it was made from.
 */
export async function openArticle(
  app: App,
  id: string,
  { caret = false, notices = [] }: { caret?: boolean; notices?: readonly string[] } = {},
): Promise<void> {
  const { client, commands, opened, sessions } = app;
  const isLatest = opened.startOpening();
  if (opened.snapshot().session?.id === id) {
    if (caret) commands.run('view.text');
    return;
  }
  try {
    await sessions.get(id)?.flush();
    const answer = await client.call('articles.open', { id, window: client.window });
    if (isLatest()) {
      show(app, { ...answer, notices: [...notices, ...answer.notices] }, { takesCaret: caret });
    }
  } catch (error) {
    if (!isLatest()) return;
    const message = messageOf(error);
    closeArticle(app);
    opened.set({ fault: { id, message } });
  }
}

/** Opens the story that this window showed before it was loaded anew. */
export async function reopen(app: App): Promise<void> {
  const id = sessionStorage.getItem(REMEMBERED);
  if (id !== null && app.desk.snapshot().all.some((article) => article.id === id)) {
    await openArticle(app, id);
  }
}

/** Begins a new story and opens it; what is typed until it is there goes into it. */
export async function newArticle(app: App): Promise<void> {
  const { client, desk, notices, opened, typedAhead } = app;
  if (opened.isMaking) return;
  const { begun, session } = opened.snapshot();
  if (begun === 'blank' && session?.untouched === true) {
    document.querySelector<HTMLElement>('.headline [role="textbox"]')?.focus();
    await desk.listWith(session.id);
    return;
  }
  opened.isMaking = true;
  typedAhead.hold(t('command.article.new'));
  const made = client.call('articles.create', { window: client.window }).finally(() => {
    opened.isMaking = false;
  });
  try {
    await openMade(app, made, 'blank');
  } catch (error) {
    const { headline = '', standfirst = '' } = typedAhead.giveBackFocus() ?? {};
    const typed = `${headline} ${standfirst}`.trim();
    if (typed !== '') notices.tell(t('article.new.typed', { typed }));
    throw error;
  }
}

/** Copies a story with its last words and opens the copy; throws an AppError where they fail. */
export async function duplicateArticle(app: App, id: string): Promise<void> {
  const { client, sessions } = app;
  const session = sessions.get(id);
  if (session !== undefined) await ensureWritten(session);
  await openMade(app, client.call('articles.duplicate', { id, window: client.window }), 'copy');
}

/** Keeps the words of a story whose file is damaged as a new one, and opens that. */
export async function saveAsNew(app: App, session: ArticleSession): Promise<void> {
  const { client, sessions } = app;
  const { id } = session;
  const { article } = session.snapshot();
  const made = await client.call('articles.duplicate', { id, window: client.window, article });
  const typed = changesSince(article, session.snapshot().article);
  showNone(app);
  sessions.forget(id);
  await openMade(app, Promise.resolve(made), 'copy');
  if (typed !== undefined) sessions.get(made.article.id)?.replace({ ...made.article, ...typed });
  await client.call('articles.forgetKept', { id, window: client.window });
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
export async function takeRecovered({ client, opened }: App): Promise<void> {
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
  await forgetOnceWritten(client, session);
}

/** Forgets the words of an earlier session, which this one has, as soon as the file has them. */
async function forgetOnceWritten(client: Client, session: ArticleSession): Promise<void> {
  await written(session);
  await client.call('articles.forgetRecovered', { id: session.id });
}

/** Leaves the words of an earlier session aside for good. */
export async function forgetRecovered({ client, opened }: App): Promise<void> {
  const { session } = opened.snapshot();
  if (session === undefined) return;
  await client.call('articles.forgetRecovered', { id: session.id });
  opened.set({ recovered: undefined });
}

async function openMade(
  app: App,
  made: Promise<OpenArticle>,
  begun: 'blank' | 'copy',
): Promise<void> {
  const { desk, opened } = app;
  const isLatest = opened.startOpening();
  const answer = await made;
  if (isLatest()) show(app, answer, { begun });
  else if (begun === 'blank') await leaveUnseen(app, answer);
  await (isLatest() ? desk.listWith(answer.article.id) : desk.read());
}

/** Another story was opened before the new one was there: it stays if something was typed for it. */
async function leaveUnseen(
  { client, notices, typedAhead }: App,
  { article, hash }: OpenArticle,
): Promise<void> {
  const { headline = '', standfirst = '' } = typedAhead.take() ?? {};
  const typed = `${headline} ${standfirst}`.trim();
  if (typed === '') {
    await client.call('articles.trash', { id: article.id });
    return;
  }
  try {
    await client.call('articles.save', {
      article: { ...article, headline, standfirst },
      base: hash,
      window: client.window,
    });
  } catch (error) {
    notices.tell(t('article.new.typed', { typed }));
    throw error;
  }
}

function show(
  app: App,
  answer: OpenArticle,
  { begun, takesCaret = false }: Partial<Pick<OpenState, 'begun' | 'takesCaret'>>,
): void {
  const { client, notices, opened, sessions } = app;
  const before = opened.snapshot();
  const session = sessions.open(answer);
  sessionStorage.setItem(REMEMBERED, session.id);
  const { recovered } = answer;
  const isInProof =
    recovered !== undefined && sameWords(recovered.article, session.snapshot().article);
  if (isInProof) notices.attempt(() => forgetOnceWritten(client, session));
  opened.set({
    session,
    notices: answer.notices,
    recovered: isInProof ? undefined : recovered,
    fault: undefined,
    begun,
    takesCaret,
  });
  if (before.session !== session) leave(app, before);
}

/** Shows no story any more. */
export function closeArticle(app: App): void {
  const before = app.opened.snapshot();
  showNone(app);
  leave(app, before);
}

/** Shows a story no more that is to go; answers what shows it again, where nothing is shown. */
export function setAside(app: App, id: string): () => void {
  const { opened } = app;
  const before = opened.snapshot();
  if (before.session?.id !== id) return () => {};
  showNone(app);
  return () => {
    if (opened.snapshot().session !== undefined) return;
    sessionStorage.setItem(REMEMBERED, id);
    opened.set(before);
  };
}

function showNone({ opened }: App): void {
  sessionStorage.removeItem(REMEMBERED);
  opened.set(NOTHING);
}

/** A story that was begun and left without a word does not stay on the desk. */
function leave(app: App, { session, begun }: OpenState): void {
  if (session === undefined) return;
  const { notices } = app;
  notices.closeOf(session.id);
  if (begun === 'blank' && session.untouched) {
    notices.attempt(() => dropUntouched(app, session.id));
  } else void retire(app, session);
}

async function dropUntouched({ client, desk, sessions }: App, id: string): Promise<void> {
  sessions.forget(id);
  try {
    await client.call('articles.trash', { id });
  } catch (error) {
    // Somebody was faster.
    if (!(error instanceof AppError && error.code === 'no-article')) throw error;
  }
  await desk.read();
}

/** Writes a story that was left; it goes on trying while it has words that are not in the file. */
async function retire({ opened, sessions }: App, session: ArticleSession): Promise<void> {
  await session.flush();
  if (session.dirty || opened.snapshot().session === session) return;
  sessions.letGo(session);
}
