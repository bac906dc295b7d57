/**
 * Puts a fixed element directly below `anchor`, or above it where there is no room, inside the
 * window. Both are in viewport coordinates.
 */
export function placeBelow(element: HTMLElement, anchor: DOMRect, gap = 4): void {
  const { offsetWidth: width, offsetHeight: height } = element;
  const below = anchor.bottom + gap;
  const fits = below + height <= window.innerHeight - gap;
  const top = fits ? below : Math.max(gap, anchor.top - gap - height);
  const left = Math.max(gap, Math.min(anchor.left, window.innerWidth - width - gap));
  element.style.top = `${top}px`;
  element.style.left = `${left}px`;
}
