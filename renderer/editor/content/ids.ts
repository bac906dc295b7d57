import { $isListItemNode, $isListNode } from '@lexical/list';
import {
  $getNodeByKey,
  $isElementNode,
  type EditorState,
  type LexicalEditor,
  type LexicalNode,
  type NodeKey,
  RootNode,
  mergeRegister,
} from 'lexical';
import { newBlockId } from '../../../article/ids.ts';
import { $nestedList } from '../blocks/list/list.ts';
import { blockNodes } from '../blocks/nodes.ts';
import { $idOf, $restOf, $setIdentity } from '../blocks/state.ts';

/**
 * Keeps the ids: the id goes with the text. A split keeps it on the first half that is not empty,
 * turning into another type keeps it, what is new or doubled gets a new one. Undo brings back
 * earlier editor states, and so their ids.
 */
export function registerIds(editor: LexicalEditor): () => void {
  const touched = new Set<NodeKey>();
  const holders = new Map<string, NodeKey>();
  const touch = (node: LexicalNode): void => void touched.add(node.getKey());
  return mergeRegister(
    ...blockNodes.map((klass) => editor.registerNodeTransform(klass, touch)),
    // The root comes last, when the other transforms have settled what stands where.
    editor.registerNodeTransform(RootNode, () => {
      const previous = editor.getEditorState();
      const keys = [...touched];
      touched.clear();
      for (const key of keys) {
        const node = $getNodeByKey(key);
        if (node?.isAttached() === true) $settleId(node, previous, holders);
      }
    }),
    editor.registerUpdateListener(
      ({ editorState, dirtyElements, dirtyLeaves, prevEditorState }) => {
        if (dirtyElements.size === 0 && dirtyLeaves.size === 0 && editorState === prevEditorState) {
          return;
        }
        editorState.read(() => {
          for (const key of [...dirtyElements.keys(), ...dirtyLeaves]) {
            const node = $getNodeByKey(key);
            const id = node === null ? '' : $idOf(node);
            if (id !== '') holders.set(id, key);
          }
        });
      },
    ),
  );
}

function $settleId(node: LexicalNode, previous: EditorState, holders: Map<string, NodeKey>): void {
  // The item around a nested list is no item of the article.
  if ($isListItemNode(node) && $nestedList(node) !== null && node.getPreviousSibling() !== null) {
    return;
  }
  const id = $idOf(node);
  const before = previous.read(() => $getNodeByKey(node.getKey()));
  const elsewhere = !isEmptyElement(node) && $holdsNothingOf(node, before, previous);
  const doubled = id !== '' && before === null && $holder(id, node, holders) !== null;
  if (id === '' || doubled || elsewhere) {
    const origin = doubled ? null : $originOf(node, previous);
    if (origin?.id === id) return;
    if (origin !== null && $mayInherit(node, origin, holders)) {
      $setIdentity(node, origin.id, origin.rest);
      const left = $getNodeByKey(origin.key);
      if (left?.isAttached() === true) $setIdentity(left, newBlockId());
    } else if (id === '' || doubled) {
      $setIdentity(node, newBlockId(), $restOf(node));
    }
  }
  holders.set($idOf(node), node.getKey());
}

/** True if nothing is left of what a line held: its text is another line's. */
function $holdsNothingOf(
  node: LexicalNode,
  before: LexicalNode | null,
  previous: EditorState,
): boolean {
  if (!$isElementNode(node) || !$isElementNode(before) || $idOf(node) === '') return false;
  const held = new Set(previous.read(() => before.getChildrenKeys()));
  return !node.getChildrenKeys().some((key) => held.has(key));
}

interface Origin {
  key: NodeKey;
  id: string;
  rest: ReturnType<typeof $restOf>;
}

/** The block that held the text of this one in the last state, or whose place it took. */
function $originOf(node: LexicalNode, previous: EditorState): Origin | null {
  const children = $isElementNode(node) ? node.getChildrenKeys() : [];
  const place = $idOf(node) === '' ? $placeOf(node) : null;
  const isList = $isListNode(node);
  return previous.read(() => {
    for (const key of children) {
      const parent = $getNodeByKey(key)?.getParent() ?? null;
      if (parent !== null) return originFrom(parent, node.getKey());
    }
    if (place === null) return null;
    const left = place.left === null ? null : $getNodeByKey(place.left);
    const parent = $getNodeByKey(place.parent);
    const there =
      place.left !== null
        ? (left?.getNextSibling() ?? null)
        : $isElementNode(parent)
          ? parent.getFirstChild()
          : null;
    if (there === null || isList !== $isListNode(there)) return null;
    // Text that is new in place of other text is that text, written anew; nothing is nothing.
    const fits = children.length > 0 || isEmptyElement(there);
    return fits ? originFrom(there, node.getKey()) : null;
  });
}

function originFrom(node: LexicalNode, heir: NodeKey): Origin | null {
  const id = $idOf(node);
  const key = node.getKey();
  return id === '' || key === heir ? null : { key, id, rest: $restOf(node) };
}

/** Where a block stands; the first item of a new list stands where the list does. */
function $placeOf(node: LexicalNode): { parent: NodeKey; left: NodeKey | null } | null {
  const list = node.getParent();
  const outer =
    $isListItemNode(node) && $isListNode(list) && node.getPreviousSibling() === null ? list : node;
  const parent = outer.getParent();
  if (parent === null) return null;
  return { parent: parent.getKey(), left: outer.getPreviousSibling()?.getKey() ?? null };
}

/** True if the block that had the id is gone, or has nothing left of what it held. */
function $mayInherit(node: LexicalNode, origin: Origin, holders: Map<string, NodeKey>): boolean {
  const left = $getNodeByKey(origin.key);
  if (left?.isAttached() === true && !isEmptyElement(left)) return false;
  const holder = $holder(origin.id, node, holders);
  return holder === null || holder.getKey() === origin.key;
}

/** Another attached node that has this id. */
function $holder(id: string, node: LexicalNode, holders: Map<string, NodeKey>): LexicalNode | null {
  const key = holders.get(id);
  const holder = key === undefined || key === node.getKey() ? null : $getNodeByKey(key);
  return holder?.isAttached() === true && $idOf(holder) === id ? holder : null;
}

function isEmptyElement(node: LexicalNode | null): node is LexicalNode {
  return $isElementNode(node) && node.isEmpty();
}
