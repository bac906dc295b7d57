import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createArticle } from '../../article/article.ts';
import { ArticleIndex } from '../../electron/services/article-index.ts';
import { DeskRounds, LOOK_EVERY } from '../../electron/services/desk-rounds.ts';
import { rowOf } from '../../electron/services/index-row.ts';
import { temporaryFolder } from './temporary.ts';

const NOW = new Date('2026-01-10T12:00:00Z');

/** An index of so many stories, the first the newest, one for each day back from now. */
async function indexOf(count: number): Promise<ArticleIndex> {
  const index = new ArticleIndex(path.join(await temporaryFolder(), 'index.sqlite'));
  onTestFinished(() => index.close());
  index.inTransaction(() => {
    for (let days = 0; days < count; days += 1) {
      const at = new Date(NOW.getTime() - days * 86_400_000).toISOString();
      index.put(rowOf(createArticle(at, {}), { folder: `story-${days}`, hash: 'x', stamp: 'x' }));
    }
  });
  return index;
}

/** All folders that are looked at within so many seconds. */
function within(rounds: DeskRounds, seconds: number): Set<string> {
  const looks = Math.floor((seconds * 1000) / LOOK_EVERY);
  return new Set(Array.from({ length: looks }, () => rounds.next(NOW)).flat());
}

test('the newest stories are looked at every time, and no look is for many', async () => {
  const rounds = new DeskRounds(await indexOf(1000));
  for (let look = 0; look < 50; look += 1) {
    const folders = rounds.next(NOW);
    expect(folders).toContain('story-0');
    expect(folders).toContain('story-20');
    expect(folders.length).toBeLessThan(100);
  }
});

test('every story is looked at within ten minutes', async () => {
  const index = await indexOf(1000);
  const rounds = new DeskRounds(index);
  expect(within(rounds, 600).size).toBe(1000);
  expect(within(rounds, 600).size).toBe(1000);
  // Also while others go.
  for (let days = 0; days < 500; days += 1) index.remove(`story-${days * 2}`);
  expect(within(rounds, 600).size).toBe(500);
});

test('those of this month and the last are looked at within half a minute', async () => {
  const index = await indexOf(30);
  // So many of this month that not all of its stories are among the newest.
  index.inTransaction(() => {
    for (let number = 0; number < 300; number += 1) {
      const file = { folder: `today-${number}`, hash: 'x', stamp: 'x' };
      index.put(rowOf(createArticle(NOW.toISOString(), {}), file));
    }
  });
  const rounds = new DeskRounds(index);
  const seen = within(rounds, 30);
  expect(seen).toContain('story-29');
  expect(seen.size).toBe(330);
});

test('a desk without stories is looked at, too', async () => {
  expect(new DeskRounds(await indexOf(0)).next(NOW)).toEqual([]);
});
