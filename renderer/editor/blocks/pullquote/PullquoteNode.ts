import {
  $applyNodeReplacement,
  $createParagraphNode,
  ElementNode,
  type LexicalNode,
  type ParagraphNode,
} from 'lexical';
import { AttributedNode, attributionState } from '../AttributedNode.ts';

/** Words of the story, set large: a line of text of its own, and who said it. */
export class PullquoteNode extends AttributedNode {
  override $config() {
    return this.config('pullquote', {
      extends: ElementNode,
      stateConfigs: [{ flat: true, stateConfig: attributionState }],
    });
  }

  protected override get look() {
    return { className: 'pullquote', label: 'editor.pullquote', tag: 'p' } as const;
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
