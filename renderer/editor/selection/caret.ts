import { IS_APPLE, type LexicalEditor } from 'lexical';

type Shown = readonly [Node | null, number, Node | null, number];

/**
 * Keeps the selection that the browser shows and the one of the editor together, and keeps the caret
 * out of the place before a dateline. Chromium tells of a selection up to a frame after it was made:
 * a key that comes sooner would act on the old one, and the late news would take the focus back from
 * where that key has led.
 */
export function registerCaret(editor: LexicalEditor): () => void {
  let heard: Shown | null = null;
  // Lexical expects to hear of a selection after a press, also where the press changed none.
  let pressed = false;

  const onSelectionChange = (event: Event): void => {
    if (isInTextBehind(editor)) {
      // Late news. The next key in the text asks for it.
      event.stopImmediatePropagation();
      return;
    }
    pressed = false;
    heard = shownNow();
    if (putAfterDateline(editor)) hear();
  };
  const onPress = (): void => {
    pressed = true;
  };
  const isDue = () => pressed || !shownNow().every((part, index) => part === heard?.[index]);
  const onFocus = (event: FocusEvent): void => {
    // Lexical would take the selection out of a field in the text for that of the press before.
    if (event.target !== editor.getRootElement() && isDue()) hear();
  };
  const onKey = (event: KeyboardEvent): void => {
    if (event.isComposing || event.target !== editor.getRootElement()) return;
    const due = isDue();
    if (putAfterDateline(editor) || due) hear();
    if (!goHome(event)) return;
    event.preventDefault();
    hear();
  };
  return editor.registerRootListener((root, before) => {
    before?.ownerDocument.removeEventListener('selectionchange', onSelectionChange, true);
    before?.removeEventListener('pointerdown', onPress);
    before?.removeEventListener('focusin', onFocus);
    before?.removeEventListener('keydown', onKey, true);
    // Before Lexical hears of it.
    root?.ownerDocument.addEventListener('selectionchange', onSelectionChange, true);
    root?.addEventListener('pointerdown', onPress);
    root?.addEventListener('focusin', onFocus);
    root?.addEventListener('keydown', onKey, true);
  });
}

/** True while the browser's selection is in the text and the focus is not. */
function isInTextBehind(editor: LexicalEditor): boolean {
  const root = editor.getRootElement();
  if (root === null || root.contains(document.activeElement)) return false;
  return root.contains(getSelection()?.anchorNode ?? null);
}

/** Everyone who listens learns of the selection now instead of a moment later. */
function hear(): void {
  document.dispatchEvent(new Event('selectionchange'));
}

function shownNow(): Shown {
  const shown = getSelection();
  return shown === null
    ? [null, 0, null, 0]
    : [shown.anchorNode, shown.anchorOffset, shown.focusNode, shown.focusOffset];
}

/**
 * The browser shows a caret, or an end of what is selected, in a dateline or before it, where no
 * text can go: it is put after it. True if one was.
 */
function putAfterDateline(editor: LexicalEditor): boolean {
  const root = editor.getRootElement();
  if (root === null || document.activeElement !== root || editor.isComposing()) return false;
  const [anchor, anchorOffset, focus, focusOffset] = shownNow();
  if (anchor === null || focus === null || !root.contains(anchor) || !root.contains(focus)) {
    return false;
  }
  const start = afterDateline(anchor, anchorOffset);
  const end = afterDateline(focus, focusOffset);
  if (start === null && end === null) return false;
  const [startNode, startOffset] = start ?? [anchor, anchorOffset];
  const [endNode, endOffset] = end ?? [focus, focusOffset];
  getSelection()?.setBaseAndExtent(startNode, startOffset, endNode, endOffset);
  return true;
}

/** The start of the text of a lead, for a place in its dateline or before it; else null. */
function afterDateline(node: Node, offset: number): [node: Node, offset: number] | null {
  const element = node instanceof Element ? node : node.parentElement;
  const within = element?.closest('button.dateline') ?? null;
  const button = within ?? (offset === 0 ? datelineOf(node) : null);
  if (button === null || button.parentNode === null) return null;
  const text = document.createTreeWalker(button.parentNode, NodeFilter.SHOW_TEXT);
  for (let at = text.nextNode(); at !== null; at = text.nextNode()) {
    if (!button.contains(at)) return [at, 0];
  }
  return [button.parentNode, 1];
}

function datelineOf(lead: Node): Element | null {
  return lead instanceof Element ? lead.querySelector(':scope > button.dateline') : null;
}

/**
 * Home, alone or with Shift and Ctrl, where it leads to a dateline: the caret goes after it. False
 * for another key, or where the browser does right.
 */
function goHome(event: KeyboardEvent): boolean {
  const isHome = event.key === 'Home' || (IS_APPLE && event.metaKey && event.key === 'ArrowLeft');
  const shown = getSelection();
  const root = event.currentTarget;
  if (!isHome || event.altKey || !(root instanceof Element) || shown?.focusNode == null)
    return false;
  const whole = event.key === 'Home' && (event.ctrlKey || event.metaKey);
  const from = shown.focusNode instanceof Element ? shown.focusNode : shown.focusNode.parentElement;
  const lead = whole ? root.firstElementChild : (from?.closest('.article-text > *') ?? null);
  const button = lead === null ? null : datelineOf(lead);
  if (lead === null || button === null) return false;
  const { anchorNode, anchorOffset } = shown;
  if (!whole) shown.modify('move', 'backward', 'lineboundary');
  const found = whole ? lead : shown.focusNode;
  const offset = whole ? 0 : shown.focusOffset;
  const [node, at] = afterDateline(found, offset) ?? [found, offset];
  if (event.shiftKey && anchorNode !== null) {
    shown.setBaseAndExtent(anchorNode, anchorOffset, node, at);
  } else shown.collapse(node, at);
  if (whole) button.scrollIntoView({ block: 'nearest' });
  return true;
}
