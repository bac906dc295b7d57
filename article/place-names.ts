import type { Article } from './article.ts';
import type { Block } from './blocks/blocks.ts';
import { knownSpec } from './blocks/specs.ts';
import { deepEqual } from './deep-equal.ts';
import { articleFields } from './fields.ts';

/**
 * The places that a merge of two sides could not bring together (see `Merge.conflicts`), as a
 * newsroom calls them: `Headline`, `Paragraph 3`; each once. Blocks are counted as `theirs` has them.
 */
export function placeNames(conflicts: readonly string[], ours: Article, theirs: Article): string[] {
  return [...new Set(conflicts.map((path) => nameOf(path, ours, theirs)))];
}

function nameOf(path: string, ours: Article, theirs: Article): string {
  const [, field = '', index] = /^(\w+)(?:\[(\d+)\])?/u.exec(path) ?? [];
  if (field !== 'body') return articleFields.get(field)?.name ?? 'Details';
  const block = index === undefined ? undefined : changedAt(Number(index), ours.body, theirs.body);
  if (block === undefined) return 'Order of the text';
  const isSame = ({ id }: Block) => id === block.id;
  const body = theirs.body.some(isSame) ? theirs.body : ours.body;
  const alike = body.filter(({ type }) => type === block.type);
  const name = knownSpec(block)?.name ?? 'Block';
  return alike.length === 1 ? name : `${name} ${alike.findIndex(isSame) + 1}`;
}

/** A place is counted in the body of one side or the other: the block there that is not in both. */
function changedAt(
  index: number,
  ours: readonly Block[],
  theirs: readonly Block[],
): Block | undefined {
  const [our, their] = [ours[index], theirs[index]];
  const isOurs = our !== undefined && !theirs.some((block) => deepEqual(block, our));
  return isOurs ? our : their;
}
