import type { Events } from '../../../electron/contract/events.ts';
import { WINDOW, call } from '../host/client.ts';
import type { ArticleSession } from './article-session.ts';
import { attempt } from '../notices.ts';
import { written } from './save-result.ts';
import { sessions } from './sessions.ts';
import { composed, isComposing } from './typing.ts';

/** The last change of a story that was told while its own words are still being written. */
const told = new WeakMap<ArticleSession, Events['article-changed']>();

/** Takes up what was changed in the stories of this window while it heard of nothing. */
export function takeUpMissed(): void {
  for (const id of sessions.keys()) attempt(() => takeUpChange({ id, hash: '', here: false }));
}

/**
 * Takes up a file that was changed elsewhere; words that are unsaved here are merged with it first,
 * and an input method ends its word.
 */
export async function takeUpChange(change: Events['article-changed']): Promise<void> {
  const session = sessions.get(change.id);
  if (session === undefined) return;
  const isAwaited = told.has(session);
  told.set(session, change);
  if (isAwaited) return;
  await written(session);
  await composed();
  const { id, hash, here } = told.get(session) ?? change;
  told.delete(session);
  if (session.fileHash === hash) return;
  const before = session.fileHash;
  const answer = await call('articles.open', { id, window: WINDOW });
  if (answer.hash === session.fileHash || session.dirty) return;
  // Meanwhile an input method has begun a word, or this window has written the file.
  if (isComposing() || session.fileHash !== before) {
    await takeUpChange({ id, hash, here });
    return;
  }
  session.takeUp(answer, here ? 'silent' : 'told');
}
