import { expect, test } from 'vitest';
import { findItems } from '../../renderer/editor/tools/find-items.ts';

const items = [
  { label: 'Dateline…', words: 'place source' },
  { label: 'Crosshead', words: 'heading subhead' },
  { label: 'Sidebar: links', words: 'box related' },
  { label: 'Sidebar: ranking', words: 'box most read' },
];
const labels = (typed: string) => findItems(items, typed).map(({ label }) => label);

test('the palette shows everything until something is typed', () => {
  expect(labels('')).toHaveLength(items.length);
});

test('names that start with what is typed come first, then words of the name, then other words', () => {
  expect(labels('s')).toEqual(['Sidebar: links', 'Sidebar: ranking', 'Dateline…', 'Crosshead']);
  expect(labels('rank')).toEqual(['Sidebar: ranking']);
  expect(labels('HEAD')).toEqual(['Crosshead']);
  expect(labels('sidebar: l')).toEqual(['Sidebar: links']);
  expect(labels('lead')).toEqual([]);
});
