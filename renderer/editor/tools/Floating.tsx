import type { LexicalEditor } from 'lexical';
import { type ReactNode, useLayoutEffect, useRef } from 'react';

/** A corner of an element, and which part of the floating thing is put there. */
export type Place =
  | 'above-end'
  | 'below-start'
  | 'near-start'
  | 'before-start'
  | 'margin'
  | 'right-margin'
  | 'inside-end'
  | 'drop';

interface FloatingProps {
  editor: LexicalEditor;
  /** Where it is: a block of the text, or a stretch of it. */
  anchor(): DOMRect | undefined;
  place: Place;
  className: string;
  children: ReactNode;
}

/**
 * Floats over the text without being part of it, and goes with it when it grows or scrolls. It
 * stands after the text box in the order of Tab.
 */
export function Floating({ editor, anchor, place, className, children }: FloatingProps) {
  const element = useRef<HTMLDivElement>(null);

  useLayoutEffect(() => {
    const put = () => {
      const own = element.current;
      const ground = own?.offsetParent?.getBoundingClientRect();
      const rect = anchor();
      if (own === null || ground === undefined || rect === undefined) return;
      const { left, top } = position(rect, own, place);
      const most = ground.width - own.offsetWidth;
      const within =
        place === 'before-start' || place.endsWith('margin')
          ? left - ground.left
          : Math.max(0, Math.min(left - ground.left, most));
      own.style.left = `${within}px`;
      own.style.top = `${top - ground.top}px`;
    };
    put();
    const root = editor.getRootElement();
    const observer = new ResizeObserver(put);
    if (root !== null) observer.observe(root);
    const stop = editor.registerUpdateListener(put);
    return () => {
      observer.disconnect();
      stop();
    };
  });

  return (
    <div ref={element} className={`floating ${className}`}>
      {children}
    </div>
  );
}

function position(rect: DOMRect, own: HTMLElement, place: Place): { left: number; top: number } {
  const { offsetWidth: width, offsetHeight: height } = own;
  switch (place) {
    case 'above-end':
      return { left: rect.right - width, top: rect.top - height };
    case 'below-start':
      return { left: rect.left, top: rect.bottom + 4 };
    // Below, or above where there is no room below in sight.
    case 'near-start': {
      const view = own.closest('.proof-scroll')?.getBoundingClientRect();
      const below = rect.bottom + 4;
      const fits = below + height <= Math.min(view?.bottom ?? innerHeight, innerHeight);
      return { left: rect.left, top: fits ? below : rect.top - height - 4 };
    }
    case 'before-start':
      return { left: rect.left - width, top: rect.top };
    // Beyond the bar that shows the focus.
    case 'margin':
      return { left: rect.left - width - 15, top: rect.top };
    case 'right-margin':
      return { left: rect.right + 15, top: rect.top };
    case 'drop':
      return { left: rect.left, top: rect.top };
    case 'inside-end':
      return { left: rect.right - width, top: rect.top };
  }
}
