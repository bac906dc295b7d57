import type { Unwritten } from '../../../electron/contract/bridge.ts';
import type { OpenArticle } from '../../../electron/contract/calls.ts';
import { t } from '../../locale/locale.ts';
import type { ArticleSession } from './article-session.ts';
import type { Timeline } from './timeline.ts';

/** Sessions with words that are not in their files yet: the open one, and any that were left. */
export const sessions = new Map<string, ArticleSession>();

/** What was done to stories that were left, and the file it led to: undo goes on where it ended. */
const left = new Map<string, Pick<ArticleSession, 'fileHash' | 'timeline'>>();

/** Writes whatever is not written, in every session of this window. */
export async function flushAll(): Promise<void> {
  await Promise.all([...sessions.values()].map((session) => session.flush()));
}

/** The stories of this window with words that are not in their files. */
export function unwritten(): Unwritten[] {
  return [...sessions.values()]
    .filter((session) => session.dirty)
    .map((session) => {
      const { article, save } = session.snapshot();
      return { article, reason: save.kind === 'failed' ? save.reason : t('leave.writing') };
    });
}

/** The timeline that leads to the file as it is now, if this window has one. */
export function timelineFor({ article, hash, readOnly }: OpenArticle): Timeline | undefined {
  const last = sessions.get(article.id) ?? left.get(article.id);
  return last?.fileHash === hash && !readOnly ? last.timeline : undefined;
}

/** Ends a session whose words are in their file; what can be undone stays. */
export function letGo(session: ArticleSession): void {
  session.dispose();
  if (sessions.get(session.id) !== session) return;
  sessions.delete(session.id);
  const { fileHash, timeline } = session;
  left.set(session.id, { fileHash, timeline });
}

/** Lets go of all that this window has of a story. */
export function forget(id: string): void {
  const session = sessions.get(id);
  (session ?? left.get(id))?.timeline.end();
  session?.dispose();
  sessions.delete(id);
  left.delete(id);
}
