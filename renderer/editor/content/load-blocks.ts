import {
  $createNodeSelection,
  $getNodeByKey,
  $getRoot,
  $getSelection,
  $isElementNode,
  $isNodeSelection,
  $isRangeSelection,
  $setSelection,
  HISTORIC_TAG,
  HISTORY_PUSH_TAG,
  type LexicalEditor,
  type PointType,
  SKIP_DOM_SELECTION_TAG,
  SKIP_SCROLL_INTO_VIEW_TAG,
  createEditor,
} from 'lexical';
import { isDateline } from '../../../article/blocks/dateline/lead.ts';
import type { Block } from '../../../article/blocks/blocks.ts';
import { deepEqual } from '../../../article/deep-equal.ts';
import { type Changes, LOAD_TAG } from './changes.ts';
import { keepingFieldFocus } from '../fields/field-focus.ts';
import { $lineOf, $linesIn } from '../selection/lines.ts';
import { nodes } from '../blocks/nodes.ts';
import { $idOf } from '../blocks/state.ts';
import { type Place, $placeOf, $selectBetween } from '../selection/places.ts';
import { shiftedOffset } from '../../../article/shifted-offset.ts';
import { $writeBlocks } from './write-blocks.ts';

/** Shows the content that an editor begins with. */
export function loadFirst(
  editor: LexicalEditor,
  changes: Changes,
  blocks: readonly Block[],
  direction: 'ltr' | 'rtl',
): void {
  // Written in an editor of its own: here, transforms would change what a file holds.
  const writer = createEditor({ nodes: [...nodes], onError: rethrow });
  const $write = (): void => {
    changes.loaded($writeBlocks(blocks));
    $getRoot().setDirection(direction);
  };
  writer.update($write, { discrete: true, skipTransforms: true });
  editor.setEditorState(writer.getEditorState(), { tag: LOAD_TAG });
}

/**
 * Shows another content in the place of that which is there. Blocks that are the same stay as they
 * are on the screen, and the caret stays where it is in the words.
 */
export function loadAnew(
  editor: LexicalEditor,
  changes: Changes,
  blocks: readonly Block[],
  direction: 'ltr' | 'rtl',
): void {
  const isFocused = editor.getRootElement() === document.activeElement;
  const $show = () => {
    const $putBack = $selectionKept();
    changes.loaded($writeBlocks(blocks, changes.shown()));
    $getRoot().setDirection(direction);
    $putBack();
  };
  // Whoever writes in another field stays there.
  const tag = [LOAD_TAG, SKIP_SCROLL_INTO_VIEW_TAG, ...(isFocused ? [] : [SKIP_DOM_SELECTION_TAG])];
  keepingFieldFocus(editor, () =>
    editor.update($show, { discrete: true, skipTransforms: true, tag }),
  );
}

/** Puts other blocks in the place of the content as one step; the caret stays where it is in the words. */
export function putBody(editor: LexicalEditor, changes: Changes, blocks: readonly Block[]): void {
  editor.update(
    () => {
      const $putBack = $selectionKept();
      $writeBlocks(blocks, changes.shown());
      $putBack();
    },
    {
      discrete: true,
      skipTransforms: true,
      tag: [HISTORY_PUSH_TAG, SKIP_DOM_SELECTION_TAG, SKIP_SCROLL_INTO_VIEW_TAG],
    },
  );
}

/**
 * Does the same as a change of the article that can be undone or done again, but is no step itself;
 * the caret goes to where it changed.
 */
export function loadAsChange(
  editor: LexicalEditor,
  changes: Changes,
  blocks: readonly Block[],
): void {
  editor.update(
    () => {
      const $putBack = $selectionKept();
      const before = changes.blocks();
      const at = $getSelection()?.getNodes()[0]?.getTopLevelElement()?.getIndexWithinParent();
      $writeBlocks(blocks, changes.shown());
      const difference = blocks.findIndex((block, index) => !deepEqual(block, before[index]));
      // A dateline and its paragraph are one node.
      const first = blocks.slice(0, difference).filter((block) => !isDateline(block)).length;
      const changed = $getRoot().getChildAtIndex(first);
      // Within the block that it is in, the caret stays in its words.
      if (difference !== -1 && first !== at && $isElementNode(changed)) changed.selectEnd();
      else $putBack();
    },
    { discrete: true, skipTransforms: true, tag: HISTORIC_TAG },
  );
}

/** A place with the text of its line, and the lines that stand above it. */
interface Spot extends Place {
  text: string;
  above: readonly string[];
}

/** Remembers what is selected; answers what selects it again in the content that came. */
function $selectionKept(): () => void {
  const selection = $getSelection();
  if ($isNodeSelection(selection)) {
    const keys = selection.getNodes().map((node) => node.getKey());
    return () => {
      const kept = $createNodeSelection();
      for (const key of keys.filter($isThere)) kept.add(key);
      $setSelection(kept);
    };
  }
  if (!$isRangeSelection(selection)) return () => {};
  const before = selection.clone();
  const points = [before.anchor, before.focus] as const;
  const ids = $linesIn($getRoot()).map($idOf);
  const [anchor, focus] = points.map((point) => $spotOf(point, ids));
  return () => {
    if (points.every(({ key, type }) => $isThere(key) && (type === 'text' || key !== 'root')))
      $setSelection(before);
    else if (anchor && focus) $selectBetween($placeNow(anchor), $placeNow(focus));
    else $getRoot().selectStart();
  };
}

function $spotOf(point: PointType, ids: readonly string[]): Spot | null {
  const place = $placeOf(point);
  const text = $lineOf(point.getNode())?.getTextContent() ?? '';
  return place && { ...place, text, above: ids.slice(0, ids.indexOf(place.id)) };
}

/** Where a spot is now; if its line and its words are gone, the end of the line above. */
function $placeNow({ id, offset, text, above }: Spot): Place {
  const lines = $linesIn($getRoot());
  const ids = lines.map($idOf);
  const at = ids.indexOf(id);
  const now = lines[at]?.getTextContent() ?? '';
  if (at !== -1) {
    // The other half of a line that somebody has split.
    const next = lines[at + 1];
    if (next && offset > now.length && now + next.getTextContent() === text)
      return { id: $idOf(next), offset: offset - now.length };
    return { id, offset: shiftedOffset(text, now, offset) };
  }
  const next = above.findLast((candidate) => ids.includes(candidate));
  if (next === undefined) return { id: ids[0] ?? '', offset: 0 };
  // A line that somebody has joined to the one above it.
  const joined = lines[ids.indexOf(next)]?.getTextContent() ?? '';
  const isJoined = text !== '' && joined.endsWith(text);
  return { id: next, offset: isJoined ? joined.length - text.length + offset : Infinity };
}

function $isThere(key: string): boolean {
  return $getNodeByKey(key)?.isAttached() === true;
}

function rethrow(error: Error): never {
  throw error;
}
