import { useRef } from 'react';
import { call } from '../host/client.ts';
import { readDesk } from '../desk/desk-store.ts';
import type { ArticleSession } from './article-session.ts';
import { attempt } from '../notices.ts';

/**
 * Handlers for a field after which the folder of the story is named: when the focus leaves it with
 * another name, the folder is renamed as soon as that name is in the file.
 */
export function useFolderName(session: ArticleSession): { onFocus(): void; onBlur(): void } {
  const before = useRef('');
  return {
    onFocus() {
      before.current = nameOf(session);
    },
    onBlur() {
      if (nameOf(session) !== before.current) attempt(() => rename(session));
    },
  };
}

/** A headline gives the name only until there is a slugline. */
function nameOf(session: ArticleSession): string {
  const { slugline, headline } = session.snapshot().article;
  return slugline.trim() === '' ? headline : slugline;
}

async function rename(session: ArticleSession): Promise<void> {
  await session.flush();
  const { kind } = session.snapshot().save;
  if (kind === 'failed' || kind === 'read-only') return;
  await call('articles.rename', { id: session.id });
  await readDesk();
}
