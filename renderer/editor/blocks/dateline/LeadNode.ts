import {
  $applyNodeReplacement,
  $getState,
  $setState,
  type EditorConfig,
  type ElementDOMSlot,
  type LexicalCommand,
  type LexicalNode,
  type NodeKey,
  ParagraphNode,
  createCommand,
  createState,
  setDOMUnmanaged,
} from 'lexical';
import type { Dateline } from '../../../../article/blocks/dateline/dateline.ts';
import { withoutSeparator } from '../../../../article/dateline/separators.ts';
import { deepEqual } from '../../../../article/deep-equal.ts';
import { t } from '../../../locale/locale.ts';

/** Asks for the dialog of the dateline of a lead; the payload is the key of its `LeadNode`. */
export const OPEN_DATELINE_COMMAND: LexicalCommand<NodeKey> = createCommand('OPEN_DATELINE');

const datelineState = createState('dateline', {
  parse: (value): Dateline | null =>
    typeof value === 'object' && value !== null ? (value as Dateline) : null,
  isEqual: deepEqual,
  resetOnCopyNode: true,
});

/**
 * A paragraph with a dateline at its head. The dateline is a button before the place where the
 * text goes, so no caret can stand before it and no single key deletes it unseen.
 */
export class LeadNode extends ParagraphNode {
  override $config() {
    return this.config('lead', {
      extends: ParagraphNode,
      stateConfigs: [{ flat: true, stateConfig: datelineState }],
    });
  }

  /** The dateline block, with its own id; null only while a lead is made or taken apart. */
  getDateline(): Dateline | null {
    return $getState(this, datelineState);
  }

  setDateline(dateline: Dateline | null): this {
    return $setState(this, datelineState, dateline);
  }

  override createDOM(config: EditorConfig): HTMLElement {
    const dom = super.createDOM(config);
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'dateline';
    button.contentEditable = 'false';
    button.draggable = false;
    button.tabIndex = -1;
    setDOMUnmanaged(button, { captureSelection: true });
    dom.prepend(button);
    this.labelButton(button);
    return dom;
  }

  override updateDOM(previous: LeadNode, dom: HTMLElement, config: EditorConfig): boolean {
    const button = datelineButton(dom);
    if (button === null) return true;
    this.labelButton(button);
    return super.updateDOM(previous, dom, config);
  }

  override getDOMSlot(element: HTMLElement): ElementDOMSlot {
    return super.getDOMSlot(element).withAfter(datelineButton(element));
  }

  private labelButton(button: HTMLButtonElement): void {
    const printed = this.getDateline()?.printed ?? '';
    const name = t('editor.dateline', { printed: withoutSeparator(printed) });
    if (button.textContent === printed && button.ariaLabel === name) return;
    button.textContent = printed;
    button.ariaLabel = name;
  }
}

/** The button of a lead's dateline, in the element of its `LeadNode`. */
export function datelineButton(lead: HTMLElement): HTMLButtonElement | null {
  return lead.querySelector<HTMLButtonElement>(':scope > button.dateline');
}

/** A lead with this dateline. */
export function $createLeadNode(dateline: Dateline): LeadNode {
  return $applyNodeReplacement(new LeadNode()).setDateline(dateline);
}

/** True for a lead. */
export function $isLeadNode(node: LexicalNode | null | undefined): node is LeadNode {
  return node instanceof LeadNode;
}
