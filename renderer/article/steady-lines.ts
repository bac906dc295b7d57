import { type RefObject, useLayoutEffect } from 'react';

/** Between the line with the caret and the edge of what is shown, in pixels. */
const MARGIN = 8;

/**
 * Keeps the lines of the proof where they are on the screen while the banner above it comes, grows
 * or goes: what the banner takes from the top, `scroller` scrolls. Where there is nothing left to
 * scroll, blank paper takes its place until the person has scrolled past it: CSS finds its heights
 * in `--blank-head` and `--blank-foot`. A line with the caret stays in sight, whatever comes above or
 * below the proof.
 */
export function useSteadyLines(scroller: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    const proof = scroller.current;
    const banner = proof?.previousElementSibling;
    if (proof === null || !(banner instanceof HTMLElement)) return;
    // A banner that came with the story has moved nothing.
    const heightNow = () => banner.getBoundingClientRect().height;
    let height = heightNow();
    let blank = 0;

    const move = (by: number) => {
      const top = proof.scrollTop - blank + by;
      blank = Math.max(0, -top);
      proof.style.setProperty('--blank-head', `${blank}px`);
      proof.style.setProperty('--blank-foot', `${height}px`);
      proof.scrollTop = top + blank;
    };
    let shown = proof.getBoundingClientRect();
    const observer = new ResizeObserver(() => {
      const by = heightNow() - height;
      height += by;
      if (by !== 0) move(by);
      const before = shown;
      shown = proof.getBoundingClientRect();
      const caret = caretIn(proof);
      if (caret === undefined || caret.top < before.top || caret.bottom > before.bottom) return;
      proof.scrollTop += Math.max(0, caret.bottom + MARGIN - shown.bottom);
      proof.scrollTop -= Math.max(0, shown.top + MARGIN - caret.top);
    });
    const tidy = () => {
      if (blank > 0 && proof.scrollTop >= blank) move(0);
    };
    observer.observe(banner);
    observer.observe(proof);
    proof.addEventListener('scrollend', tidy);
    return () => {
      observer.disconnect();
      proof.removeEventListener('scrollend', tidy);
    };
  }, [scroller]);
}

/** Where the line with the caret is on the screen. */
function caretIn(proof: HTMLElement): DOMRect | undefined {
  const { activeElement } = document;
  if (!proof.contains(activeElement)) return undefined;
  const selection = getSelection();
  const node = selection?.focusNode;
  if (!selection || !node || !proof.contains(node)) return undefined;
  const range = document.createRange();
  range.setStart(node, selection.focusOffset);
  // At the start of an empty line there is no rectangle.
  const [line] = range.getClientRects();
  return line ?? (node instanceof Element ? node : node.parentElement)?.getBoundingClientRect();
}
