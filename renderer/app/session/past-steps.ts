import type { Article } from '../../../article/article.ts';
import { deepEqual } from '../../../article/deep-equal.ts';
import { mergeTexts } from '../../../article/merge-runs.ts';
import { turnBody } from '../../../article/merge.ts';
import type { ArticleChange } from './article-session.ts';
import type { Step } from './step.ts';

/**
 * Has both sides of the last step hold the words of others that have come into what `now` has of the
 * story, so that typing can go on in it. Answers false where they are at the same words.
 */
export function takeInto(step: Step, now: Partial<Article>): boolean {
  const { before, after } = step;
  const names = (Object.keys(after.fields ?? {}) as (keyof Article)[]).filter(
    (name) => name in now,
  );
  const fields = fieldsNow(before.fields, after.fields, now);
  if (names.some((name) => !(fields && name in fields))) return false;
  step.before = { ...before, ...(fields && { fields: { ...before.fields, ...fields } }) };
  const left = Object.fromEntries(names.map((name) => [name, now[name]]));
  step.after = { ...after, ...(fields && { fields: { ...after.fields, ...left } }) };
  if (now.body === undefined || !before.body || !after.body) return true;
  if (deepEqual(after.body.blocks, now.body)) return true;
  const blocks = turnBody(after.body.blocks, now.body, before.body.blocks);
  if (blocks === undefined) return false;
  step.before.body = { blocks, shown: undefined };
  step.after.body = { blocks: now.body, shown: undefined };
  return true;
}

/**
 * What turns fields that are as in `now` to `goal`, of which `left` says how they were: without what
 * others have changed at the same words since. Undefined where nothing is left.
 */
export function fieldsNow(
  goal: ArticleChange = {},
  left: ArticleChange = {},
  now: Partial<Article> = {},
): ArticleChange | undefined {
  const names = Object.keys(goal) as (keyof Article)[];
  const turned = names.flatMap((name): [string, unknown][] => {
    const [to, from, is] = [goal[name], left[name], now[name]];
    if (deepEqual(is, from)) return [[name, to]];
    if (![to, from, is].every((value) => typeof value === 'string')) return [];
    const text = mergeTexts(from as string, is as string, to as string, true);
    return text === undefined ? [] : [[name, text]];
  });
  return turned.length === 0 ? undefined : Object.fromEntries(turned);
}
