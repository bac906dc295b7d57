import type { Article } from './article.ts';
import { deepEqual } from './deep-equal.ts';

/** True when two states of a story differ in nothing but when and by whom they were saved. */
export function sameWords(a: Article, b: Article): boolean {
  return deepEqual(wordsOf(a), wordsOf(b));
}

function wordsOf({ modified: _time, saves: _saves, ...words }: Article): unknown {
  return words;
}
