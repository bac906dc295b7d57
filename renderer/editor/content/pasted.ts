import { $isListItemNode } from '@lexical/list';
import {
  $getRoot,
  $getSelection,
  $isParagraphNode,
  $isRangeSelection,
  type LexicalCommand,
  type LexicalEditor,
  createCommand,
} from 'lexical';
import { $insertBlocks } from './insert-blocks.ts';
import { $frameOf, $lineOf, $linesIn } from '../selection/lines.ts';
import { $isLeadNode } from '../blocks/dateline/LeadNode.ts';
import { $idOf } from '../blocks/state.ts';
import { type Place, $lineAt, $placeOf } from '../selection/places.ts';
import type { Brought } from './transfer.ts';

/** What was pasted into the text of the article, and where it stands. */
export interface Pasted extends Brought {
  start: Place;
  end: Place;
  /** True if nothing stood in the text before. */
  alone: boolean;
  /** True if it is all of the paragraph with the caret. */
  isParagraph: boolean;
}

/** Says what was just pasted into the text of the article, outside of every sidebar, quotation, table and list. */
export const PASTED_COMMAND: LexicalCommand<Pasted> = createCommand('PASTED_COMMAND');

/** Inserts what was brought at the caret and says so; answers the new id of each old one. */
export function $insertPasted(editor: LexicalEditor, brought: Brought): Map<string, string> {
  const alone = $isBlank();
  const before = $openPlace();
  const ids = $insertBlocks(brought.blocks);
  const range = before === null ? undefined : $rangeOf(before, new Set(ids.values()));
  if (range !== undefined) editor.dispatchCommand(PASTED_COMMAND, { ...brought, ...range, alone });
  return ids;
}

/** True for a body in which nothing has been written or inserted. */
function $isBlank(): boolean {
  const [first, second] = $getRoot().getChildren();
  if (first === undefined) return true;
  return second === undefined && $isParagraphNode(first) && first.isEmpty();
}

/** The start of the selection, if it is in the text of the article and in no list. */
function $openPlace(): Place | null {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return null;
  const start = selection.isBackward() ? selection.focus : selection.anchor;
  const line = $lineOf(start.getNode());
  if (line === null || $isListItemNode(line) || !$frameOf(line).is($getRoot())) return null;
  return $placeOf(start);
}

/** From where something was inserted to the caret; undefined if that is in a block closed off from it. */
function $rangeOf(
  before: Place,
  ids: ReadonlySet<string>,
): Omit<Pasted, keyof Brought | 'alone'> | undefined {
  const caret = $getSelection();
  const end = $isRangeSelection(caret) ? $placeOf(caret.anchor) : null;
  if (end === null || !$isRangeSelection(caret)) return undefined;
  const line = $lineAt(before);
  // An empty line gave way; one with the caret at its start came to stand after what was pasted.
  const wentOn = line !== undefined && (before.offset > 0 || $isLeadNode(line));
  const fresh = wentOn ? undefined : $linesIn($getRoot()).find((one) => ids.has($idOf(one)));
  const last = $lineOf(caret.anchor.getNode());
  if (last === null || !$frameOf(last).is($getRoot())) return undefined;
  const start = fresh === undefined ? before : { id: $idOf(fresh), offset: 0 };
  const isParagraph =
    $isParagraphNode(last) &&
    !$isLeadNode(last) &&
    start.id === end.id &&
    end.offset - start.offset === last.getTextContentSize();
  return { start, end, isParagraph };
}
