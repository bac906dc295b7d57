import { createEmptyHistoryState, registerHistory } from '@lexical/history';
import { registerList } from '@lexical/list';
import { registerRichText } from '@lexical/rich-text';
import {
  CAN_REDO_COMMAND,
  CAN_UNDO_COMMAND,
  HISTORY_MERGE_TAG,
  type LexicalEditor,
  SKIP_DOM_SELECTION_TAG,
  mergeRegister,
} from 'lexical';
import type { Block } from '../../article/blocks/blocks.ts';
import { LOAD_TAG, registerChanges } from './changes.ts';
import { registerIds } from './ids.ts';
import { $writeBlocks } from './write-blocks.ts';

/** Changes within this time of each other, in milliseconds, are undone together. */
const HISTORY_DELAY = 500;
const HISTORY_DEPTH = 1000;

/** The article in an editor. */
export interface ArticleEditor {
  /** Shows another content; not a change, and nothing before it can be undone. */
  load(blocks: readonly Block[]): void;
  /** The article body as it stands. */
  blocks(): readonly Block[];
  stop(): void;
}

/** Teaches a Lexical editor everything about articles; `onChange` hears of every change. */
export function registerArticle(
  editor: LexicalEditor,
  onChange: (blocks: Block[]) => void,
): ArticleEditor {
  const history = createEmptyHistoryState();
  const changes = registerChanges(editor, onChange);
  const stop = mergeRegister(
    registerRichText(editor),
    registerList(editor),
    registerIds(editor),
    registerHistory(editor, history, HISTORY_DELAY, undefined, undefined, HISTORY_DEPTH),
    changes.stop,
  );
  return {
    load: (blocks) => {
      editor.update(() => changes.loaded($writeBlocks(blocks)), {
        discrete: true,
        skipTransforms: true,
        tag: [LOAD_TAG, HISTORY_MERGE_TAG, SKIP_DOM_SELECTION_TAG],
      });
      history.undoStack = [];
      history.redoStack = [];
      editor.dispatchCommand(CAN_UNDO_COMMAND, false);
      editor.dispatchCommand(CAN_REDO_COMMAND, false);
    },
    blocks: changes.blocks,
    stop,
  };
}
