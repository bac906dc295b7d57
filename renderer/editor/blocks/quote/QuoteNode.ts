import {
  $applyNodeReplacement,
  $createParagraphNode,
  ElementNode,
  type LexicalNode,
} from 'lexical';
import { AttributedNode, attributionState } from '../AttributedNode.ts';

/** What somebody else said: blocks of text, closed off from the text around, and who it was. */
export class QuoteNode extends AttributedNode {
  override $config() {
    return this.config('quotation', {
      extends: ElementNode,
      stateConfigs: [{ flat: true, stateConfig: attributionState }],
    });
  }

  protected override get look() {
    return { className: 'quotation', label: 'editor.quote', tag: 'blockquote' } as const;
  }

  /** Puts its blocks in its place, and who said it below them. Answers them. */
  release(): LexicalNode[] {
    const blocks = [...this.getChildren(), ...this.attributionLine()];
    if (blocks.length === 0) blocks.push($createParagraphNode());
    for (const block of blocks) this.insertBefore(block);
    this.remove();
    return blocks;
  }

  override isShadowRoot(): boolean {
    return true;
  }
}

/** An empty quotation. */
export function $createQuoteNode(attribution = ''): QuoteNode {
  return $applyNodeReplacement(new QuoteNode()).setAttribution(attribution);
}

/** True for a quotation. */
export function $isQuoteNode(node: LexicalNode | null | undefined): node is QuoteNode {
  return node instanceof QuoteNode;
}
