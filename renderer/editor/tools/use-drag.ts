import { type LexicalEditor, type LexicalNode, type NodeKey } from 'lexical';
import { type MouseEvent, type PointerEvent, useEffect, useRef, useState } from 'react';
import { moveBy } from './move.ts';

/** A pointer that moves less far than this, in pixels, presses the handle and drags nothing. */
const SLACK = 4;
/** So near to the edge of what is shown, in pixels, a drag scrolls. */
const EDGE = 48;
const SCROLL_STEP = 12;

interface Drag {
  from: number;
  y: number;
  /** Between which two of the row it would go; undefined until the pointer has moved. */
  gap?: number;
}

/**
 * Dragging by the pointer among the nodes of a row: a line shows where the node will go; Escape
 * gives up. Spread the handlers on the handle; `line` is where the drop line is, in the window.
 */
export function useDrag(
  editor: LexicalEditor,
  key: NodeKey,
  $row: (key: NodeKey) => LexicalNode[],
) {
  const [line, setLine] = useState<DOMRect>();
  const drag = useRef<Drag>(undefined);
  const ended = useRef(false);
  const dragging = line !== undefined;

  const rects = () =>
    editor.read(() =>
      $row(key).map((each) => ({
        key: each.getKey(),
        rect: editor.getElementByKey(each.getKey())?.getBoundingClientRect() ?? new DOMRect(),
      })),
    );

  const point = (now: Drag) => {
    const row = rects();
    const gap = row.filter(({ rect }) => now.y > rect.top + rect.height / 2).length;
    const [after, before] = [row[gap - 1]?.rect, row[gap]?.rect];
    const beside = before ?? after;
    if (beside === undefined) return;
    now.gap = gap;
    ended.current = true;
    // Between two blocks the line is in the middle of the space.
    const top =
      after === undefined || before === undefined
        ? (before?.top ?? beside.bottom)
        : (after.bottom + before.top) / 2;
    setLine(new DOMRect(beside.left, top, beside.width, 0));
  };

  const end = () => {
    drag.current = undefined;
    setLine(undefined);
  };

  useEffect(() => {
    if (!dragging) return;
    const element = editor.getElementByKey(key);
    element?.toggleAttribute('data-dragged', true);
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      event.stopPropagation();
      end();
    };
    window.addEventListener('keydown', onKey, true);
    const scroller = scrollerOf(editor.getRootElement());
    const timer = setInterval(() => {
      const now = drag.current;
      if (now !== undefined && scrollNear(scroller, now.y)) point(now);
    }, 16);
    return () => {
      element?.toggleAttribute('data-dragged', false);
      window.removeEventListener('keydown', onKey, true);
      clearInterval(timer);
    };
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- the rest is read when it is needed
  }, [editor, key, dragging]);

  return {
    line,
    /** True for the click that ends a drag. */
    dragged: () => ended.current,
    handle: {
      onPointerDown: (event: PointerEvent<HTMLElement>) => {
        if (event.button !== 0) return;
        // The selection and the focus stay in the text.
        event.preventDefault();
        event.currentTarget.setPointerCapture(event.pointerId);
        drag.current = { from: event.clientY, y: event.clientY };
        ended.current = false;
      },
      onMouseDown: (event: MouseEvent) => event.preventDefault(),
      onPointerMove: (event: PointerEvent<HTMLElement>) => {
        const now = drag.current;
        if (now === undefined) return;
        now.y = event.clientY;
        if (now.gap !== undefined || Math.abs(now.y - now.from) >= SLACK) point(now);
      },
      onPointerUp: () => {
        const to = drag.current?.gap;
        const from = rects().findIndex((each) => each.key === key);
        end();
        if (to === undefined || from === -1) return;
        // The gaps on both sides of a node leave it where it is.
        const places = to > from ? to - 1 - from : to - from;
        if (places !== 0) moveBy(editor, key, places);
        editor.focus();
      },
      onPointerCancel: end,
    },
  };
}

/** What the text is scrolled in. */
export function scrollerOf(root: HTMLElement | null): Element {
  for (let at = root?.parentElement; at; at = at.parentElement) {
    if (at.scrollHeight > at.clientHeight && /auto|scroll/u.test(getComputedStyle(at).overflowY)) {
      return at;
    }
  }
  return document.documentElement;
}

/** Scrolls on while the pointer is near an edge; true if it did. */
function scrollNear(scroller: Element, y: number): boolean {
  const isWindow = scroller === document.documentElement;
  const rect = scroller.getBoundingClientRect();
  const [top, bottom] = isWindow ? [0, window.innerHeight] : [rect.top, rect.bottom];
  const before = scroller.scrollTop;
  if (y < top + EDGE) scroller.scrollTop -= SCROLL_STEP;
  else if (y > bottom - EDGE) scroller.scrollTop += SCROLL_STEP;
  return scroller.scrollTop !== before;
}
