/** Puts the focus into a field of Details once it is on the screen. */
export function focusDetail(field: 'bylines' | 'stamp'): void {
  requestAnimationFrame(() => {
    document.querySelector<HTMLInputElement>(`[data-story-field~="${field}"]`)?.focus();
  });
}
