import {
  $applyNodeReplacement,
  $getState,
  $setState,
  type EditorConfig,
  type ElementDOMSlot,
  ElementNode,
  type LexicalEditor,
  type LexicalNode,
} from 'lexical';
import { t } from '../../locale/locale.ts';
import { attributionState, createAttribution, showAttribution } from './attribution.ts';

/** What somebody else said: blocks of text, closed off from the text around, and who it was. */
export class QuoteNode extends ElementNode {
  override $config() {
    return this.config('quotation', {
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
    dom.className = 'quotation';
    dom.role = 'group';
    dom.ariaLabel = t('editor.quote');
    dom.append(document.createElement('blockquote'), createAttribution(editor));
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

  override isShadowRoot(): boolean {
    return true;
  }

  override canIndent(): false {
    return false;
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
