import { useRef } from 'react';
import type { App } from '../app.ts';
import { useApp } from '../use-app.ts';
import type { ArticleSession } from './article-session.ts';

/**
 * Handlers for a field after which the folder of the story is named: when the focus leaves it with
 * another name, the folder is renamed as soon as that name is in the file.
 */
export function useFolderName(session: ArticleSession): { onFocus(): void; onBlur(): void } {
  const app = useApp();
  const before = useRef('');
  return {
    onFocus() {
      before.current = nameOf(session);
    },
    onBlur() {
      if (nameOf(session) !== before.current) app.notices.attempt(() => rename(app, session));
    },
  };
}

/** A headline gives the name only until there is a slugline. */
function nameOf(session: ArticleSession): string {
  const { slugline, headline } = session.snapshot().article;
  return slugline.trim() === '' ? headline : slugline;
}

async function rename({ client, desk }: App, session: ArticleSession): Promise<void> {
  await session.flush();
  const { kind } = session.snapshot().save;
  if (kind === 'failed' || kind === 'read-only') return;
  await client.call('articles.rename', { id: session.id });
  await desk.read();
}
