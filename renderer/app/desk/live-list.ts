import { useMemo } from 'react';
import type { ArticleSummary } from '../../../electron/contract/calls.ts';
import { type Watched, useWatched } from '../store.ts';
import type { SessionView } from '../session/session-view.ts';
import { useApp } from '../use-app.ts';

const NONE: Watched<Pick<SessionView, 'article'> | undefined> = {
  snapshot: () => undefined,
  subscribe: () => () => {},
};

/** The list of the desk, with the open story as it is written at this moment. */
export function useLiveList(): readonly ArticleSummary[] {
  const { desk, opened } = useApp();
  const listed = useWatched(desk, (state) => state.listed);
  const session = useWatched(opened, (state) => state.session);
  const open = session ?? NONE;
  const headline = useWatched(open, (view) => view?.article.headline);
  const slugline = useWatched(open, (view) => view?.article.slugline);
  const status = useWatched(open, (view) => view?.article.status);
  const id = session?.id;

  return useMemo(
    () =>
      listed.map((article) =>
        article.id === id &&
        headline !== undefined &&
        slugline !== undefined &&
        status !== undefined
          ? { ...article, headline, slugline, status }
          : article,
      ),
    [listed, id, headline, slugline, status],
  );
}
