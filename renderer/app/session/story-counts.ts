import { type StoryCounts, countStory } from '../../../article/counts.ts';
import type { House } from '../../../article/house.ts';
import type { ArticleSession } from './article-session.ts';
import type { App } from '../app.ts';

/** How long the open story is at this moment. */
export interface CountedStory {
  id: string;
  language: string;
  counts: StoryCounts;
}

/** A key does not wait for the counting; the counts are at most this many milliseconds late. */
const COUNT_WITHIN = 200;

/** Counts the story at once and as it changes, also under someone who types without a pause. */
export function followCounts(
  { counted }: Pick<App, 'counted'>,
  session: ArticleSession,
  { lineLength }: Pick<House, 'lineLength'>,
): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const count = () => {
    timer = undefined;
    const { article } = session.snapshot();
    const counts = countStory(article, { lineLength });
    counted.set({ story: { id: session.id, language: article.language, counts } });
  };
  count();
  const stop = session.subscribe(() => {
    timer ??= setTimeout(count, COUNT_WITHIN);
  });
  return () => {
    stop();
    clearTimeout(timer);
    counted.set({ story: undefined });
  };
}
