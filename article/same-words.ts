import type { Article } from './article.ts';
import { articleToJson } from './article-file.ts';
import { deepEqual } from './deep-equal.ts';

/** True when two states of a story differ in nothing but the time they were changed at. */
export function sameWords(a: Article, b: Article): boolean {
  return deepEqual(articleToJson({ ...a, modified: b.modified }), articleToJson(b));
}
