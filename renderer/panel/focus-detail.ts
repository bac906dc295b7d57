/** Puts the focus into a field of Details once it is on the screen. */
export function focusDetail(field: 'byline' | 'stamp'): void {
  requestAnimationFrame(() => {
    document.querySelector<HTMLInputElement>(`[data-detail="${field}"]`)?.focus();
  });
}
