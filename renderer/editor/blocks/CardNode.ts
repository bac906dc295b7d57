import {
  $getEditor,
  $getState,
  $setState,
  DecoratorNode,
  type EditorConfig,
  type LexicalEditor,
  type LexicalNode,
  createState,
} from 'lexical';
import type { Block } from '../../../article/blocks/blocks.ts';
import { deepEqual } from '../../../article/deep-equal.ts';
import type { Run } from '../../../article/inline.ts';
import type { FieldValue } from '../fields/fields.ts';

/** How a card of one type is shown, and what its fields change. */
export interface Card<B extends Block = Block> {
  create(block: B, editor: LexicalEditor): HTMLElement;
  /** Shows the block as it now is. */
  update(dom: HTMLElement, block: B, editor: LexicalEditor): void;
  /** The block with what was written in one of its fields. */
  change(block: B, name: string, value: FieldValue): B;
  /** What the field of this name holds, if its words may be marked. */
  runs?(block: B, name: string): readonly Run[];
}

const blockState = createState('block', {
  parse: (value): Block | null =>
    typeof value === 'object' && value !== null ? (value as Block) : null,
  isEqual: deepEqual,
});

/** What each node that shows a card keeps. */
export const CARD_STATES = [{ flat: true, stateConfig: blockState }];

/** A block that is no text, shown as a card with fields; all of the block is kept, whatever it holds. */
export abstract class CardNode extends DecoratorNode<null> {
  protected abstract get card(): Card;

  getBlock(): Block | null {
    return $getState(this, blockState);
  }

  setBlock(block: Block): this {
    return $setState(this, blockState, block);
  }

  setField(name: string, value: FieldValue): void {
    const block = this.getBlock();
    if (block !== null) this.setBlock(this.card.change(block, name, value));
  }

  getFieldRuns(name: string): readonly Run[] {
    const block = this.getBlock();
    return (block !== null && this.card.runs?.(block, name)) || [];
  }

  override createDOM(_config: EditorConfig, editor: LexicalEditor): HTMLElement {
    const block = this.getBlock();
    if (block === null) return document.createElement('div');
    const dom = this.card.create(block, editor);
    dom.classList.add('card');
    dom.role = 'group';
    this.card.update(dom, block, editor);
    return dom;
  }

  override updateDOM(_previous: this, dom: HTMLElement): boolean {
    const block = this.getBlock();
    if (block === null) return true;
    this.card.update(dom, block, $getEditor());
    return false;
  }

  override isInline(): false {
    return false;
  }

  override decorate(): null {
    return null;
  }
}

/** True for a card. */
export function $isCardNode(node: LexicalNode | null | undefined): node is CardNode {
  return node instanceof CardNode;
}
