import { flushSync } from 'react-dom';
import { goToChange, textIn } from './field-caret.ts';
import type { LayoutStore } from '../../app/layout-store.ts';
import type { Timeline } from '../../app/session/timeline.ts';

/** Marks a field of the window with the names of what it writes in the story. */
export function storyField(...names: string[]): { 'data-story-field': string } {
  return { 'data-story-field': names.join(' ') };
}

/** True for an element that writes a field of the story. */
export function isStoryField(element: Element): boolean {
  return element.matches('[data-story-field]');
}

/**
 * Puts the caret into the field of the story that undo or redo changes, for as long as the story is
 * shown. Details are unfolded for it.
 */
export function followFields(timeline: Timeline, layout: LayoutStore): () => void {
  return timeline.attachFields((fields, apply) => {
    const names = Object.keys(fields);
    if (fieldOf(names) === undefined) layout.arrange({ panel: 'details' });
    const before = textOf(fieldOf(names));
    flushSync(apply);
    const field = fieldOf(names);
    if (field !== undefined) goToChange(field, before);
  });
}

function fieldOf(names: readonly string[]): HTMLElement | undefined {
  const selector = names.map((name) => `[data-story-field~="${name}"]`).join();
  return document.querySelector<HTMLElement>(selector) ?? undefined;
}

function textOf(field: HTMLElement | undefined): string {
  return field === undefined ? '' : textIn(field);
}
