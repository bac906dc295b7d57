import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createArticle } from '../../article/article.ts';
import { p } from '../article/build.ts';
import { ArticleSession } from '../../renderer/app/session/article-session.ts';
import { Timeline } from '../../renderer/app/session/timeline.ts';
import { Typing } from '../../renderer/app/session/typing.ts';
import { type CountedStory, followCounts } from '../../renderer/app/session/story-counts.ts';
import { Store } from '../../renderer/app/store.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test('the counts are never half a second late under someone who types without a pause', () => {
  const article = createArticle('2026-01-01T00:00:00Z');
  // The disk never answers: the counts do not wait for it.
  const session = new ArticleSession(
    { article, hash: '', readOnly: false, notices: [] },
    { save: () => new Promise(() => {}), keep: () => new Promise(() => {}), isOwn: () => false },
    new Timeline({ typing: new Typing() }),
  );
  const counted = new Store<{ story: CountedStory | undefined }>({ story: undefined });
  const stop = followCounts({ counted }, session, { lineLength: 42 });
  expect(counted.snapshot().story?.counts.story.words).toBe(0);
  for (let typed = 1; typed <= 100; typed += 1) {
    session.change({ body: [p('word '.repeat(typed))] });
    vi.advanceTimersByTime(50);
    const shown = counted.snapshot().story?.counts.story.words ?? 0;
    expect(typed - shown).toBeLessThan(500 / 50);
  }
  vi.advanceTimersByTime(500);
  expect(counted.snapshot().story).toMatchObject({
    id: article.id,
    counts: { story: { words: 100 } },
  });
  stop();
  session.dispose();
  expect(counted.snapshot().story).toBeUndefined();
});
