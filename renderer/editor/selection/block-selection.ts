import {
  $createRangeSelectionFromDom,
  $getNearestNodeFromDOMNode,
  $getNodeByKey,
  $getSelection,
  $isDecoratorNode,
  $isNodeSelection,
  $onUpdate,
  $setSelection,
  CLICK_COMMAND,
  COMMAND_PRIORITY_HIGH,
  DELETE_CHARACTER_COMMAND,
  IS_APPLE,
  KEY_BACKSPACE_COMMAND,
  KEY_DELETE_COMMAND,
  KEY_ENTER_COMMAND,
  type LexicalEditor,
  type LexicalNode,
  type NodeKey,
  mergeRegister,
  $createParagraphNode,
  $getRoot,
} from 'lexical';

import { isWriting } from '../../app/keys.ts';
import { focusField } from '../fields/controls.ts';
import { $linesIn, $selectBlock } from './lines.ts';
import { $hasFields } from '../fields/fields.ts';
import { $isQuoteNode } from '../blocks/quote/QuoteNode.ts';
import { $isSidebarNode } from '../blocks/sidebar/SidebarNode.ts';

/** Blocks that are selected as a whole, such as a card or a sidebar: shows that they are,
 * and what keys and clicks do with them. */
export function registerBlockSelection(editor: LexicalEditor): () => void {
  let shown = new Set<NodeKey>();
  return mergeRegister(
    editor.registerCommand(
      CLICK_COMMAND,
      (event) => {
        const node = event.target instanceof Node ? $getNearestNodeFromDOMNode(event.target) : null;
        if (!$isDecoratorNode(node)) return $leave(editor, node);
        $selectBlock(node);
        return true;
      },
      COMMAND_PRIORITY_HIGH,
    ),
    ...[KEY_BACKSPACE_COMMAND, KEY_DELETE_COMMAND].map((command) =>
      editor.registerCommand(
        command,
        (event) => {
          if (!$deleteWholeBlocks()) return false;
          event.preventDefault();
          return true;
        },
        COMMAND_PRIORITY_HIGH,
      ),
    ),
    editor.registerCommand(DELETE_CHARACTER_COMMAND, $deleteWholeBlocks, COMMAND_PRIORITY_HIGH),
    editor.registerCommand(
      KEY_ENTER_COMMAND,
      (event) => {
        const block = $wholeBlocks().at(-1);
        if (block === undefined) return false;
        event?.preventDefault();
        if ($goInto(editor, block)) return true;
        $openAfter(block);
        return true;
      },
      COMMAND_PRIORITY_HIGH,
    ),
    editor.registerRootListener((root, before) => {
      before?.removeEventListener('keydown', onKey, true);
      root?.addEventListener('keydown', onKey, true);
    }),
    editor.registerUpdateListener(({ editorState }) => {
      const selected = editorState.read(() => new Set($wholeBlocks().map((node) => node.getKey())));
      for (const key of new Set([...shown, ...selected])) {
        editor.getElementByKey(key)?.toggleAttribute('data-selected', selected.has(key));
      }
      shown = selected;
    }),
  );

  /** A typed letter opens a paragraph after the selected block: the browser has no place for it. */
  function onKey(event: KeyboardEvent): void {
    if (event.target !== editor.getRootElement() || !editor.isEditable()) return;
    // An input method and a dead key tell no letter yet.
    const composes = event.key === 'Process' || event.key === 'Dead';
    if (!composes && !isWriting(event, IS_APPLE)) return;
    if (editor.getEditorState().read(() => $wholeBlocks().length) === 0) return;
    editor.update(
      () => {
        const block = $wholeBlocks().at(-1);
        if (block !== undefined) $openAfter(block);
      },
      { discrete: true },
    );
  }
}

function $openAfter(block: LexicalNode): void {
  const paragraph = $createParagraphNode();
  block.insertAfter(paragraph);
  paragraph.select();
}

/** Goes to the text of a block that is selected, or to its first field; false if it has neither. */
function $goInto(editor: LexicalEditor, block: LexicalNode): boolean {
  if ($isQuoteNode(block) && block.isEmpty()) block.append($createParagraphNode());
  const [line] = $isSidebarNode(block) ? [] : $linesIn(block);
  if (line !== undefined) {
    line.selectStart();
    return true;
  }
  if (!$hasFields(block)) return false;
  const key = block.getKey();
  $onUpdate(() => void focusField(editor, key));
  return true;
}

/** A click beside a block that is selected goes to the text that was clicked. */
function $leave(editor: LexicalEditor, clicked: LexicalNode | null): boolean {
  const blocks = $wholeBlocks();
  if (blocks.length === 0 || blocks.some((block) => block.isParentOf(clicked ?? block)))
    return false;
  const selection = $createRangeSelectionFromDom(getSelection(), editor);
  if (selection === null) return false;
  $setSelection(selection);
  return true;
}

function $wholeBlocks(): LexicalNode[] {
  const selection = $getSelection();
  return $isNodeSelection(selection) ? selection.getNodes() : [];
}

/** Deletes what is selected; the caret goes to where it stood. */
export function $deleteWholeBlocks(): boolean {
  const blocks = $wholeBlocks();
  for (const block of blocks) {
    const alone = block.getParent()?.is($getRoot()) === true && $getRoot().getChildrenSize() === 1;
    const next = block.getNextSibling();
    const before = block.getPreviousSibling();
    if (alone) {
      const paragraph = $createParagraphNode();
      block.replace(paragraph);
      paragraph.select();
    } else {
      if (next === null) before?.selectEnd();
      else next.selectStart();
      block.remove();
    }
    const target = next ?? before;
    if ($isDecoratorNode(target) && $getNodeByKey(target.getKey()) !== null) $selectBlock(target);
  }
  return blocks.length > 0;
}
