import { $dfs } from '@lexical/utils';
import { $getRoot, $isTextNode, type ElementNode, type LexicalEditor, type NodeKey } from 'lexical';
import { type LinePlace, lineId } from '../../../article/story-lines.ts';
import type { Stretch } from '../../app/find-store.ts';
import { $isLeadNode, datelineButton } from '../blocks/dateline/LeadNode.ts';
import { $isSidebarTitleNode } from '../blocks/sidebar/SidebarTitleNode.ts';
import { $idOf } from '../blocks/state.ts';
import { $hasFields } from '../fields/fields.ts';
import { isTextInput } from '../fields/field-caret.ts';
import { rangeIn } from '../fields/plain-text.ts';
import { $leavesOf, $linesIn, $sidebarOf, sizeOf } from '../selection/lines.ts';

/** Where a hit is on the screen: its words, where they can be marked, and the element they are in. */
export interface HitPlace {
  range?: Range;
  element: HTMLElement;
}

/** The text nodes of a line, and how many characters stand before each. */
type Leaf = readonly [key: NodeKey, before: number];

interface ShownLines {
  /** The lines of the text, by the ids of what they are, with their keys. */
  lines: ReadonlyMap<string, { key: NodeKey; leaves(): readonly Leaf[] }>;
  /** The blocks with fields. */
  holders: ReadonlyMap<string, NodeKey>;
}

/** What tells where hits are in the text as it is shown now. */
export function hitPlaces(editor: LexicalEditor): (hit: Stretch) => HitPlace | undefined {
  const shown = editor.read($shownLines);
  return (hit) => {
    const { block, key } = hit.line;
    if (block === undefined) return fieldPlace(document, `[data-story-field~="${key}"]`, hit);
    const line = shown.lines.get(lineId(hit.line));
    if (line !== undefined) return linePlace(editor, line, hit);
    const holder = editor.getElementByKey(shown.holders.get(block) ?? '');
    if (holder !== null && key === 'printed') return { element: datelineButton(holder) ?? holder };
    const name = (hit.line.path ?? key).replace(/^\w+\[(\d+)\]\./u, '$1.');
    return holder === null
      ? undefined
      : fieldPlace(holder, `.block-field[data-field="${name}"]`, hit);
  };
}

/** What a line of the text is in the story. */
export function $placeOfLine(line: ElementNode): LinePlace {
  const sidebar = $isSidebarTitleNode(line) ? $sidebarOf(line) : null;
  return sidebar === null
    ? { block: $idOf(line), key: 'content' }
    : { block: $idOf(sidebar), key: 'title' };
}

function $shownLines(): ShownLines {
  const lines: [string, { key: NodeKey; leaves(): readonly Leaf[] }][] = $linesIn($getRoot()).map(
    (line) => {
      const id = lineId($placeOfLine(line));
      const leaves = () => {
        let before = 0;
        return $leavesOf(line).flatMap((leaf): Leaf[] => {
          const at = before;
          before += sizeOf(leaf);
          return $isTextNode(leaf) ? [[leaf.getKey(), at]] : [];
        });
      };
      return [id, { key: line.getKey(), leaves }];
    },
  );
  const holders = $dfs()
    .map(({ node }) => node)
    .filter($hasFields)
    .map((node) => [$idOf(node), node.getKey()] as const);
  const leads = $getRoot()
    .getChildren()
    .filter($isLeadNode)
    .flatMap((node) => {
      const dateline = node.getDateline();
      return dateline === null ? [] : [[dateline.id, node.getKey()] as const];
    });
  return { lines: new Map(lines), holders: new Map([...holders, ...leads]) };
}

function linePlace(
  editor: LexicalEditor,
  { key, leaves }: { key: NodeKey; leaves(): readonly Leaf[] },
  { from, to }: Stretch,
): HitPlace | undefined {
  const element = editor.getElementByKey(key);
  if (element === null) return undefined;
  const texts = editor.read(leaves).flatMap(([leaf, before]) => {
    const text = textIn(editor.getElementByKey(leaf));
    return text === undefined ? [] : [{ text, before }];
  });
  const first = texts.findLast(({ before }) => before <= from);
  const last = texts.findLast(({ before }) => before < to);
  if (first === undefined || last === undefined) return { element };
  const range = document.createRange();
  range.setStart(first.text, Math.min(from - first.before, first.text.length));
  range.setEnd(last.text, Math.min(to - last.before, last.text.length));
  return { element, range };
}

/** The text in the element of a text node, which marks may lie around. */
function textIn(element: Node | null): Text | undefined {
  let node: Node | null = element;
  while (node !== null && !(node instanceof Text)) node = node.firstChild;
  return node ?? undefined;
}

function fieldPlace(
  where: ParentNode,
  selector: string,
  { from, to }: Stretch,
): HitPlace | undefined {
  const element = where.querySelector<HTMLElement>(selector);
  if (element === null) return undefined;
  // Words in an input cannot be marked.
  return isTextInput(element) ? { element } : { element, range: rangeIn(element, [from, to]) };
}
