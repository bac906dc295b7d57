import { ErrorBoundary } from '../ui/ErrorBoundary.tsx';
import { useWatched } from '../app/store.ts';
import { Details } from './Details.tsx';
import { Preview } from './Preview.tsx';
import { useApp } from '../app/use-app.ts';

/** The right column: what is known about the story, or how it will be read. */
export function Panel() {
  const { layout, opened } = useApp();
  const panel = useWatched(layout, (state) => state.panel);
  const session = useWatched(opened, (state) => state.session);
  if (session === undefined || panel === undefined) return null;
  return (
    <ErrorBoundary key={`${panel} ${session.id}`}>
      {panel === 'details' ? <Details session={session} /> : <Preview session={session} />}
    </ErrorBoundary>
  );
}
