import {
  $getNearestNodeFromDOMNode,
  $getNodeByKey,
  $getSelection,
  $isNodeSelection,
  $isRangeSelection,
  type LexicalEditor,
  type LexicalNode,
  type NodeKey,
  mergeRegister,
} from 'lexical';
import { useCallback, useEffect, useRef, useState } from 'react';
import { $blockOf } from '../selection/lines.ts';
import { $isSidebarNode } from '../blocks/sidebar/SidebarNode.ts';
import { $isSidebarTitleNode } from '../blocks/sidebar/SidebarTitleNode.ts';

/** How far beside the text, in pixels, the pointer still means the block at its height. */
const MARGIN = 48;

/**
 * The block that the handle is for: the one under the pointer or beside it, else the one with the
 * caret. Typing puts the pointer out of mind. While it is `held` it stays the same.
 */
export function useBlock(editor: LexicalEditor, held: boolean) {
  const [block, setBlock] = useState<NodeKey>();
  const pointed = useRef<Node>(null);

  const read = useCallback(() => {
    setBlock(editor.getEditorState().read(() => $blockAt(pointed.current), { editor }));
  }, [editor]);

  useEffect(() => {
    if (held) return;
    const onPoint = (event: PointerEvent) => {
      const under = elementAt(editor.getRootElement(), event);
      if (under === 'nothing new') return;
      pointed.current = under;
      read();
    };
    const onKey = () => {
      pointed.current = null;
    };
    read();
    document.addEventListener('pointermove', onPoint);
    return mergeRegister(
      editor.registerUpdateListener(read),
      editor.registerRootListener((root, before) => {
        before?.removeEventListener('keydown', onKey);
        root?.addEventListener('keydown', onKey);
      }),
      () => document.removeEventListener('pointermove', onPoint),
    );
  }, [editor, held, read]);

  /** From now on the block with the caret is meant. */
  const atCaret = useCallback(() => {
    pointed.current = null;
    read();
  }, [read]);

  return { block, atCaret };
}

/** The siblings that a block can be moved among. */
export function $blocksBeside(key: NodeKey): LexicalNode[] {
  const parent = $getNodeByKey(key)?.getParent();
  return parent?.getChildren().filter((each) => !$isSidebarTitleNode(each)) ?? [];
}

/** What of the text is at the height of the pointer; null far from it. */
function elementAt(root: HTMLElement | null, event: PointerEvent): Element | null | 'nothing new' {
  const { target, clientX: x, clientY: y } = event;
  if (root === null || !(target instanceof Element)) return null;
  // On the controls the pointer is still over what they are for.
  if (target.closest('.floating, [popover]') !== null) return 'nothing new';
  if (root.contains(target) && target !== root) return target;
  const rect = root.getBoundingClientRect();
  const beside =
    x > rect.left - MARGIN && x < rect.right + MARGIN && y > rect.top && y < rect.bottom;
  if (!beside) return null;
  const inside = Math.min(Math.max(x, rect.left + 1), rect.right - 1);
  const under = document.elementsFromPoint(inside, y).find((each) => root.contains(each));
  return under === undefined || under === root ? 'nothing new' : under;
}

function $blockAt(pointed: Node | null): NodeKey | undefined {
  const under = pointed?.isConnected === true ? $getNearestNodeFromDOMNode(pointed) : null;
  const selection = $getSelection();
  const caret = $isRangeSelection(selection)
    ? selection.focus.getNode()
    : $isNodeSelection(selection)
      ? selection.getNodes()[0]
      : undefined;
  return ((under && $handled(under)) ?? (caret && $handled(caret)))?.getKey();
}

/** The child of the article that a node lies in; in a fact box the child of that. */
function $handled(node: LexicalNode): LexicalNode | null {
  const block = $blockOf(node);
  if (!$isSidebarNode(block) || block.getKind() !== 'factbox') return block;
  const inside = node.is(block)
    ? undefined
    : [node, ...node.getParents()].find((each) => block.is(each.getParent()));
  return inside === undefined || $isSidebarTitleNode(inside) ? block : inside;
}
