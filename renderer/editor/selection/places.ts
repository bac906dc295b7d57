import { $getRoot, type ElementNode, type PointType } from 'lexical';
import { $lineOf, $linesIn, $offsetInLine, $selectInLine } from './lines.ts';
import { $idOf } from '../blocks/state.ts';

/**
 * A place in the text that can be found again after changes elsewhere, or after the content was
 * loaded anew, because it goes by the id of its line.
 */
export interface Place {
  /** The id of the line. */
  id: string;
  /** The characters of the line before it. */
  offset: number;
}

/** The place of a point; null for one that is in no line. */
export function $placeOf(point: PointType): Place | null {
  const line = $lineOf(point.getNode());
  return line === null ? null : { id: $idOf(line), offset: $offsetInLine(line, point) };
}

/** The line of a place, if it is still there. */
export function $lineAt({ id }: Place): ElementNode | undefined {
  return $linesIn($getRoot()).find((line) => $idOf(line) === id);
}

/** Selects what stands between two places; false if one of them is gone. */
export function $selectBetween(start: Place, end: Place): boolean {
  const [first, last] = [$lineAt(start), $lineAt(end)];
  if (first === undefined || last === undefined) return false;
  const { key, offset, type } = $selectInLine(last, end.offset).focus;
  const selection = $selectInLine(first, start.offset);
  selection.focus.set(key, offset, type);
  return true;
}
