import { caretFromPoint, copyToClipboard } from '@lexical/clipboard';
import {
  $caretFromPoint,
  $createRangeSelection,
  $getCollapsedCaretRange,
  $getSelection,
  $isNodeSelection,
  $isRangeSelection,
  $isTextPointCaret,
  $normalizeCaret,
  $setSelection,
  $setSelectionFromCaretRange,
  $splitAtPointCaretNext,
  COMMAND_PRIORITY_CRITICAL,
  COMMAND_PRIORITY_HIGH,
  CONTROLLED_TEXT_INSERTION_COMMAND,
  COPY_COMMAND,
  CUT_COMMAND,
  CUT_TAG,
  DRAGSTART_COMMAND,
  DROP_COMMAND,
  KEY_DOWN_COMMAND,
  type LexicalCommand,
  type LexicalEditor,
  PASTE_COMMAND,
  PASTE_TAG,
  $addUpdateTag,
  createCommand,
  mergeRegister,
} from 'lexical';
import type { House } from '../../../article/house.ts';
import type { HeldPicture, KeptPicture } from '../../../article/html/kept-picture.ts';
import { $deleteWholeBlocks } from '../selection/block-selection.ts';
import { $selectedCells } from '../blocks/table/cells.ts';
import { $deleteSelected } from '../keys/deletion.ts';
import { $clipToFrame, $isWhole } from '../selection/frames.ts';
import { $leaveLink, $linkWords } from '../links.ts';
import { $insertPasted } from './pasted.ts';
import { $selectedBlocks } from '../selection/selected-blocks.ts';
import { BLOCKS_TYPE, linkedTo, loneAddress, readTransfer, transferOf } from './transfer.ts';

/** Asks for the pictures that pasted blocks hold to be put beside the story. */
export const KEEP_PICTURES_COMMAND: LexicalCommand<readonly HeldPicture[]> =
  createCommand('KEEP_PICTURES_COMMAND');

/** Copy, cut, paste and drag: everything goes out and comes in as blocks of the article. */
export function registerClipboard(
  editor: LexicalEditor,
  house: () => Pick<House, 'datelineStyle'>,
): () => void {
  let plainKeys = false;
  const insert = (transfer: DataTransfer, plain = false): void => {
    $addUpdateTag(PASTE_TAG);
    const pictures: KeptPicture[] = [];
    const brought = readTransfer(transfer, house(), plain, pictures);
    const address = plain ? undefined : loneAddress(brought.blocks);
    if (address !== undefined && $linkWords(address)) return;
    const ids = $insertPasted(editor, address === undefined ? brought : linkedTo(address, brought));
    if (address !== undefined) $leaveLink();
    const held = pictures.flatMap((one) => {
      const forImage = ids.get(one.forImage);
      return 'bytes' in one && forImage !== undefined ? [{ ...one, forImage }] : [];
    });
    if (held.length > 0) editor.dispatchCommand(KEEP_PICTURES_COMMAND, held);
  };
  return mergeRegister(
    editor.registerCommand(
      COPY_COMMAND,
      (event) => {
        $copy(editor, event);
        return true;
      },
      COMMAND_PRIORITY_HIGH,
    ),
    editor.registerCommand(
      CUT_COMMAND,
      (event) => {
        const selection = $getSelection();
        if ($isRangeSelection(selection)) {
          if (selection.isCollapsed()) return true;
          // What is cut is what is deleted.
          if (!$isWhole() && $selectedCells() === null) $clipToFrame(selection);
        }
        $copy(editor, event);
        if (!editor.isEditable()) return true;
        $addUpdateTag(CUT_TAG);
        if ($isRangeSelection(selection)) $deleteSelected(selection);
        else $deleteWholeBlocks();
        return true;
      },
      COMMAND_PRIORITY_HIGH,
    ),
    editor.registerCommand(
      PASTE_COMMAND,
      (event) => {
        const transfer = 'clipboardData' in event ? event.clipboardData : null;
        if (transfer === null || $getSelection() === null) return false;
        event.preventDefault();
        insert(transfer, plainKeys);
        return true;
      },
      COMMAND_PRIORITY_HIGH,
    ),
    // The browser gives no other sign that a paste is to be of the text alone.
    editor.registerCommand(
      KEY_DOWN_COMMAND,
      (event) => {
        const { shiftKey, ctrlKey, metaKey, key } = event;
        plainKeys = shiftKey && (ctrlKey || metaKey) && key.toLowerCase() === 'v';
        return false;
      },
      COMMAND_PRIORITY_CRITICAL,
    ),
    editor.registerCommand(
      CONTROLLED_TEXT_INSERTION_COMMAND,
      (event) => {
        if (typeof event === 'string' || event.dataTransfer === null) return false;
        insert(event.dataTransfer, event.inputType === 'insertReplacementText');
        return true;
      },
      COMMAND_PRIORITY_HIGH,
    ),
    editor.registerCommand(
      DRAGSTART_COMMAND,
      (event) => {
        const blocks = $selectedBlocks();
        if (blocks.length === 0 || event.dataTransfer === null) return false;
        for (const [type, text] of Object.entries(transferOf(blocks))) {
          event.dataTransfer.setData(type, text);
        }
        event.dataTransfer.setData(DRAG_TYPE, editor.getKey());
        return true;
      },
      COMMAND_PRIORITY_HIGH,
    ),
    editor.registerCommand(
      DROP_COMMAND,
      (event) => {
        const transfer = event.dataTransfer;
        if (transfer === null || !editor.isEditable()) return false;
        // Files that are no pictures are offered for import by the window.
        if (transfer.files.length > 0) return true;
        event.preventDefault();
        const own = transfer.getData(DRAG_TYPE) === editor.getKey();
        if ($moveCaretToDrop(editor, event, own)) insert(transfer);
        return true;
      },
      COMMAND_PRIORITY_HIGH,
    ),
  );
}

