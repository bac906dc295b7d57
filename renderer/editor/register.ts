import { registerList } from '@lexical/list';
import { registerRichText } from '@lexical/rich-text';
import {
  $getRoot,
  COMMAND_PRIORITY_EDITOR,
  HISTORY_MERGE_TAG,
  SKIP_DOM_SELECTION_TAG,
  KEY_ESCAPE_COMMAND,
  type LexicalEditor,
  mergeRegister,
} from 'lexical';
import type { Block } from '../../article/blocks/blocks.ts';
import type { House } from '../../article/house.ts';
import type { Timeline } from '../app/session/timeline.ts';
import { allBlockTools } from './blocks/tools.ts';
import { registerBlockSelection } from './selection/block-selection.ts';
import { registerCaretBlock } from './selection/caret-block.ts';
import { registerCaret } from './selection/caret.ts';
import { registerChanges } from './content/changes.ts';
import { registerClipboard } from './content/clipboard.ts';
import { registerDeletion } from './keys/deletion.ts';
import { registerEnter } from './keys/enter.ts';
import { registerFields } from './fields/field-keys.ts';
import { registerGuards } from './content/guards.ts';
import { registerUndo } from './content/history.ts';
import { registerIds } from './content/ids.ts';
import { loadAnew, loadFirst, putBody } from './content/load-blocks.ts';
import { PUT_BODY_COMMAND } from './find/found-text.ts';
import { registerSelectAll } from './keys/select-all.ts';
import { registerShortcuts } from './keys/shortcuts.ts';
import { registerStoryEnd } from './keys/story-end.ts';
import { registerTabKeys } from './fields/tab-keys.ts';

/** The article in an editor. */
export interface ArticleEditor {
  /** Shows another content; not a change. */
  load(blocks: readonly Block[], direction: 'ltr' | 'rtl'): void;
  /** Sets the direction in which the text is written; not a change. */
  setDirection(direction: 'ltr' | 'rtl'): void;
  /** The article body as it stands. */
  blocks(): readonly Block[];
  stop(): void;
}

/**
 * Teaches a Lexical editor everything about articles; `onChange` hears of every change, and
 * `timeline` of every step.
 */
export function registerArticle(
  editor: LexicalEditor,
  house: () => Pick<House, 'datelineStyle'>,
  onChange: (blocks: Block[]) => void,
  timeline: Timeline,
): ArticleEditor {
  const changes = registerChanges(editor, onChange);
  // Of the commands with the same priority, the one that is registered first is asked first.
  const stop = mergeRegister(
    registerFields(editor),
    registerCaret(editor),
    registerCaretBlock(editor),
    registerStoryEnd(editor),
    registerBlockSelection(editor),
    registerDeletion(editor),
    ...allBlockTools.map(({ register }) => register?.(editor) ?? (() => {})),
    registerEnter(editor),
    registerTabKeys(editor),
    registerSelectAll(editor),
    registerClipboard(editor, house),
    registerShortcuts(editor),
    // Rich text would leave the text on Escape; where nothing else wants the key it does nothing.
    editor.registerCommand(KEY_ESCAPE_COMMAND, () => true, COMMAND_PRIORITY_EDITOR),
    registerRichText(editor),
    registerList(editor),
    registerGuards(editor),
    registerIds(editor),
    registerUndo(editor, timeline, changes),
    editor.registerCommand(
      PUT_BODY_COMMAND,
      (body) => {
        // Once the command is done with: it is an update of its own.
        putBody(editor, changes, body);
        return true;
      },
      COMMAND_PRIORITY_EDITOR,
    ),
    changes.stop,
  );
  return {
    load: (blocks, direction) => {
      const load = changes.shown().size === 0 ? loadFirst : loadAnew;
      load(editor, changes, blocks, direction);
    },
    setDirection: (direction) => {
      if (editor.getEditorState().read(() => $getRoot().getDirection()) === direction) return;
      // Whoever changes the language is in its field, and stays there.
      editor.update(() => void $getRoot().setDirection(direction), {
        tag: [HISTORY_MERGE_TAG, SKIP_DOM_SELECTION_TAG],
      });
    },
    blocks: changes.blocks,
    stop,
  };
}
