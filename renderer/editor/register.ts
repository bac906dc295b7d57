import { registerList } from '@lexical/list';
import { registerRichText } from '@lexical/rich-text';
import {
  $getRoot,
  $getSelection,
  $isRangeSelection,
  COMMAND_PRIORITY_EDITOR,
  HISTORY_MERGE_TAG,
  SKIP_DOM_SELECTION_TAG,
  KEY_ESCAPE_COMMAND,
  type LexicalEditor,
  createEditor,
  mergeRegister,
} from 'lexical';
import type { Block } from '../../article/blocks/blocks.ts';
import type { House } from '../../article/house.ts';
import type { Timeline } from '../session/timeline.ts';
import { registerBlockSelection } from './block-selection.ts';
import { registerCaret } from './caret.ts';
import { LOAD_TAG, registerChanges } from './changes.ts';
import { registerClipboard } from './clipboard.ts';
import { registerDeletion } from './deletion.ts';
import { registerEnter } from './enter.ts';
import { registerFields } from './field-keys.ts';
import { registerGalleries } from './galleries.ts';
import { registerGalleryDrag } from './gallery-drag.ts';
import { registerGuards } from './guards.ts';
import { registerUndo } from './history.ts';
import { registerIds } from './ids.ts';
import { registerLeadKeys } from './lead-keys.ts';
import { $selectInLine } from './lines.ts';
import { registerListKeys } from './list-keys.ts';
import { nodes } from './nodes/nodes.ts';
import { type Place, $lineAt, $placeOf } from './places.ts';
import { registerQuotes } from './quote-keys.ts';
import { registerSelectAll } from './select-all.ts';
import { registerShortcuts } from './shortcuts.ts';
import { registerSidebars } from './sidebar-keys.ts';
import { registerStoryEnd } from './story-end.ts';
import { registerTabKeys } from './tab-keys.ts';
import { registerTables } from './table-keys.ts';
import { $writeBlocks } from './write-blocks.ts';

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
    registerStoryEnd(editor),
    registerBlockSelection(editor),
    registerDeletion(editor),
    registerLeadKeys(editor),
    registerTables(editor),
    registerQuotes(editor),
    registerSidebars(editor),
    registerEnter(editor),
    registerListKeys(editor),
    registerTabKeys(editor),
    registerSelectAll(editor),
    registerClipboard(editor, house),
    registerShortcuts(editor),
    // Rich text would leave the text on Escape; where nothing else wants the key it does nothing.
    editor.registerCommand(KEY_ESCAPE_COMMAND, () => true, COMMAND_PRIORITY_EDITOR),
    registerRichText(editor),
    registerList(editor),
    registerGalleries(editor),
    registerGalleryDrag(editor),
    registerGuards(editor),
    registerIds(editor),
    registerUndo(editor, timeline, changes),
    changes.stop,
  );
  return {
    load: (blocks, direction) => {
      const place = editor.getEditorState().read($caretPlace);
      // Written in an editor of its own: here, transforms would change what a file holds.
      const writer = createEditor({ nodes: [...nodes], onError: rethrow });
      const $write = (): void => {
        changes.loaded($writeBlocks(blocks));
        $getRoot().setDirection(direction);
      };
      writer.update($write, { discrete: true, skipTransforms: true });
      editor.setEditorState(writer.getEditorState(), { tag: LOAD_TAG });
      const hasFocus = editor.getRootElement()?.contains(document.activeElement) === true;
      if (hasFocus && place !== null) editor.update(() => $returnTo(place));
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

function $caretPlace(): Place | null {
  const selection = $getSelection();
  return $isRangeSelection(selection) ? $placeOf(selection.focus) : null;
}

function $returnTo(place: Place): void {
  const line = $lineAt(place);
  if (line === undefined) $getRoot().selectStart();
  else $selectInLine(line, Math.min(place.offset, line.getTextContentSize()));
}

function rethrow(error: Error): never {
  throw error;
}
