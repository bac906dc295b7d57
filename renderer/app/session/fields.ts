import { useState } from 'react';
import type { Article } from '../../../article/article.ts';
import type { ArticleSession } from './article-session.ts';
import { useWatched } from '../store.ts';

/** These fields of an open story. The view is drawn again only when one of them has changed. */
export function useFields<Name extends keyof Article>(
  session: ArticleSession,
  ...names: Name[]
): Pick<Article, Name> {
  const [pick] = useState(() => picker(names));
  return useWatched(session, ({ article }) => pick(article));
}

/** Whether an open story may only be read. */
export function useReadOnly(session: ArticleSession): boolean {
  return useWatched(session, ({ save }) => save.kind === 'read-only');
}

/** Takes these fields out of an article; answers the same object while they are the same. */
function picker<Name extends keyof Article>(names: readonly Name[]) {
  let picked: Pick<Article, Name> | undefined;
  return (article: Article): Pick<Article, Name> => {
    const last = picked;
    if (last === undefined || names.some((name) => last[name] !== article[name])) {
      picked = Object.fromEntries(names.map((name) => [name, article[name]])) as typeof last;
    }
    return picked ?? article;
  };
}