/** Marks a drag that began in this editor: its text is moved, not copied. */
const DRAG_TYPE = `${BLOCKS_TYPE}-drag`;

function $copy(editor: LexicalEditor, event: ClipboardEvent | KeyboardEvent | null): void {
  const blocks = $selectedBlocks();
  if (blocks.length === 0) return;
  const data = transferOf(blocks);
  if (event !== null && 'clipboardData' in event) {
    event.preventDefault();
    for (const [type, text] of Object.entries(data)) event.clipboardData?.setData(type, text);
    return;
  }
  // A block that is selected as a whole is no selection of the browser, which then sends no event to copy into.
  const selection = $getSelection();
  void copyToClipboard(editor, null, data as Parameters<typeof copyToClipboard>[2] & object);
  if ($isNodeSelection(selection)) $setSelection(selection.clone());
}

/** Puts the caret where something was dropped; false if it was dropped on itself. */
export function $moveCaretToDrop(editor: LexicalEditor, event: DragEvent, own: boolean): boolean {
  const found = caretFromPoint(event.clientX, event.clientY, editor.getRootElement());
  if (found === null) return false;
  const range = document.createRange();
  range.setStart(found.node, found.offset);
  const target = $createRangeSelection();
  target.applyDOMRange(range);
  const dragged = $getSelection();
  if (!own || !$isRangeSelection(dragged)) {
    $setSelection(target);
    return true;
  }
  const [start, end] = dragged.isBackward()
    ? [dragged.focus, dragged.anchor]
    : [dragged.anchor, dragged.focus];
  if (!target.anchor.isBefore(start) && !end.isBefore(target.anchor)) return false;
  const caret = $normalizeCaret($caretFromPoint(target.anchor, 'next'));
  const stable = $isTextPointCaret(caret) ? $splitAtPointCaretNext(caret) : caret;
  if (stable === null) return false;
  const opposite = stable.getFlipped();
  $deleteSelected(dragged);
  const left = stable.origin.isAttached() ? stable : opposite;
  $setSelectionFromCaretRange($getCollapsedCaretRange(left));
  return true;
}
