import { type Commands, isMac } from '../app/commands.ts';
import { undoPressed } from '../app/keys.ts';
import { isStoryField } from '../editor/fields/marked-fields.ts';

type Direction = ReturnType<typeof undoPressed>;

const TEXT = 'textarea, [contenteditable], input:not([type="checkbox"], [type="radio"])';

/**
 * Lets the keys of undo and redo follow the story from wherever the focus is. A text box that is
 * none of the story, such as the search, keeps the undo of the browser, and so does a dialog.
 */
export function registerUndoKeys(commands: Commands): () => void {
  const listening = new AbortController();
  const { signal } = listening;
  window.addEventListener('keydown', (event) => run(commands, event, directionOf(event)), {
    signal,
  });
  window.addEventListener(
    'beforeinput',
    (event) => {
      if (event.inputType === 'historyUndo') run(commands, event, 'edit.undo');
      if (event.inputType === 'historyRedo') run(commands, event, 'edit.redo');
    },
    { signal },
  );
  return () => listening.abort();
}

function run(commands: Commands, event: Event, direction: Direction): void {
  if (direction === undefined || event.defaultPrevented || hasOwnUndo(event.target)) return;
  // Also where there is nothing to undo: the browser must not begin on its own.
  event.preventDefault();
  commands.run(direction);
}

function directionOf(event: KeyboardEvent): Direction {
  return event.isComposing ? undefined : undoPressed(event, isMac);
}

function hasOwnUndo(target: EventTarget | null): boolean {
  if (document.querySelector('dialog[open]') !== null) return true;
  if (!(target instanceof Element)) return false;
  const box = target.closest(TEXT);
  return box !== null && !isStoryField(box) && box.closest('.article-text') === null;
}
