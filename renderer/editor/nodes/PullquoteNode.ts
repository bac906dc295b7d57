import {
  $applyNodeReplacement,
  $createParagraphNode,
  $getState,
  $setState,
  type EditorConfig,
  type ElementDOMSlot,
  ElementNode,
  type LexicalEditor,
  type LexicalNode,
  type ParagraphNode,
} from 'lexical';
import { t } from '../../locale/locale.ts';
import { attributionState, createAttribution, showAttribution } from './attribution.ts';

/** Words of the story, set large: a line of text of its own, and who said it. */
export class PullquoteNode extends ElementNode {
  override $config() {
    return this.config('pullquote', {
      extends: ElementNode,
      stateConfigs: [{ flat: true, stateConfig: attributionState }],
    });
  }

  getAttribution(): string {
    return $getState(this, attributionState);
  }

  setAttribution(attribution: string): this {
    return $setState(this, attributionState, attribution);
  }

  setField(_name: string, value: string): void {
    this.setAttribution(value);
  }

  override createDOM(_config: EditorConfig, editor: LexicalEditor): HTMLElement {
    const dom = document.createElement('div');
    dom.className = 'pullquote';
    dom.role = 'group';
    dom.ariaLabel = t('editor.pullquote');
    dom.append(document.createElement('p'), createAttribution(editor));
    showAttribution(dom, this.getAttribution());
    return dom;
  }

  override updateDOM(_previous: this, dom: HTMLElement): boolean {
    showAttribution(dom, this.getAttribution());
    return false;
  }

  override getDOMSlot(element: HTMLElement): ElementDOMSlot {
    return super.getDOMSlot(element).withElement(element.firstElementChild as HTMLElement);
  }

  override canIndent(): false {
    return false;
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
