import {
  $createRangeSelectionFromDom,
  $getSelection,
  $isRangeSelection,
  $setSelection,
  IS_APPLE,
  type LexicalEditor,
} from 'lexical';

type Shown = readonly [Node | null, number, Node | null, number];

/**
 * Keeps the caret that the browser shows and the one of the editor together: a key that is pressed
 * at once after the caret moved finds it where it is, and no caret stands before a dateline.
 */
export function registerCaret(editor: LexicalEditor): () => void {
  let heard: Shown | null = null;

  const onSelectionChange = (): void => {
    heard = shownNow();
    if (putAfterDateline(editor)) follow();
  };
  const onKey = (event: KeyboardEvent): void => {
    if (event.isComposing || event.target !== editor.getRootElement()) return;
    const put = putAfterDateline(editor);
    if (goHome(event)) {
      event.preventDefault();
      follow();
      return;
    }
    if (put) {
      follow();
      return;
    }
    // Typed text brings its place along; other keys count on the selection that was heard of last.
    const typed = event.key.length === 1 && !event.ctrlKey && !event.metaKey;
    if (typed || heard === null) return;
    if (!shownNow().every((part, index) => part === heard?.[index])) follow();
  };
  /** The editor takes over the selection of the browser, without waiting to be told of it. */
  const follow = (): void => {
    heard = shownNow();
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
