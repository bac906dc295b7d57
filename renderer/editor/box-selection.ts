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

import { isWriting } from '../keys.ts';
import { focusField } from './controls.ts';
import { $linesIn, $selectBlock } from './lines.ts';
import { $hasFields } from './nodes/fields.ts';
import { $isQuoteNode } from './nodes/QuoteNode.ts';
import { $isSidebarNode } from './nodes/SidebarNode.ts';

/** Dividers, placeholders and whole sidebars are selected as one thing, shown, and deleted. */
export function registerBoxSelection(editor: LexicalEditor): () => void {
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
          if (!$deleteBoxes()) return false;
          event.preventDefault();
          return true;
        },
        COMMAND_PRIORITY_HIGH,
      ),
    ),
    editor.registerCommand(DELETE_CHARACTER_COMMAND, $deleteBoxes, COMMAND_PRIORITY_HIGH),
    editor.registerCommand(
      KEY_ENTER_COMMAND,
      (event) => {
        const box = $boxes().at(-1);
        if (box === undefined) return false;
        event?.preventDefault();
        if ($goInto(editor, box)) return true;
        $openAfter(box);
        return true;
      },
      COMMAND_PRIORITY_HIGH,
    ),
    editor.registerRootListener((root, before) => {
      before?.removeEventListener('keydown', onKey, true);
      root?.addEventListener('keydown', onKey, true);
    }),
    editor.registerUpdateListener(({ editorState }) => {
      const selected = editorState.read(() => new Set($boxes().map((node) => node.getKey())));
      for (const key of new Set([...shown, ...selected])) {
        editor.getElementByKey(key)?.toggleAttribute('data-selected', selected.has(key));
      }
      shown = selected;
    }),
  );

  /** A typed letter opens a paragraph after the box: the browser has no place for it. */
  function onKey(event: KeyboardEvent): void {
    if (event.target !== editor.getRootElement() || !editor.isEditable()) return;
    // An input method and a dead key tell no letter yet.
    const composes = event.key === 'Process' || event.key === 'Dead';
    if (!composes && !isWriting(event, IS_APPLE)) return;
    if (editor.getEditorState().read(() => $boxes().length) === 0) return;
    editor.update(
      () => {
        const box = $boxes().at(-1);
        if (box !== undefined) $openAfter(box);
      },
      { discrete: true },
    );
  }
}

function $openAfter(box: LexicalNode): void {
  const paragraph = $createParagraphNode();
  box.insertAfter(paragraph);
  paragraph.select();
}

/** Goes to the text of a block that is selected, or to its first field; false if it has neither. */
function $goInto(editor: LexicalEditor, box: LexicalNode): boolean {
  if ($isQuoteNode(box) && box.isEmpty()) box.append($createParagraphNode());
  const [line] = $isSidebarNode(box) ? [] : $linesIn(box);
  if (line !== undefined) {
    line.selectStart();
    return true;
  }
  if (!$hasFields(box)) return false;
  const key = box.getKey();
  $onUpdate(() => void focusField(editor, key));
  return true;
}

/** A click beside a selected box goes to the text that was clicked. */
function $leave(editor: LexicalEditor, clicked: LexicalNode | null): boolean {
  const boxes = $boxes();
  if (boxes.length === 0 || boxes.some((box) => box.isParentOf(clicked ?? box))) return false;
  const selection = $createRangeSelectionFromDom(getSelection(), editor);
  if (selection === null) return false;
  $setSelection(selection);
  return true;
}

function $boxes(): LexicalNode[] {
  const selection = $getSelection();
  return $isNodeSelection(selection) ? selection.getNodes() : [];
}

/** Deletes what is selected; the caret goes to where it stood. */
export function $deleteBoxes(): boolean {
  const boxes = $boxes();
  for (const box of boxes) {
    const alone = box.getParent()?.is($getRoot()) === true && $getRoot().getChildrenSize() === 1;
    const next = box.getNextSibling();
    const before = box.getPreviousSibling();
    if (alone) {
      const paragraph = $createParagraphNode();
      box.replace(paragraph);
      paragraph.select();
    } else {
      if (next === null) before?.selectEnd();
      else next.selectStart();
      box.remove();
    }
    const target = next ?? before;
    if ($isDecoratorNode(target) && $getNodeByKey(target.getKey()) !== null) $selectBlock(target);
  }
  return boxes.length > 0;
}
