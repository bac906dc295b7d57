import { useApp } from '../use-app.ts';
import { useWatched } from '../store.ts';

/** What is the matter with the file of a story that is on the desk's list, if it cannot be read. */
export function useDamage(id: string): string | undefined {
  const { desk } = useApp();
  return useWatched(desk, (state) => state.all.find((story) => story.id === id)?.fault);
}
