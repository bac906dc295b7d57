import { $isLinkNode } from '@lexical/link';
import {
  $findMatchingParent,
  $getSelection,
  $isRangeSelection,
  $isTextNode,
  type LexicalNode,
  type RangeSelection,
} from 'lexical';
import { type SimpleMark, SIMPLE_MARKS } from '../../../article/marks/marks.ts';
import { markTools } from '../marks.ts';
import { $isSidebarTitleNode } from '../blocks/sidebar/SidebarTitleNode.ts';
import { textKinds } from '../blocks/tools.ts';
import { $isCellNode, $isTableNode } from '../blocks/table/TableNodes.ts';

/** What the toolbar shows of the selection. */
export interface SelectionState {
  /** The marks that all of the selected text has, or that the next typed text will get. */
  marks: readonly SimpleMark[];
  link: boolean;
  /** The kind of text that the selected blocks are; undefined for several and for what is no text. */
  block: string | undefined;
  /** True in the cells of a table, which are not turned into anything, and for a table as a whole. */
  table: boolean;
  /** False where text is plain, as in the title of a sidebar, and where nothing is selected. */
  rich: boolean;
  /** True in a caption, whose words may be marked though it is no block. */
  field: boolean;
}

export const NOTHING_SELECTED: SelectionState = {
  marks: [],
  link: false,
  block: undefined,
  table: false,
  rich: false,
  field: false,
};

/** Reads what the toolbar shows. */
export function $selectionState(): SelectionState {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) {
    const selected = selection?.getNodes() ?? [];
    return { ...NOTHING_SELECTED, table: selected.length > 0 && selected.every($isTableNode) };
  }
  const nodes = selection.getNodes();
  const kinds = new Set(nodes.map($textKind));
  kinds.delete(undefined);
  const [block] = kinds;
  return {
    marks: $marksOf(selection, nodes),
    link: $linkAt(selection) !== null,
    block: kinds.size === 1 ? block : undefined,
    table: [selection.anchor, selection.focus].every(
      (point) => $findMatchingParent(point.getNode(), $isCellNode) !== null,
    ),
    field: false,
    rich: !nodes.some((node) => $findMatchingParent(node, $isSidebarTitleNode) !== null),
  };
}

/** The link that the whole selection lies in, or null. */
export function $linkAt(selection: RangeSelection) {
  const [anchor, focus] = [selection.anchor, selection.focus].map((point) =>
    $findMatchingParent(point.getNode(), $isLinkNode),
  );
  return anchor !== undefined && anchor !== null && anchor.is(focus) ? anchor : null;
}

// A mixed selection is not bold: the button then makes all of it bold.
function $marksOf(selection: RangeSelection, nodes: readonly LexicalNode[]): SimpleMark[] {
  const texts = nodes.filter($isTextNode).filter((node) => node.getTextContentSize() > 0);
  if (selection.isCollapsed() || texts.length === 0) {
    return SIMPLE_MARKS.filter((mark) => selection.hasFormat(markTools[mark].format));
  }
  return SIMPLE_MARKS.filter((mark) =>
    texts.every((node) => node.hasFormat(markTools[mark].format)),
  );
}

function $textKind(node: LexicalNode): string | undefined {
  return textKinds.find(({ $has }) => $has(node))?.id;
}
