import {
  $applyNodeReplacement,
  $createParagraphNode,
  $createTextNode,
  $getEditor,
  $getState,
  $setState,
  type EditorConfig,
  type ElementDOMSlot,
  ElementNode,
  type LexicalEditor,
  type LexicalNode,
  type ParagraphNode,
  createState,
} from 'lexical';
import { NOTE_KINDS } from '../../../../article/kinds.ts';
import type { CorrectionNote } from '../../../../article/blocks/correction/correction.ts';
import { isInstant } from '../../../../article/html/instant.ts';
import { hasInk } from '../../../../article/html/white-space.ts';
import { t } from '../../../locale/locale.ts';
import { instantOf, shownTime } from '../../fields/time-field.ts';
import { $selectBlock } from '../../selection/lines.ts';
import { zoneOf } from '../../story.ts';
import { $toParagraph, type LineBlock } from '../line-block.ts';
import { createField, createFieldGround, fieldIn, showField } from '../../fields/fields.ts';
import { tabIndexIn } from '../../fields/rich-field.ts';

const kindState = createState('kind', {
  parse: (value): CorrectionNote['kind'] =>
    NOTE_KINDS.find((kind) => kind === value) ?? 'correction',
});

const atState = createState('at', { parse: (value) => (typeof value === 'string' ? value : '') });

/** A note that says what was put right in the story: a line of text, below its kind and its time. */
export class CorrectionNode extends ElementNode implements LineBlock {
  override $config() {
    return this.config('correction', {
      extends: ElementNode,
      stateConfigs: [
        { flat: true, stateConfig: kindState },
        { flat: true, stateConfig: atState },
      ],
    });
  }

  getKind(): CorrectionNote['kind'] {
    return $getState(this, kindState);
  }

  setKind(kind: CorrectionNote['kind']): this {
    return $setState(this, kindState, kind);
  }

  /** RFC 3339, or what somebody wrote instead. */
  getAt(): string {
    return $getState(this, atState);
  }

  setAt(at: string): this {
    return $setState(this, atState, at);
  }

  setField(name: string, value: string): void {
    if (name === 'kind') this.setKind(NOTE_KINDS.find((kind) => kind === value) ?? this.getKind());
    else this.setAt(instantOf(value, zoneOf($getEditor()), this.getAt()));
  }

  isLineBlock(): true {
    return true;
  }

  /** What was written in the place of its time is a paragraph of its own. */
  release(): ElementNode[] {
    const at = isInstant(this.getAt()) ? '' : this.getAt();
    return $toParagraph(
      this,
      hasInk(at) ? [$createParagraphNode().append($createTextNode(at))] : [],
    );
  }

  override collapseAtStart(): true {
    if (this.isEmpty()) $selectBlock(this);
    return true;
  }

  /** Its fields stand above its text. */
  hasFieldsAbove(): true {
    return true;
  }

  hasTimes(): true {
    return true;
  }

  override createDOM(_config: EditorConfig, editor: LexicalEditor): HTMLElement {
    const dom = document.createElement('div');
    dom.className = 'correction-note';
    dom.role = 'group';
    const kind = document.createElement('select');
    kind.className = 'block-field';
    kind.dataset['field'] = 'kind';
    kind.ariaLabel = t('correction.kind');
    kind.disabled = !editor.isEditable();
    kind.tabIndex = tabIndexIn(editor);
    kind.append(...NOTE_KINDS.map((each) => new Option(t(`correction.${each}`), each)));
    const at = createField(editor, 'at', { label: '', placeholder: '' });
    at.setAttribute('type', 'datetime-local');
    const note = document.createElement('span');
    note.className = 'correction-zone';
    const head = createFieldGround('correction-head');
    head.append(kind, at, note);
    const text = document.createElement('p');
    text.dataset['placeholder'] = t('correction.text');
    dom.append(head, text);
    this.show(dom, editor);
    return dom;
  }

  override updateDOM(_previous: this, dom: HTMLElement): boolean {
    this.show(dom, $getEditor());
    return false;
  }

  override getDOMSlot(element: HTMLElement): ElementDOMSlot {
    return super.getDOMSlot(element).withElement(element.lastElementChild as HTMLElement);
  }

  override canIndent(): false {
    return false;
  }

  override insertNewAfter(_selection: unknown, restoreSelection = true): ParagraphNode {
    const paragraph = $createParagraphNode();
    this.insertAfter(paragraph, restoreSelection);
    return paragraph;
  }

  private show(dom: HTMLElement, editor: LexicalEditor): void {
    const zone = zoneOf(editor);
    const shown = shownTime(this.getAt(), zone);
    dom.ariaLabel = t(`correction.${this.getKind()}`);
    showField(dom, 'kind', this.getKind());
    showField(dom, 'at', shown?.time ?? '');
    const at = fieldIn(dom, 'at');
    if (at !== null) at.ariaLabel = t('correction.at', { zone });
    const note = dom.querySelector('.correction-zone');
    // What somebody wrote instead of a time stays until a time is chosen.
    if (note !== null) note.textContent = shown?.name ?? this.getAt();
  }
}

/** A note without words. */
export function $createCorrectionNode(kind: CorrectionNote['kind'], at: string): CorrectionNode {
  return $applyNodeReplacement(new CorrectionNode()).setKind(kind).setAt(at);
}

/** True for a note of what was put right. */
export function $isCorrectionNode(node: LexicalNode | null | undefined): node is CorrectionNode {
  return node instanceof CorrectionNode;
}
