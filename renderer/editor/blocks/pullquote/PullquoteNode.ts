import {
  $applyNodeReplacement,
  $createParagraphNode,
  ElementNode,
  type LexicalNode,
  type ParagraphNode,
} from 'lexical';
import { AttributedNode, attributionState } from '../AttributedNode.ts';
import { $toParagraph, type LineBlock } from '../line-block.ts';

/** Words of the story, set large: a line of text of its own, and who said it. */
export class PullquoteNode extends AttributedNode implements LineBlock {
  override $config() {
    return this.config('pullquote', {
      extends: ElementNode,
      stateConfigs: [{ flat: true, stateConfig: attributionState }],
    });
  }

  protected override get look() {
    return { className: 'pullquote', label: 'editor.pullquote', tag: 'p' } as const;
  }

  isLineBlock(): true {
    return true;
  }

  /** Who said it is a paragraph of its own. */
  release(): ElementNode[] {
    return $toParagraph(this, this.attributionLine());
  }

  override collapseAtStart(): true {
    this.release();
    return true;
  }

  override insertNewAfter(_selection: unknown, restoreSelection = true): ParagraphNode {
    const paragraph = $createParagraphNode();
    this.insertAfter(paragraph, restoreSelection);
    return paragraph;
  }
}

/** An empty pull quote. */
export function $createPullquoteNode(attribution = ''): PullquoteNode {
  return $applyNodeReplacement(new PullquoteNode()).setAttribution(attribution);
}

/** True for a pull quote. */
export function $isPullquoteNode(node: LexicalNode | null | undefined): node is PullquoteNode {
  return node instanceof PullquoteNode;
}
