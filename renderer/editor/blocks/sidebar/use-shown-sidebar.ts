import { $isListItemNode } from '@lexical/list';
import {
  $findMatchingParent,
  $getNearestNodeFromDOMNode,
  $getSelection,
  $isRangeSelection,
  type LexicalEditor,
  type LexicalNode,
  type NodeKey,
  mergeRegister,
} from 'lexical';
import { useEffect, useState } from 'react';
import { deepEqual } from '../../../../article/deep-equal.ts';
import type { Sidebar } from '../../../../article/blocks/sidebar/sidebar.ts';
import { $sidebarOf } from '../../selection/lines.ts';
import { $isHeadlineItem } from './sidebars.ts';

/** A sidebar and the headline in it that its controls are for. */
export interface ShownSidebar {
  key: NodeKey;
  title: string;
  kind: Sidebar['kind'];
  placement: Sidebar['placement'];
  /** The headline under the pointer or with the caret; null for none. */
  headline: NodeKey | null;
}

/**
 * The sidebar whose controls are shown: the one under the pointer, else the one with the caret.
 * Typing puts the pointer out of mind.
 */
export function useShownSidebar(editor: LexicalEditor): ShownSidebar | undefined {
  const [shown, setShown] = useState<ShownSidebar>();

  useEffect(() => {
    let pointed: Node | null = null;
    const read = () => {
      const now = editor.getEditorState().read(() => $sidebarAt(pointed), { editor });
      setShown((old) => {
        // On its way to the handle the pointer leaves the headline, but not the sidebar.
        const passing = pointed !== null && now?.headline === null && now.key === old?.key;
        const next = passing ? { ...now, headline: old?.headline ?? null } : now;
        return deepEqual(old, next) ? old : next;
      });
    };
    const onPoint = ({ target }: PointerEvent) => {
      // On the controls the pointer is still over what they are for.
      if (!(target instanceof Element) || target.closest('.floating') !== null) return;
      pointed = target.closest('.article-text .sidebar') === null ? null : target;
      read();
    };
    const onKey = () => {
      pointed = null;
    };
    document.addEventListener('pointermove', onPoint);
    return mergeRegister(
      editor.registerUpdateListener(read),
      editor.registerRootListener((root, previous) => {
        previous?.removeEventListener('keydown', onKey);
        root?.addEventListener('keydown', onKey);
      }),
      () => document.removeEventListener('pointermove', onPoint),
    );
  }, [editor]);

  return shown;
}

function $sidebarAt(pointed: Node | null): ShownSidebar | undefined {
  const under = pointed?.isConnected === true ? $getNearestNodeFromDOMNode(pointed) : null;
  const selection = $getSelection();
  const caret = $isRangeSelection(selection) ? selection.focus.getNode() : null;
  return (under && $shownSidebar(under)) ?? (caret && $shownSidebar(caret)) ?? undefined;
}

function $shownSidebar(node: LexicalNode): ShownSidebar | undefined {
  const sidebar = $sidebarOf(node);
  if (sidebar === null) return undefined;
  const item = $findMatchingParent(node, $isListItemNode);
  return {
    key: sidebar.getKey(),
    title: sidebar.getTitleNode()?.getTextContent().trim() ?? '',
    kind: sidebar.getKind(),
    placement: sidebar.getPlacement(),
    headline: $isHeadlineItem(item) && item !== null ? item.getKey() : null,
  };
}
