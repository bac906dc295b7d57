import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createArticle } from '../../article/article.ts';
import type { ArticleChange } from '../../renderer/app/session/article-session.ts';
import { StepLimit } from '../../renderer/app/session/step-limit.ts';
import type { Step } from '../../renderer/app/session/step.ts';
import { Timeline } from '../../renderer/app/session/timeline.ts';
import { Typing } from '../../renderer/app/session/typing.ts';

/** A story of fields alone that remembers what is done to it. */
function storyWith(limit?: StepLimit<Step>) {
  let overwritten = 0;
  const onOverwritten = () => (overwritten += 1);
  const timeline = new Timeline({ typing: new Typing(), onOverwritten, ...(limit && { limit }) });
  let article = createArticle('2026-01-01T00:00:00Z');
  const put = (fields: ArticleChange) => {
    article = { ...article, ...fields } as typeof article;
  };
  timeline.serve({ now: () => article, put });
  return {
    timeline,
    /** How often a step could not be turned back. */
    overwritten: () => overwritten,
    get headline() {
      return article.headline;
    },
    get article() {
      return article;
    },
    /** Types letter by letter in one place. */
    type: (name: 'headline' | 'kicker', text: string, place = name as string) => {
      for (const letter of text) {
        const before = article;
        put({ [name]: article[name] + letter });
        timeline.recordFields(before, article, { name: place, within: 800 });
      }
    },
    set: (fields: ArticleChange) => {
      const before = article;
      put(fields);
      timeline.recordFields(before, article);
    },
    /** Others change it, and their words come in. */
    others: (fields: ArticleChange) => {
      put(fields);
      timeline.othersCame(article);
    },
  };
}

beforeEach(() => void vi.useFakeTimers({ toFake: ['performance'] }));
afterEach(() => void vi.useRealTimers());

describe('a burst of typing', () => {
  test('in one place is one step', () => {
    const story = storyWith();
    story.type('headline', 'Harbour opens');
    story.timeline.undo();
    expect(story.headline).toBe('');
    story.timeline.redo();
    expect(story.headline).toBe('Harbour opens');
    expect(story.timeline.snapshot()).toEqual({ canUndo: true, canRedo: false });
  });

  test('ends with a pause, in another place, and with an undo', () => {
    const story = storyWith();
    story.type('headline', 'One');
    vi.advanceTimersByTime(900);
    story.type('headline', ' two');
    story.type('kicker', 'Ports');
    story.timeline.undo();
    expect(story.article).toMatchObject({ kicker: '', headline: 'One two' });
    story.timeline.undo();
    expect(story.headline).toBe('One');
    story.type('headline', '!', 'headline');
    story.timeline.undo();
    expect(story.headline).toBe('One');
  });

  test('that comes to nothing is no step', () => {
    const story = storyWith();
    story.type('headline', 'a');
    const before = story.article;
    const now = { ...before, headline: '' };
    story.timeline.recordFields(before, now, { name: 'headline', within: 800 });
    expect(story.timeline.snapshot().canUndo).toBe(false);
  });
});

test('steps are undone in the order in which they were made, wherever that was', () => {
  const story = storyWith();
  story.set({ keywords: ['ships'] });
  story.type('headline', 'Harbour');
  story.set({ urgency: 3 });
  story.timeline.undo();
  expect(story.article.urgency).toBeUndefined();
  story.timeline.undo();
  expect(story.article).toMatchObject({ headline: '', keywords: ['ships'] });
  story.set({ section: 'Ports' });
  expect(story.timeline.snapshot().canRedo).toBe(false);
  story.timeline.undo();
  story.timeline.undo();
  expect(story.article).toMatchObject({ section: '', keywords: [] });
  expect(story.timeline.snapshot().canUndo).toBe(false);
});

test('what is done as a part of the last step is undone with it', () => {
  const story = storyWith();
  story.set({ headline: 'Fog', bylineText: 'By Ann Lake' });
  story.timeline.asPartOfLast(() => story.set({ slugline: 'fog' }));
  story.set({ section: 'Ports' });
  story.timeline.undo();
  expect(story.article).toMatchObject({ headline: 'Fog', slugline: 'fog', section: '' });
  story.timeline.undo();
  expect(story.article).toMatchObject({ headline: '', slugline: '' });
  expect(story.article.bylineText).toBeUndefined();
});

test('who moved a story on stays on the record', () => {
  const story = storyWith();
  story.set({ status: 'in-review', history: [] });
  expect(story.timeline.snapshot().canUndo).toBe(false);
});

test('a story keeps a thousand steps; the oldest goes first', () => {
  const story = storyWith();
  for (let step = 1; step <= 1005; step += 1) story.set({ headline: String(step) });
  for (let step = 0; step < 2000; step += 1) story.timeline.undo();
  expect(story.headline).toBe('5');
});

test('all stories together keep as much as is allowed; the oldest step goes first', () => {
  const limit = new StepLimit<Step>(3000);
  const [one, other] = [storyWith(limit), storyWith(limit)];
  one.set({ headline: 'a'.repeat(400) });
  one.set({ kicker: 'b'.repeat(400) });
  other.set({ headline: 'c'.repeat(400) });
  expect(one.timeline.snapshot().canUndo).toBe(true);
  other.set({ headline: 'd' });
  one.timeline.undo();
  one.timeline.undo();
  expect(one.article.kicker).toBe('');
  expect(one.headline, 'its step had to go').not.toBe('');
  other.set({ kicker: 'e'.repeat(600) });
  expect(one.timeline.snapshot(), 'nor is there what came after it').toEqual({
    canUndo: false,
    canRedo: false,
  });
  other.timeline.undo();
  expect(other.article.kicker).toBe('');
});

test('a step whose text others have written over is not taken back by half, and the person is told', () => {
  const story = storyWith();
  const text = { blocks: [], shown: undefined };
  story.timeline.attachText(() => false);
  story.type('headline', 'Harbour');
  story.timeline.record({
    before: { body: text, fields: { headline: '' } },
    after: { body: text, fields: { headline: 'Harbour' } },
    size: 1,
  });
  story.timeline.undo();
  expect(story.headline).toBe('Harbour');
  expect(story.overwritten()).toBe(1);
  expect(story.timeline.snapshot()).toEqual({ canUndo: true, canRedo: false });
});

describe('when words of others come into a field', () => {
  test('typing that goes on is one step, and undo takes back its own words alone', () => {
    const story = storyWith();
    story.set({ headline: 'Crane falls' });
    story.type('headline', ' at ');
    story.others({ headline: 'Giant crane falls at ' });
    story.type('headline', 'port');
    expect(story.headline).toBe('Giant crane falls at port');
    story.timeline.undo();
    expect(story.headline).toBe('Giant crane falls');
    story.timeline.redo();
    expect(story.headline).toBe('Giant crane falls at port');
  });

  test('what was done before is taken back among them; where they are at the same words, the person is told', () => {
    const story = storyWith();
    story.set({ headline: 'Crane falls' });
    story.set({ headline: 'Crane falls at port' });
    story.set({ kicker: 'Harbour' });
    story.others({ headline: 'Giant crane falls at port', kicker: 'Accident' });
    story.timeline.undo();
    expect(story.article.kicker).toBe('Accident');
    expect(story.overwritten()).toBe(1);
    story.timeline.undo();
    expect(story.headline).toBe('Giant crane falls');
  });
});
