import { expect, test } from 'vitest';
import type { Block } from '../../article/blocks/blocks.ts';
import type { List } from '../../article/blocks/list/list.ts';
import { heading, li, list, p, sidebar } from './build.ts';
import { uniqueIds } from '../../article/unique-ids.ts';

/** Every id of blocks and items, in the order of the text. */
function idsOf(blocks: readonly Block[]): string[] {
  return blocks.flatMap((block) => {
    if (block.type === 'sidebar') return [block.id, ...idsOf(block.body)];
    return block.type === 'list' ? idsOfList(block) : [block.id];
  });
}

function idsOfList(block: List): string[] {
  const items = block.items.flatMap((item) => [item.id, ...(item.lists ?? []).flatMap(idsOfList)]);
  return [block.id, ...items];
}

const withId = <T extends { id: string }>(holder: T, id: string): T => ({ ...holder, id });

test('an id that is there twice stays with the first, at any depth', () => {
  const nested = withId(list('numbered', withId(li('x'), 'a')), 'b');
  const body: Block[] = [
    withId(p('one'), 'a'),
    withId(list('bulleted', withId(li('two', nested), 'b'), withId(li('three'), 'c')), 'd'),
    withId(sidebar('More', [withId(heading('four'), 'd'), withId(p('five'), 'e')]), 'a'),
    withId(p('six'), 'f'),
  ];
  const ids = idsOf(uniqueIds(body));
  expect(new Set(ids).size).toBe(10);
  expect(ids.map((id) => (id.length === 1 ? id : 'new'))).toEqual([
    'a',
    'd',
    'b',
    'new',
    'new',
    'c',
    'new',
    'new',
    'e',
    'f',
  ]);
});

test('blocks whose ids are unique are left as they are', () => {
  const body = [p('one'), p('two')];
  expect(uniqueIds(body)[0]).toBe(body[0]);
});
