import { type LexicalEditor, createState } from 'lexical';
import { t } from '../../locale/locale.ts';
import { createField, createFieldGround, showField } from './fields.ts';

/** Who said or wrote what is quoted. */
export const attributionState = createState('attribution', {
  parse: (value) => (typeof value === 'string' ? value : ''),
});

/** The field for who said it, below what is quoted. */
export function createAttribution(editor: LexicalEditor): HTMLElement {
  const ground = createFieldGround('attribution');
  ground.append(
    createField(editor, 'attribution', {
      label: t('editor.attribution'),
      placeholder: t('editor.attributionPlaceholder'),
    }),
  );
  return ground;
}

/** Shows who said it. */
export function showAttribution(dom: HTMLElement, attribution: string): void {
  showField(dom, 'attribution', attribution);
}
