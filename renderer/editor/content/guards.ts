import { LinkNode } from '@lexical/link';
import { $isListItemNode } from '@lexical/list';
import { $isHeadingNode } from '@lexical/rich-text';
import {
  $getEditor,
  $getNodeByKey,
  $getRoot,
  $getState,
  $hasUpdateTag,
  $isElementNode,
  $isParagraphNode,
  $setState,
  type EditorState,
  type ElementNode,
  HISTORIC_TAG,
  type LexicalEditor,
  type LexicalNode,
  LineBreakNode,
  type NodeKey,
  RootNode,
  TextNode,
  mergeRegister,
} from 'lexical';
import type { Dateline } from '../../../article/blocks/dateline/dateline.ts';
import { LOAD_TAG } from './changes.ts';
import { $addDateline, $removeDateline } from '../blocks/dateline/datelines.ts';
import { $blockOf, $lineOf } from '../selection/lines.ts';
import { $createLeadNode, $isLeadNode, LeadNode } from '../blocks/dateline/LeadNode.ts';
import { $isSidebarNode } from '../blocks/sidebar/SidebarNode.ts';
import {
  $createSidebarTitleNode,
  $isSidebarTitleNode,
  SidebarTitleNode,
} from '../blocks/sidebar/SidebarTitleNode.ts';
import { $idOf, $restOf, $setIdentity, marksState } from '../blocks/state.ts';

/**
 * Whatever a command does to the lines of text: a dateline that nobody removed comes back, and the
 * title of a sidebar stays a title, in plain text.
 */
export function registerGuards(editor: LexicalEditor): () => void {
  const watched = new Set<NodeKey>();
  // Several updates may be made before the state that they are compared with changes.
  const dealtWith = new Set<NodeKey>();
  return mergeRegister(
    ...[LeadNode, SidebarTitleNode].map((klass) =>
      editor.registerMutationListener(klass, (mutations) => {
        for (const [key, mutation] of mutations) if (mutation === 'created') watched.add(key);
      }),
    ),
    editor.registerNodeTransform(LeadNode, (lead) => {
      if (lead.getDateline() === null) $removeDateline(lead);
    }),
    editor.registerNodeTransform(RootNode, () => {
      // An opened or earlier state is right as it is.
      if ($hasUpdateTag(LOAD_TAG) || $hasUpdateTag(HISTORIC_TAG)) return;
      const previous = editor.getEditorState();
      for (const key of watched) {
        if (dealtWith.has(key) || $getNodeByKey(key)?.isAttached() === true) continue;
        dealtWith.add(key);
        const lost = $describe(key, previous);
        if (lost === null) watched.delete(key);
        else if (lost.dateline === null) $restoreTitle(lost);
        else if (!$wasReleased(key)) $restoreDateline(lost, lost.dateline);
      }
    }),
    editor.registerUpdateListener(() => dealtWith.clear()),
    editor.registerNodeTransform(TextNode, (node) => {
      if (!$isSidebarTitleNode(node.getParent())) return;
      if (node.getFormat() !== 0) node.setFormat(0);
      if ($getState(node, marksState).length > 0) $setState(node, marksState, []);
    }),
    editor.registerNodeTransform(LinkNode, (node) => {
      if ($isSidebarTitleNode(node.getParent())) $unwrap(node);
    }),
    editor.registerNodeTransform(LineBreakNode, (node) => {
      if ($isSidebarTitleNode(node.getParent())) node.remove();
    }),
  );
}

/** True for a lead that was taken apart on purpose, see `$releaseDateline`. */
function $wasReleased(key: NodeKey): boolean {
  const lead = $getNodeByKey(key);
  return $isLeadNode(lead) && lead.getDateline() === null;
}

/** A line that was there in the last state and is not there now. */
interface Lost {
  dateline: Dateline | null;
  children: readonly NodeKey[];
  parent: NodeKey;
  left: NodeKey | null;
  id: string;
}

function $describe(key: NodeKey, previous: EditorState): Lost | null {
  return previous.read(() => {
    const node = $getNodeByKey(key);
    if (!$isElementNode(node) || !node.isAttached()) return null;
    return {
      dateline: $isLeadNode(node) ? node.getDateline() : null,
      children: node.getChildrenKeys(),
      parent: node.getParentOrThrow().getKey(),
      left: node.getPreviousSibling()?.getKey() ?? null,
      id: $idOf(node),
    };
  });
}

function $restoreDateline(lost: Lost, dateline: Dateline): void {
  const line = $heirOf(lost);
  if ($isParagraphNode(line) && $blockOf(line)?.is(line) === true) {
    if (!$isLeadNode(line)) $addDateline(line, dateline);
    return;
  }
  const lead = $createLeadNode(dateline);
  if ($isHeadingNode(line) || $isListItemNode(line)) {
    line.replace($setIdentity(lead, $idOf(line), $restOf(line)), true);
    return;
  }
  const place = $placeOf(lost);
  if (place === null) $getRoot().append(lead);
  else place.insertBefore(lead);
}

function $restoreTitle(lost: Lost): void {
  const sidebar = $getNodeByKey(lost.parent);
  if (!$isSidebarNode(sidebar) || !sidebar.isAttached()) return;
  const line = $heirOf(lost);
  if (line === null || $isSidebarTitleNode(line) || !sidebar.isParentOf(line)) return;
  line.replace($createSidebarTitleNode(), true);
}

/** The line that now holds the text of a lost one, or stands empty and new in its place. */
function $heirOf(lost: Lost): ElementNode | null {
  for (const key of lost.children) {
    const child = $getNodeByKey(key);
    if (child?.isAttached() === true) return $lineOf(child);
  }
  const place = $placeOf(lost);
  const line =
    place === null
      ? null
      : $lineOf($isElementNode(place) ? (place.getFirstDescendant() ?? place) : place);
  const isNew =
    line !== null &&
    $getEditor()
      .getEditorState()
      .read(() => $getNodeByKey(line.getKey()) === null);
  return isNew && line.isEmpty() ? line : null;
}

/** The node that now stands where the lost one stood. */
function $placeOf(lost: Lost): LexicalNode | null {
  const left = lost.left === null ? null : $getNodeByKey(lost.left);
  if (left?.isAttached() === true) return left.getNextSibling();
  const parent = $getNodeByKey(lost.parent);
  return $isElementNode(parent) ? parent.getFirstChild() : null;
}

function $unwrap(node: ElementNode): void {
  for (const child of node.getChildren()) node.insertBefore(child);
  node.remove();
}
