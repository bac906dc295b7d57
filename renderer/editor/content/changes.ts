import { $getNodeByKey, $getRoot, HISTORIC_TAG, type LexicalEditor, type NodeKey } from 'lexical';
import type { Block } from '../../../article/blocks/blocks.ts';
import { deepEqual } from '../../../article/deep-equal.ts';
import { $blocksOf } from './read-blocks.ts';

/** Tags an update that loads other content into the editor: it is not a change of the article. */
export const LOAD_TAG = 'galley-load';

/** The article body as the editor shows it, always up to date. */
export interface Changes {
  /** The blocks as they stand. A block that did not change is the same object as before. */
  blocks(): readonly Block[];
  /** What each top-level node shows; nothing before the first load. */
  shown(): ReadonlyMap<NodeKey, readonly Block[]>;
  /** Says what the top-level nodes show after content was loaded. */
  loaded(shown: ReadonlyMap<NodeKey, readonly Block[]>): void;
  stop(): void;
}

/**
 * Reads the article from the editor after every update, block by block: only top-level blocks in
 * which something changed are read again. `onChange` hears of every change but a load.
 */
export function registerChanges(
  editor: LexicalEditor,
  onChange: (blocks: Block[]) => void,
): Changes {
  let known = new Map<NodeKey, readonly Block[]>();
  let blocks: Block[] = [];

  const stop = editor.registerUpdateListener(
    ({ editorState, prevEditorState, dirtyElements, dirtyLeaves, tags }) => {
      if (tags.has(LOAD_TAG) || editorState === prevEditorState) return;
      // An undone state comes whole, without a word on what differs.
      const everything = tags.has(HISTORIC_TAG);
      if (!everything && dirtyElements.size === 0 && dirtyLeaves.size === 0) return;
      const next = editorState.read(() => {
        const rows = new Map<NodeKey, readonly Block[]>();
        for (const key of $getRoot().getChildrenKeys()) {
          const old = known.get(key);
          const dirty = everything || dirtyElements.has(key) || dirtyLeaves.has(key);
          rows.set(key, old !== undefined && !dirty ? old : reread(key, old));
        }
        return rows;
      });
      known = next;
      const read = [...next.values()].flat();
      if (read.length === blocks.length && read.every((block, index) => block === blocks[index])) {
        return;
      }
      blocks = read;
      onChange(blocks);
    },
  );

  return {
    blocks: () => blocks,
    shown: () => known,
    loaded: (shown) => {
      known = new Map(shown);
      blocks = [...known.values()].flat();
    },
    stop,
  };
}

/** The blocks of a top-level node; those that are as they were stay the same objects. */
function reread(key: NodeKey, old: readonly Block[] | undefined): readonly Block[] {
  const node = $getNodeByKey(key);
  if (node === null) throw new Error(`the root names a node that is not there: ${key}`);
  const read = $blocksOf(node).map((block, index) => {
    const before = old?.[index];
    return before !== undefined && deepEqual(before, block) ? before : block;
  });
  const same = read.length === old?.length && read.every((block, index) => block === old[index]);
  return same ? old : read;
}
