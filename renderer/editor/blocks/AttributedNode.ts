import {
  $createParagraphNode,
  $createTextNode,
  $getState,
  $setState,
  type EditorConfig,
  type ElementDOMSlot,
  ElementNode,
  type LexicalEditor,
  type LexicalNode,
  createState,
} from 'lexical';
import { type TextKey, t } from '../../locale/locale.ts';
import { createField, createFieldGround, showField } from '../fields/fields.ts';

/** Who said or wrote what is quoted. */
export const attributionState = createState('attribution', {
  parse: (value) => (typeof value === 'string' ? value : ''),
});

/** What is quoted, and below it a field for who said it. */
export abstract class AttributedNode extends ElementNode {
  /** The element around what is quoted: its class, its name, and the element that holds the words. */
  protected abstract get look(): { className: string; label: TextKey; tag: string };

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
    const { className, label, tag } = this.look;
    const dom = document.createElement('div');
    dom.className = className;
    dom.role = 'group';
    dom.ariaLabel = t(label);
    const ground = createFieldGround('attribution');
    const texts = {
      label: t('editor.attribution'),
      placeholder: t('editor.attributionPlaceholder'),
    };
    ground.append(createField(editor, 'attribution', texts));
    dom.append(document.createElement(tag), ground);
    showField(dom, 'attribution', this.getAttribution());
    return dom;
  }

  override updateDOM(_previous: this, dom: HTMLElement): boolean {
    showField(dom, 'attribution', this.getAttribution());
    return false;
  }

  override getDOMSlot(element: HTMLElement): ElementDOMSlot {
    return super.getDOMSlot(element).withElement(element.firstElementChild as HTMLElement);
  }

  /** Who said it, as a line of text; none where nobody is named. */
  protected attributionLine(): ElementNode[] {
    const attribution = this.getAttribution();
    if (attribution.trim() === '') return [];
    return [$createParagraphNode().append($createTextNode(`— ${attribution}`))];
  }

  override canIndent(): false {
    return false;
  }
}

/** True for what is quoted: a quotation, a pull quote. */
export function $isAttributedNode(node: LexicalNode | null | undefined): node is AttributedNode {
  return node instanceof AttributedNode;
}
