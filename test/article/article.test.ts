import { expect, test } from 'vitest';
import { changeStatus, createArticle, parseArticle } from '../../article/article.ts';
import { serializeArticle } from '../../article/article-file.ts';

const NOW = '2026-01-02T00:00:00Z';

test('a new article is an empty draft that can be written and read', () => {
  const story = createArticle(NOW);
  expect(story).toMatchObject({
    status: 'draft',
    language: 'en',
    body: [],
    created: NOW,
    modified: NOW,
  });
  expect(parseArticle(JSON.parse(serializeArticle(story)))).toEqual(story);
  expect(createArticle(NOW).id).not.toBe(story.id);
});

test('a change of status is written into the history, a note with it', () => {
  const draft = createArticle(NOW);
  const sent = changeStatus(draft, 'in-review', 'Anna Lake', NOW, 'please check the figures');
  expect(sent.status).toBe('in-review');
  expect(sent.history).toEqual([
    { at: NOW, by: 'Anna Lake', from: 'draft', to: 'in-review', note: 'please check the figures' },
  ]);
  expect(changeStatus(sent, 'approved', 'Ben Ford', NOW, '').history[1]).toEqual({
    at: NOW,
    by: 'Ben Ford',
    from: 'in-review',
    to: 'approved',
  });
  expect(draft.history).toEqual([]);
});

test('a change to the same status is none', () => {
  const draft = createArticle(NOW);
  expect(changeStatus(draft, 'draft', 'Anna Lake', NOW)).toBe(draft);
});
