import {
  $applyNodeReplacement,
  $getState,
  $getStateChange,
  $setState,
  type EditorConfig,
  type ElementDOMSlot,
  ElementNode,
  type LexicalEditor,
  type LexicalNode,
  createState,
} from 'lexical';
import type { Block } from '../../../../article/blocks/blocks.ts';
import type { TableCell } from '../../../../article/blocks/table/table.ts';
import { deepEqual } from '../../../../article/deep-equal.ts';
import type { Run } from '../../../../article/inline.ts';
import { t } from '../../../locale/locale.ts';
import { showCellBlocks } from './cell-blocks.ts';
import { type FieldValue, asRuns, createFieldGround, showField } from '../../fields/fields.ts';
import { createRichField } from '../../fields/rich-field.ts';

const NO_RUNS: readonly Run[] = Object.freeze([]);

const captionState = createState('caption', {
  parse: (value): readonly Run[] => (Array.isArray(value) ? (value as Run[]) : NO_RUNS),
  isEqual: deepEqual,
});

const headerState = createState('header', { parse: (value) => value === true });

/** What a cell holds below its text; null for a cell of text alone. */
const blocksState = createState('blocks', {
  parse: (value): readonly Block[] | null => (Array.isArray(value) ? (value as Block[]) : null),
  isEqual: deepEqual,
});

const spanState = createState('span', {
  parse: (value): CellSpan =>
    typeof value === 'object' && value !== null ? (value as CellSpan) : {},
  isEqual: deepEqual,
});

type CellSpan = Pick<TableCell, 'colspan' | 'rowspan'>;

/** A table: rows of cells, and a caption in a field below. */
export class TableNode extends ElementNode {
  override $config() {
    return this.config('table', {
      extends: ElementNode,
      stateConfigs: [{ flat: true, stateConfig: captionState }],
    });
  }

  getCaption(): Run[] {
    return [...$getState(this, captionState)];
  }

  setCaption(caption: readonly Run[]): this {
    return $setState(this, captionState, caption);
  }

  setField(_name: string, value: FieldValue): void {
    this.setCaption(asRuns(value));
  }

  getFieldRuns(): readonly Run[] {
    return this.getCaption();
  }

  getRows(): RowNode[] {
    return this.getChildren().filter($isRowNode);
  }

  override createDOM(_config: EditorConfig, editor: LexicalEditor): HTMLElement {
    const dom = document.createElement('div');
    dom.className = 'table-block';
    dom.role = 'group';
    const table = document.createElement('table');
    table.append(document.createElement('tbody'));
    const ground = createFieldGround('table-caption');
    const texts = { label: t('table.caption'), placeholder: t('table.captionPlaceholder') };
    ground.append(createRichField(editor, 'caption', texts));
    dom.append(table, ground);
    this.label(dom);
    return dom;
  }

  override updateDOM(_previous: this, dom: HTMLElement): boolean {
    this.label(dom);
    return false;
  }

  override getDOMSlot(element: HTMLElement): ElementDOMSlot {
    return super
      .getDOMSlot(element)
      .withElement(element.firstElementChild?.firstElementChild as HTMLElement);
  }

  override canIndent(): false {
    return false;
  }

  private label(dom: HTMLElement): void {
    const rows = this.getRows();
    const columns = Math.max(0, ...rows.map((row) => row.getChildrenSize()));
    dom.ariaLabel = t('table.name', { rows: rows.length, columns });
    showField(dom, 'caption', this.getCaption());
  }
}

/** A row of a table. */
export class RowNode extends ElementNode {
  override $config() {
    return this.config('table-row', { extends: ElementNode });
  }

  override createDOM(): HTMLElement {
    return document.createElement('tr');
  }

  override updateDOM(): boolean {
    return false;
  }

  override canIndent(): false {
    return false;
  }
}

/** A cell of a table: a line of text, closed off from all others, and below it what is no text. */
export class CellNode extends ElementNode {
  override $config() {
    return this.config('table-cell', {
      extends: ElementNode,
      stateConfigs: [
        { flat: true, stateConfig: headerState },
        { flat: true, stateConfig: spanState },
        { flat: true, stateConfig: blocksState },
      ],
    });
  }

  isHeader(): boolean {
    return $getState(this, headerState);
  }

  setHeader(header: boolean): this {
    return $setState(this, headerState, header);
  }

  getSpan(): CellSpan {
    return $getState(this, spanState);
  }

  setSpan(span: CellSpan): this {
    return $setState(this, spanState, span);
  }

  getBlocks(): readonly Block[] | null {
    return $getState(this, blocksState);
  }

  setBlocks(blocks: readonly Block[] | null): this {
    return $setState(this, blocksState, blocks);
  }

  override createDOM(_config: EditorConfig, editor: LexicalEditor): HTMLElement {
    const dom = document.createElement(this.isHeader() ? 'th' : 'td');
    const blocks = this.getBlocks() ?? [];
    if (blocks.length > 0) dom.append(showCellBlocks(blocks, editor));
    const { colspan, rowspan } = this.getSpan();
    if (colspan !== undefined) dom.colSpan = colspan;
    if (rowspan !== undefined) dom.rowSpan = rowspan;
    return dom;
  }

  override updateDOM(previous: this): boolean {
    if ($getStateChange(this, previous, headerState) !== null) return true;
    if ($getStateChange(this, previous, spanState) !== null) return true;
    return $getStateChange(this, previous, blocksState) !== null;
  }

  override getDOMSlot(element: HTMLElement): ElementDOMSlot {
    return super.getDOMSlot(element).withBefore(element.querySelector(':scope > .cell-blocks'));
  }

  override canIndent(): false {
    return false;
  }

  // A cell is never split in two.
  override insertNewAfter(): null {
    return null;
  }
}

/** A table without rows. */
export function $createTableNode(caption: readonly Run[] = NO_RUNS): TableNode {
  return $applyNodeReplacement(new TableNode()).setCaption(caption);
}

/** A row without cells. */
export function $createRowNode(): RowNode {
  return $applyNodeReplacement(new RowNode());
}

/** An empty cell. */
export function $createCellNode(header = false, span: CellSpan = {}): CellNode {
  return $applyNodeReplacement(new CellNode()).setHeader(header).setSpan(span);
}

/** True for a table. */
export function $isTableNode(node: LexicalNode | null | undefined): node is TableNode {
  return node instanceof TableNode;
}

/** True for a row of a table. */
export function $isRowNode(node: LexicalNode | null | undefined): node is RowNode {
  return node instanceof RowNode;
}

/** True for a cell of a table. */
export function $isCellNode(node: LexicalNode | null | undefined): node is CellNode {
  return node instanceof CellNode;
}
