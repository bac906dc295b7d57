import { $applyNodeReplacement, DecoratorNode, type LexicalNode } from 'lexical';

/** A line between two parts of the text. */
export class DividerNode extends DecoratorNode<null> {
  override $config() {
    return this.config('divider', { extends: DecoratorNode });
  }

  override createDOM(): HTMLElement {
    const dom = document.createElement('div');
    dom.className = 'divider';
    dom.append(document.createElement('hr'));
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

/** A divider. */
export function $createDividerNode(): DividerNode {
  return $applyNodeReplacement(new DividerNode());
}

/** True for a divider. */
export function $isDividerNode(node: LexicalNode | null | undefined): node is DividerNode {
  return node instanceof DividerNode;
}
