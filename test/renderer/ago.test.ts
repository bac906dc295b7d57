import { expect, test } from 'vitest';
import { ago } from '../../renderer/desk/ago.ts';

test('the list says how long ago a story was changed', () => {
  const now = new Date('2026-03-10T12:00:00Z');
  expect(ago('2026-03-10T11:59:40Z', now)).toBe('now');
  expect(ago('2026-03-10T11:15:00Z', now)).toBe('45 min ago');
  expect(ago('2026-03-10T09:00:00Z', now)).toBe('3 h ago');
  expect(ago('2026-03-08T09:00:00Z', now)).toBe('2 d ago');
  expect(ago('2026-01-02T09:00:00Z', now)).toBe('Jan 2');
  expect(ago('2025-01-02T09:00:00Z', now)).toBe('Jan 2, 2025');
});

test('a story from a clock that is ahead is new, and one without a time says nothing', () => {
  const now = new Date('2026-03-10T12:00:00Z');
  expect(ago('2026-03-10T12:30:00Z', now)).toBe('now');
  expect(ago('', now)).toBe('');
});
