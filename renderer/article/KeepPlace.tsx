import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import { $getSelection, $isRangeSelection, type LexicalEditor } from 'lexical';
import { useEffect } from 'react';
import { $selectInLine } from '../editor/selection/lines.ts';
import { type Place, $lineAt, $placeOf } from '../editor/selection/places.ts';
import { selectIn, spanIn } from '../editor/fields/plain-text.ts';
import { useApp } from '../app/use-app.ts';

/** Where a story was left: what was in sight, and where the caret was. */
interface Left {
  story: string;
  /** The first block in sight by its number, and how far its top was below that of the view. */
  block: number;
  below: number;
  /** In the text, or in a field of the head; absent if the focus was elsewhere. */
  caret?: Place | { field: number; offset: number };
}

const KEPT = 'galley.place';

/**
 * Keeps what is in sight and the caret over a reload of the page; takes the caret into a story that
 * was opened to be written in. A child of `ArticleBody`.
 */
export function KeepPlace({ story }: { story: string }) {
  const { opened } = useApp();
  const [editor] = useLexicalComposerContext();

  useEffect(() => {
    const left = takeLeft();
    if (left?.story === story) goBack(editor, left);
    else if (opened.snapshot().takesCaret)
      editor.focus(undefined, { defaultSelection: 'rootStart' });
  }, [opened, editor, story]);

  useEffect(() => {
    const keep = () => {
      const left = leave(editor, story);
      if (left !== undefined) sessionStorage.setItem(KEPT, JSON.stringify(left));
    };
    window.addEventListener('pagehide', keep);
    return () => window.removeEventListener('pagehide', keep);
  }, [editor, story]);

  return null;
}

/** The place that was kept for this window; it is taken once. */
function takeLeft(): Left | undefined {
  const kept = sessionStorage.getItem(KEPT);
  sessionStorage.removeItem(KEPT);
  return kept === null ? undefined : (JSON.parse(kept) as Left);
}

function leave(editor: LexicalEditor, story: string): Left | undefined {
  const root = editor.getRootElement();
  const view = root?.closest('.proof-scroll');
  if (!root || !view) return undefined;
  const { top } = view.getBoundingClientRect();
  const tops = [...root.children].map((child) => child.getBoundingClientRect());
  const block = Math.max(
    0,
    tops.findIndex(({ bottom }) => bottom > top),
  );
  const caret = caretIn(editor, view);
  return { story, block, below: (tops[block]?.top ?? top) - top, ...(caret && { caret }) };
}

function caretIn(editor: LexicalEditor, view: Element): Left['caret'] {
  const focused = document.activeElement;
  const field = fieldsOf(view).findIndex((one) => one === focused);
  if (field !== -1) return { field, offset: spanIn(focused as HTMLElement)[1] };
  if (focused !== editor.getRootElement()) return undefined;
  return editor.read(() => {
    const selection = $getSelection();
    return ($isRangeSelection(selection) && $placeOf(selection.focus)) || undefined;
  });
}

function goBack(editor: LexicalEditor, { caret, block, below }: Left): void {
  const root = editor.getRootElement();
  const view = root?.closest('.proof-scroll');
  if (!root || !view) return;
  if (caret !== undefined && 'field' in caret) {
    const field = fieldsOf(view)[caret.field];
    field?.focus({ preventScroll: true });
    if (field !== undefined) selectIn(field, [caret.offset, caret.offset]);
  } else if (caret !== undefined) {
    editor.update(
      () => {
        const line = $lineAt(caret);
        if (line !== undefined) $selectInLine(line, caret.offset);
      },
      { discrete: true },
    );
    root.focus({ preventScroll: true });
  }
  let looks = 0;
  const scroll = () => {
    const target = root.children[block];
    if (target === undefined) return;
    view.scrollTop += target.getBoundingClientRect().top - view.getBoundingClientRect().top - below;
    looks += 1;
    // Blocks that come into sight are drawn then, and have their own height from then on.
    if (looks < 4) requestAnimationFrame(scroll);
  };
  scroll();
}

function fieldsOf(view: Element): HTMLElement[] {
  return [...view.querySelectorAll<HTMLElement>('.proof-head [role="textbox"]')];
}
