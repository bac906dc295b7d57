import type { Events } from '../../../electron/contract/events.ts';
import type { App } from '../app.ts';
import { written } from './save-result.ts';

/** Takes up what was changed in the stories of this window while it heard of nothing. */
export function takeUpMissed(app: App): void {
  const { notices, sessions } = app;
  for (const id of sessions.ids) {
    notices.attempt(() => takeUpChange(app, { id, hash: '', here: false }));
  }
}

/**
 * Takes up a file that was changed elsewhere; words that are unsaved here are merged with it first,
 * and an input method ends its word.
 */
export async function takeUpChange(app: App, change: Events['article-changed']): Promise<void> {
  const { client, sessions, typing } = app;
  const session = sessions.get(change.id);
  if (session === undefined) return;
  const isAwaited = sessions.told.has(session);
  sessions.told.set(session, change);
  if (isAwaited) return;
  await written(session);
  await typing.composed();
  const { id, hash, here } = sessions.told.get(session) ?? change;
  sessions.told.delete(session);
  if (session.fileHash === hash) return;
  const before = session.fileHash;
  const answer = await client.call('articles.open', { id, window: client.window });
  if (answer.hash === session.fileHash || session.dirty) return;
  // Meanwhile an input method has begun a word, or this window has written the file.
  if (typing.isComposing || session.fileHash !== before) {
    await takeUpChange(app, { id, hash, here });
    return;
  }
  session.takeUp(answer, here ? 'silent' : 'told');
}
