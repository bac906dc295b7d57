import {
  $getNearestNodeFromDOMNode,
  $getSelection,
  $isElementNode,
  $isRangeSelection,
  COMMAND_PRIORITY_HIGH,
  IS_APPLE,
  KEY_ARROW_LEFT_COMMAND,
  KEY_ARROW_RIGHT_COMMAND,
  KEY_TAB_COMMAND,
  type LexicalEditor,
  mergeRegister,
} from 'lexical';
import { isWriting } from '../../../app/keys.ts';
import { $removeDateline } from './datelines.ts';
import { $focusDateline } from '../../keys/deletion.ts';
import { $isAtLineStart, $linesIn, $lineOf } from '../../selection/lines.ts';
import { $isLeadNode, type LeadNode, OPEN_DATELINE_COMMAND } from './LeadNode.ts';

/** What keys and clicks do at a dateline: in the text after it, and on its button. */
export function registerLeadKeys(editor: LexicalEditor): () => void {
  return mergeRegister(
    editor.registerCommand(
      KEY_ARROW_LEFT_COMMAND,
      (event) => $leave(event, 'ltr'),
      COMMAND_PRIORITY_HIGH,
    ),
    editor.registerCommand(
      KEY_ARROW_RIGHT_COMMAND,
      (event) => $leave(event, 'rtl'),
      COMMAND_PRIORITY_HIGH,
    ),
    editor.registerCommand(
      KEY_TAB_COMMAND,
      (event) => $toDateline(editor, event),
      COMMAND_PRIORITY_HIGH,
    ),
    editor.registerRootListener((root, before) => {
      before?.removeEventListener('keydown', onKey, true);
      before?.removeEventListener('click', onClick, true);
      root?.addEventListener('keydown', onKey, true);
      root?.addEventListener('click', onClick, true);
    }),
  );

  function onClick(event: MouseEvent): void {
    const button = buttonOf(event.target);
    if (button === null) return;
    event.preventDefault();
    event.stopPropagation();
    withLead(button, (lead) => editor.dispatchCommand(OPEN_DATELINE_COMMAND, lead.getKey()));
  }

  function onKey(event: KeyboardEvent): void {
    const button = buttonOf(event.target);
    if (button === null || event.isComposing) return;
    const writes = isWriting(event, IS_APPLE);
    const plain = writes || (!event.ctrlKey && !event.metaKey && !event.altKey);
    // Enter and Space press the button, Shift+Tab leaves the body; none is a key of the text.
    const leaves = event.key === 'Tab' && event.shiftKey;
    if (leaves) editor.getRootElement()?.focus({ preventScroll: true });
    if (leaves || event.key === 'Enter' || event.key === ' ') {
      event.stopPropagation();
      return;
    }
    if (!plain) return;
    if (event.key === 'Backspace' || event.key === 'Delete') {
      if (editor.isEditable()) {
        withLead(button, (lead) => void $removeDateline(lead).selectStart());
        editor.focus();
      }
    } else if (event.key === 'ArrowLeft' || event.key === 'ArrowUp') {
      withLead(button, $selectBefore);
      editor.focus();
    } else if (event.key.length > 1 && !INTO_TEXT.has(event.key)) {
      return;
    } else {
      // The caret goes into the text; a typed letter follows it there.
      withLead(button, (lead) => void lead.selectStart());
      editor.getRootElement()?.focus({ preventScroll: true });
      if (writes) {
        event.stopPropagation();
        return;
      }
    }
    event.preventDefault();
    event.stopPropagation();
  }

  function withLead(button: HTMLElement, $act: (lead: LeadNode) => void): void {
    editor.update(
      () => {
        const lead = $getNearestNodeFromDOMNode(button);
        if ($isLeadNode(lead)) $act(lead);
      },
      { discrete: true },
    );
  }
}

/** Keys on the button, besides letters, that lead to the text after it. */
const INTO_TEXT = new Set(['ArrowRight', 'ArrowDown', 'Escape', 'Tab']);

function buttonOf(target: EventTarget | null): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>('button.dateline') : null;
}

/** The arrow that leads out of the text passes the dateline. */
function $leave(event: KeyboardEvent, direction: 'ltr' | 'rtl'): boolean {
  if (event.shiftKey || event.ctrlKey || event.metaKey || event.altKey) return false;
  const lead = $leadAtStart();
  if (lead === null || !(event.target instanceof Element)) return false;
  if (getComputedStyle(event.target).direction !== direction) return false;
  event.preventDefault();
  $selectBefore(lead);
  return true;
}

/** Shift+Tab leads from the text of a lead to its dateline. */
function $toDateline(editor: LexicalEditor, event: KeyboardEvent): boolean {
  if (!event.shiftKey || event.altKey || event.ctrlKey || event.metaKey) return false;
  const selection = $getSelection();
  const line = $isRangeSelection(selection) ? $lineOf(selection.focus.getNode()) : null;
  if (!$isLeadNode(line)) return false;
  event.preventDefault();
  $focusDateline(editor, line);
  return true;
}

function $selectBefore(lead: LeadNode): void {
  const before = lead.getPreviousSibling();
  if ($isElementNode(before)) $linesIn(before).at(-1)?.selectEnd();
  else if (before === null) lead.selectStart();
  else lead.selectPrevious();
}

/** The lead at whose start the caret stands. */
function $leadAtStart(): LeadNode | null {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) || !selection.isCollapsed()) return null;
  const line = $lineOf(selection.anchor.getNode());
  return $isLeadNode(line) && $isAtLineStart(selection.anchor) ? line : null;
}
