import {
  $createRangeSelectionFromDom,
  $getNearestNodeFromDOMNode,
  $isRangeSelection,
  $getSelection,
  $setSelection,
  type LexicalEditor,
} from 'lexical';
import { $isLeadNode } from './nodes/LeadNode.ts';

type Shown = readonly [Node | null, number, Node | null, number];

/**
 * Keeps the caret that the browser shows and the one of the editor together: a key that is pressed
 * at once after the caret moved finds it where it is, and no caret stands before a dateline.
 */
export function registerCaret(editor: LexicalEditor): () => void {
  let heard: Shown | null = null;

  const onSelectionChange = (): void => {
    heard = shownNow();
    moveAfterDateline(editor);
  };
  const onKey = (event: KeyboardEvent): void => {
    // Typed text brings its place along; other keys count on the selection that was heard of last.
    const typed = event.key.length === 1 && !event.ctrlKey && !event.metaKey;
    if (typed || event.isComposing || heard === null || event.target !== editor.getRootElement()) {
      return;
    }
    const shown = shownNow();
    if (shown.every((part, index) => part === heard?.[index])) return;
    heard = shown;
    editor.update(
      () => {
        const selection = $createRangeSelectionFromDom(getSelection(), editor);
        if (selection !== null && $isRangeSelection($getSelection())) $setSelection(selection);
      },
      { discrete: true },
    );
  };
  return editor.registerRootListener((root, before) => {
    before?.ownerDocument.removeEventListener('selectionchange', onSelectionChange);
    before?.removeEventListener('keydown', onKey, true);
    root?.ownerDocument.addEventListener('selectionchange', onSelectionChange);
    root?.addEventListener('keydown', onKey, true);
  });
}

function shownNow(): Shown {
  const shown = getSelection();
  return shown === null
    ? [null, 0, null, 0]
    : [shown.anchorNode, shown.anchorOffset, shown.focusNode, shown.focusOffset];
}

/** The browser shows a caret before the dateline, where no text can go: it is put after it. */
function moveAfterDateline(editor: LexicalEditor): void {
  const shown = getSelection();
  const root = editor.getRootElement();
  const node = shown?.anchorNode ?? null;
  if (root === null || node === null || shown?.isCollapsed !== true || editor.isComposing()) return;
  if (document.activeElement !== root || !root.contains(node)) return;
  const element = node instanceof Element ? node : node.parentElement;
  const button = element?.closest('button.dateline') ?? element?.querySelector(':scope > button');
  const atButton = button !== null && button !== undefined;
  if (!atButton || (node === button.parentElement && shown.anchorOffset > 0)) return;
  if (node !== button.parentElement && !button.contains(node)) return;
  editor.update(() => {
    const lead = $getNearestNodeFromDOMNode(button);
    if ($isLeadNode(lead)) lead.selectStart();
  });
}
