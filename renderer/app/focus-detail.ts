import { arrange } from './layout-store.ts';

/** Shows Details and puts the focus into a field there. */
export function focusDetail(field: 'bylines' | 'stamp'): void {
  arrange({ panel: 'details' });
  document.querySelector<HTMLInputElement>(`[data-story-field~="${field}"]`)?.focus();
}
