import {
  $applyNodeReplacement,
  $getState,
  $setState,
  DecoratorNode,
  type LexicalNode,
  createState,
} from 'lexical';
import type { Block } from '../../../../article/blocks/blocks.ts';
import { deepEqual } from '../../../../article/deep-equal.ts';
import { t } from '../../../locale/locale.ts';

const blockState = createState('block', {
  parse: (value): Block | null =>
    typeof value === 'object' && value !== null ? (value as Block) : null,
  isEqual: deepEqual,
});

/** Stands for a block that has no screen; the block is kept as it is. */
export class PlaceholderNode extends DecoratorNode<null> {
  override $config() {
    return this.config('placeholder', {
      extends: DecoratorNode,
      stateConfigs: [{ flat: true, stateConfig: blockState }],
    });
  }

  getBlock(): Block | null {
    return $getState(this, blockState);
  }

  setBlock(block: Block): this {
    return $setState(this, blockState, block);
  }

  override createDOM(): HTMLElement {
    const block = this.getBlock();
    const type = block?.type === 'unknown' ? block.was.type : (block?.type ?? '');
    const label = t('editor.placeholder', { type });
    const dom = document.createElement('div');
    dom.className = 'placeholder';
    dom.role = 'img';
    dom.ariaLabel = label;
    dom.textContent = label;
    return dom;
  }

  override updateDOM(): boolean {
    return false;
  }

  override isInline(): false {
    return false;
  }

  override decorate(): null {
    return null;
  }
}

/** A placeholder for a block. */
export function $createPlaceholderNode(block: Block): PlaceholderNode {
  return $applyNodeReplacement(new PlaceholderNode()).setBlock(block);
}

/** True for a placeholder. */
export function $isPlaceholderNode(node: LexicalNode | null | undefined): node is PlaceholderNode {
  return node instanceof PlaceholderNode;
}
