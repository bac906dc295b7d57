import {
  $applyNodeReplacement,
  $getEditor,
  $getState,
  $setState,
  DecoratorNode,
  type EditorConfig,
  type LexicalEditor,
  type LexicalNode,
  createState,
} from 'lexical';
import { deepEqual } from '../../../article/deep-equal.ts';
import type { Block } from '../../../article/blocks/blocks.ts';
import type { Run } from '../../../article/inline.ts';
import { embedCard } from './embed/embed-card.ts';
import type { FieldValue } from '../fields/fields.ts';
import { galleryCard } from './gallery/gallery-card.ts';
import { imageCard } from './image/image-card.ts';

type CardType = 'image' | 'embed' | 'gallery';

/** A block that is no text: it is shown as a card with fields. */
export type CardBlock = Extract<Block, { type: CardType }>;

/** How a card of one type is shown, and what its fields change. */
export interface Card<B extends CardBlock = CardBlock> {
  create(block: B, editor: LexicalEditor): HTMLElement;
  /** Shows the block as it now is. */
  update(dom: HTMLElement, block: B, editor: LexicalEditor): void;
  /** The block with what was written in one of its fields. */
  change(block: B, name: string, value: FieldValue): B;
}

const cards = {
  image: imageCard,
  embed: embedCard,
  gallery: galleryCard,
} as unknown as Record<CardType, Card>;

/** The types of blocks that are shown as cards. */
export const CARD_TYPES = Object.keys(cards) as CardBlock['type'][];

const blockState = createState('block', {
  parse: (value): CardBlock | null =>
    typeof value === 'object' && value !== null ? (value as CardBlock) : null,
  isEqual: deepEqual,
});

/** Shows a block as a card; the whole block is kept, whatever else it holds. */
export class CardNode extends DecoratorNode<null> {
  override $config() {
    return this.config('card', {
      extends: DecoratorNode,
      stateConfigs: [{ flat: true, stateConfig: blockState }],
    });
  }

  getBlock(): CardBlock | null {
    return $getState(this, blockState);
  }

  setBlock(block: CardBlock): this {
    return $setState(this, blockState, block);
  }

  setField(name: string, value: FieldValue): void {
    const block = this.getBlock();
    if (block !== null) this.setBlock(cards[block.type].change(block, name, value));
  }

  /** A caption: of the block, or with `2.caption` of one of its pictures. */
  getFieldRuns(name: string): readonly Run[] {
    const block = this.getBlock();
    if (block === null || block.type === 'embed') return [];
    if (name === 'caption' || block.type === 'image') return block.caption;
    return block.images[Number.parseInt(name, 10)]?.caption ?? [];
  }

  override createDOM(_config: EditorConfig, editor: LexicalEditor): HTMLElement {
    const block = this.getBlock();
    if (block === null) return document.createElement('div');
    const dom = cards[block.type].create(block, editor);
    dom.classList.add('card');
    dom.role = 'group';
    cards[block.type].update(dom, block, editor);
    return dom;
  }

  override updateDOM(_previous: this, dom: HTMLElement): boolean {
    const block = this.getBlock();
    if (block === null) return true;
    cards[block.type].update(dom, block, $getEditor());
    return false;
  }

  override isInline(): false {
    return false;
  }

  override decorate(): null {
    return null;
  }
}

/** A card for a block. */
export function $createCardNode(block: CardBlock): CardNode {
  return $applyNodeReplacement(new CardNode()).setBlock(block);
}

/** True for a card. */
export function $isCardNode(node: LexicalNode | null | undefined): node is CardNode {
  return node instanceof CardNode;
}
