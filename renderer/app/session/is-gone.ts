import { useState } from 'react';
import { useApp } from '../use-app.ts';
import { useWatched } from '../store.ts';

/** True when the story was on the desk's list and is not any more. */
export function useIsGone(id: string): boolean {
  const { desk } = useApp();
  const isListed = useWatched(desk, (state) => state.all.some((story) => story.id === id));
  const isWhole = useWatched(desk, ({ reading, unreachable }) => !reading && !unreachable);
  const [listed, setListed] = useState<string>();
  if (isListed && listed !== id) setListed(id);
  return listed === id && !isListed && isWhole;
}
