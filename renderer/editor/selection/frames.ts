import {
  $getChildCaret,
  $getEditor,
  $getRoot,
  $getSelection,
  $isRangeSelection,
  $normalizeCaret,
  $setPointFromCaret,
  type ElementNode,
  type LexicalEditor,
  type LexicalNode,
  type PointType,
  type RangeSelection,
} from 'lexical';
import { $frameOf, $linesIn } from './lines.ts';
import { $isQuoteNode } from '../blocks/quote/QuoteNode.ts';

/** A deletion ends at the edge of the sidebar, the title or the text in which it began. */
export function $clipToFrame(selection: RangeSelection): void {
  const { anchor, focus } = selection;
  const frame = $frameOf(anchor.getNode());
  if (frame.is($frameOf(focus.getNode()))) return;
  const backward = selection.isBackward();
  const blocks = $blocksOfFrame(frame);
  // The other end may lie in a block inside this frame: then what is before that block is taken.
  const inner = blocks.find((block) => block.isParentOf(focus.getNode()));
  if (inner === undefined) {
    const lines = blocks.flatMap($linesIn);
    $setTo(focus, backward ? lines[0] : lines.at(-1), backward);
    return;
  }
  const index = inner.getIndexWithinParent() + (backward ? 1 : 0);
  const neighbour = backward ? inner.getNextSibling() : inner.getPreviousSibling();
  const lines = neighbour === null ? [] : $linesIn(neighbour);
  if (neighbour !== null && $frameOf(neighbour).is(frame) && lines.length > 0) {
    $setTo(focus, backward ? lines[0] : lines.at(-1), backward);
  } else {
    focus.set(frame.getKey(), index, 'element');
  }
}

/** The blocks of a frame; a title is its own only block. */
function $blocksOfFrame(frame: ElementNode): LexicalNode[] {
  if (frame.is($getRoot())) return frame.getChildren();
  if ($isQuoteNode(frame)) return frame.getChildren();
  // A sidebar's frame is what is below its title.
  return frame.isShadowRoot() ? frame.getChildren().slice(1) : [frame];
}

function $setTo(point: PointType, line: ElementNode | undefined, atStart: boolean): void {
  if (line === undefined) return;
  $setPointFromCaret(point, $normalizeCaret($getChildCaret(line, atStart ? 'next' : 'previous')));
}

const wholes = new WeakMap<LexicalEditor, string>();

/** Says that the selection as it is now means the whole article, with its dateline. */
export function $markAsWhole(): void {
  const selection = $getSelection();
  if ($isRangeSelection(selection)) wholes.set($getEditor(), signature(selection));
}

/** True if everything was selected with one command, and the selection is still that one. */
export function $isWhole(): boolean {
  const selection = $getSelection();
  return $isRangeSelection(selection) && wholes.get($getEditor()) === signature(selection);
}

function signature({ anchor, focus }: RangeSelection): string {
  return [anchor.key, anchor.offset, focus.key, focus.offset].join(' ');
}
