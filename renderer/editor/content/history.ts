import {
  $getSelection,
  $isRangeSelection,
  $onUpdate,
  COMMAND_PRIORITY_EDITOR,
  type EditorState,
  HISTORIC_TAG,
  HISTORY_MERGE_TAG,
  HISTORY_PUSH_TAG,
  type LexicalEditor,
  REDO_COMMAND,
  UNDO_COMMAND,
  mergeRegister,
} from 'lexical';
import type { Block } from '../../../article/blocks/blocks.ts';
import { deepEqual } from '../../../article/deep-equal.ts';
import { turnBody } from '../../../article/merge.ts';
import { sharedEnds } from '../../../article/shared-ends.ts';
import type { BlockField, Step } from '../../app/session/step.ts';
import type { Timeline } from '../../app/session/timeline.ts';
import { type Changes, LOAD_TAG } from './changes.ts';
import { controlOf, keyAt } from '../fields/controls.ts';
import { goToChange, textIn } from '../fields/field-caret.ts';
import { loadAsChange } from './load-blocks.ts';
import { fieldIn } from '../fields/fields.ts';

/** Bytes that a state of the text takes for each of its blocks, whether it changed or not. */
const OF_EACH_BLOCK = 100;

/**
 * Undo in the text. What is typed in one go is one step, whatever node a letter went to; a word of
 * an input method is one, however long it takes; an update after which the article reads as before
 * is none. To be registered after `changes`.
 */
export function registerUndo(
  editor: LexicalEditor,
  timeline: Timeline,
  changes: Changes,
): () => void {
  let blocks = changes.blocks();
  /** The text before the word that an input method is at. */
  let composed: { state: EditorState; blocks: readonly Block[] } | undefined;

  const turn = (direction: 'undo' | 'redo') => () => {
    // A field outside takes the focus only when the editor is done with the key.
    if (timeline.leadsToText(direction)) timeline[direction]();
    else queueMicrotask(timeline[direction]);
    return true;
  };

  return mergeRegister(
    timeline.typing.watch(),
    timeline.attachText(({ blocks: goal, shown }, from, field) => {
      if (shown === undefined) return changeIn(editor, changes, from.blocks, goal);
      show(editor, shown, field);
      return true;
    }),
    editor.registerCommand(UNDO_COMMAND, turn('undo'), COMMAND_PRIORITY_EDITOR),
    editor.registerCommand(REDO_COMMAND, turn('redo'), COMMAND_PRIORITY_EDITOR),
    editor.registerUpdateListener(({ tags, prevEditorState, editorState }) => {
      const last = { state: prevEditorState, blocks };
      blocks = changes.blocks();
      if (tags.has(LOAD_TAG) || tags.has(HISTORIC_TAG)) {
        composed = undefined;
        return;
      }
      if (editor.isComposing()) {
        composed ??= last;
        return;
      }
      // What comes by itself is no step.
      if (tags.has(HISTORY_MERGE_TAG)) return;
      const before = composed ?? last;
      const wasComposing = composed !== undefined;
      composed = undefined;
      if (blocks === before.blocks || (wasComposing && deepEqual(blocks, before.blocks))) return;
      const differing = differingBlocks(before.blocks, blocks);
      const step: Step = {
        before: { body: { blocks: before.blocks, shown: before.state } },
        after: { body: { blocks, shown: editorState } },
        size: 2 * JSON.stringify(differing).length + OF_EACH_BLOCK * blocks.length,
        field: focusedField(editor),
      };
      const run = wasComposing || tags.has(HISTORY_PUSH_TAG) ? undefined : timeline.typing.now;
      const goesOn = isWithinBlock(differing) && !hasSelectedText(before.state);
      timeline.record(step, run, goesOn);
    }),
  );
}

/** The blocks between those that are the same at the start and at the end, as they were and are. */
function differingBlocks(
  before: readonly Block[],
  now: readonly Block[],
): [before: readonly Block[], now: readonly Block[]] {
  const { head, tail } = sharedEnds(before, now);
  return [before.slice(head, before.length - tail), now.slice(head, now.length - tail)];
}

/** True for a change that leaves one block where one was. */
function isWithinBlock([before, now]: readonly [readonly Block[], readonly Block[]]): boolean {
  return before.length === 1 && now.length === 1 && before[0]?.type === now[0]?.type;
}

function hasSelectedText(state: EditorState): boolean {
  return state.read(() => {
    const selection = $getSelection();
    return $isRangeSelection(selection) && !selection.isCollapsed();
  });
}

/** The field of a block that has the focus. */
function focusedField(editor: LexicalEditor): BlockField | undefined {
  const control = controlOf(document.activeElement);
  const name = control?.dataset['field'];
  if (control === null || name === undefined) return undefined;
  const block = keyAt(editor, control);
  return block === undefined ? undefined : { block, name };
}

/** Changes in the text what differs between two states; answers false if others have changed that since. */
function changeIn(
  editor: LexicalEditor,
  changes: Changes,
  from: readonly Block[],
  goal: readonly Block[],
): boolean {
  const merged = turnBody(from, changes.blocks(), goal);
  if (merged === undefined) return false;
  loadAsChange(editor, changes, merged);
  return true;
}

/** Shows the text as it was or is again; the caret goes to where it changed. */
function show(editor: LexicalEditor, state: EditorState, field: BlockField | undefined): void {
  const shown = field && controlIn(editor, field);
  const before = shown === undefined ? '' : textIn(shown);
  const root = editor.getRootElement();
  // The text must have the focus before the caret can be put into it.
  if (field === undefined && document.activeElement !== root) root?.focus({ preventScroll: true });
  editor.setEditorState(state, { tag: HISTORIC_TAG });
  const go = (): void => {
    const control = field && controlIn(editor, field);
    if (control !== undefined) goToChange(control, before);
    else if (root?.contains(document.activeElement) === false) root.focus({ preventScroll: true });
  };
  // While the editor still handles a key it shows the state only when it is done with that.
  if (field !== undefined) editor.update(() => $onUpdate(go), { discrete: true });
}

function controlIn(editor: LexicalEditor, { block, name }: BlockField): HTMLElement | undefined {
  const element = editor.getElementByKey(block);
  return (element && fieldIn(element, name)) ?? undefined;
}
