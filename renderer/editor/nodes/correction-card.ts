import type { CorrectionNote } from '../../../article/blocks/correction.ts';
import { plainText } from '../../../article/inline.ts';
import { t } from '../../locale/locale.ts';
import { editRuns } from '../edit-runs.ts';
import type { Card } from './CardNode.ts';
import { createField, createFieldGround, showField } from './fields.ts';

const KINDS = ['correction', 'clarification', 'update'] as const;

/** A note that says what was put right in the story, and when. */
export const correctionCard: Card<CorrectionNote> = {
  create(_block, editor) {
    const dom = document.createElement('div');
    dom.className = 'correction-card';
    const ground = createFieldGround();
    const kind = document.createElement('select');
    kind.className = 'block-field';
    kind.dataset['field'] = 'kind';
    kind.ariaLabel = t('correction.kind');
    kind.disabled = !editor.isEditable();
    kind.append(...KINDS.map((each) => new Option(t(`correction.${each}`), each)));
    const at = createField(editor, 'at', {
      label: t('correction.at'),
      placeholder: t('correction.atPlaceholder'),
    });
    const texts = { label: t('correction.text'), placeholder: t('correction.textPlaceholder') };
    const head = document.createElement('div');
    head.className = 'correction-head';
    head.append(kind, at);
    ground.append(head, createField(editor, 'content', texts, true));
    dom.append(ground);
    return dom;
  },
  update(dom, block) {
    dom.ariaLabel = t(`correction.${block.kind}`);
    showField(dom, 'kind', block.kind);
    showField(dom, 'at', block.at);
    showField(dom, 'content', plainText(block.content));
  },
  change(block, name, value) {
    if (name === 'content') return { ...block, content: editRuns(block.content, value) };
    if (name === 'at') return { ...block, at: value };
    const kind = KINDS.find((each) => each === value);
    return kind === undefined ? block : { ...block, kind };
  },
};
