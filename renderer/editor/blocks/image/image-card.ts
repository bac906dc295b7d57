import type { LexicalEditor } from 'lexical';
import type { Image } from '../../../../article/blocks/image/image.ts';
import { type Picture, withoutScheme } from '../../../../article/blocks/picture.ts';
import { plainText } from '../../../../article/inline.ts';
import { t } from '../../../locale/locale.ts';
import { pictureAddress } from '../../story.ts';
import type { Card } from '../CardNode.ts';
import {
  type FieldValue,
  asRuns,
  asText,
  createField,
  createFieldGround,
  fieldIn,
  showField,
} from '../../fields/fields.ts';
import { createRichField, tabIndexIn } from '../../fields/rich-field.ts';

const FIELDS = ['caption', 'alt', 'credit', 'copyright'] as const;
type PictureField = (typeof FIELDS)[number];

/** A picture, with what is said of it in fields below; what is missing is pointed out. */
export const imageCard: Card<Image> = {
  create: (_block, editor) => createPicture(editor),
  update: (dom, block, editor) => updatePicture(dom, block, editor),
  change: (block, name, value) => changePicture(block, name, value),
  runs: (block) => block.caption,
};

/** The element of a picture and its fields, whose names begin with `prefix`. */
export function createPicture(editor: LexicalEditor, prefix = ''): HTMLElement {
  const dom = document.createElement('div');
  dom.className = 'picture-card';
  dom.role = 'group';
  const shown = createShown();
  const fields = createFieldGround('picture-fields');
  fields.append(...FIELDS.map((name) => rowOf(editor, name, prefix)), decorativeOf(editor, prefix));
  dom.append(shown, fields);
  return dom;
}

/** Shows a picture as it now is. */
export function updatePicture(
  dom: HTMLElement,
  picture: Picture,
  editor: LexicalEditor,
  prefix = '',
): void {
  dom.ariaLabel = t('picture.name', { name: pictureName(picture) });
  showPicture(dom.querySelector('.picture-shown') as HTMLElement, picture, editor);
  for (const field of FIELDS) {
    showField(dom, prefix + field, picture[field]);
    const row = fieldIn(dom, prefix + field)?.closest<HTMLElement>('.picture-row');
    const note = row?.querySelector<HTMLElement>('.picture-note');
    if (row === null || row === undefined || note === null || note === undefined) continue;
    const missing = isMissing(picture, field);
    row.toggleAttribute('data-missing', missing);
    note.textContent = noteOn(picture, field, asText(picture[field]), missing);
  }
  const check = fieldIn(dom, `${prefix}decorative`);
  if (check instanceof HTMLInputElement) check.checked = picture.decorative === true;
}

/** What a picture is called: its caption, else its alt text. */
export function pictureName({ caption, alt }: Picture): string {
  return [plainText(caption), alt].find((text) => text.trim() !== '') ?? t('picture.untitled');
}

function noteOn(picture: Picture, field: PictureField, value: string, missing: boolean): string {
  if (missing) return t(`picture.missing.${field as 'alt' | 'credit'}`);
  return value !== '' && picture.from?.[field] === value ? t('picture.fromFile') : '';
}

/** A picture with what was written in one of its fields. */
export function changePicture<P extends Picture>(picture: P, name: string, value: FieldValue): P {
  if (name === 'caption') return { ...picture, caption: asRuns(value) };
  if (name !== 'decorative') {
    return { ...picture, [name]: asText(value).replace(/\s*\n\s*/gu, ' ') };
  }
  const { decorative: _, ...rest } = picture;
  return (value === 'true' ? { ...rest, decorative: true } : rest) as P;
}

function isMissing(picture: Picture, field: PictureField): boolean {
  if (field === 'alt') return picture.alt.trim() === '' && picture.decorative !== true;
  return field === 'credit' && `${picture.credit}${picture.copyright}`.trim() === '';
}

function rowOf(editor: LexicalEditor, name: PictureField, prefix: string): HTMLElement {
  const row = document.createElement('div');
  row.className = `picture-row ${name}`;
  const label = document.createElement('span');
  label.className = 'picture-label';
  label.ariaHidden = 'true';
  label.textContent = t(`picture.${name}`);
  const note = document.createElement('span');
  note.className = 'picture-note';
  const texts = { label: t(`picture.${name}`), placeholder: t(`picture.${name}Placeholder`) };
  const field =
    name === 'caption'
      ? createRichField(editor, prefix + name, texts)
      : createField(editor, prefix + name, texts, name === 'alt');
  row.append(label, field, note);
  return row;
}

function decorativeOf(editor: LexicalEditor, prefix: string): HTMLElement {
  const label = document.createElement('label');
  label.className = 'picture-row decorative';
  const check = document.createElement('input');
  check.type = 'checkbox';
  check.className = 'block-field';
  check.dataset['field'] = `${prefix}decorative`;
  check.disabled = !editor.isEditable();
  check.tabIndex = tabIndexIn(editor);
  label.append(check, t('picture.decorative'));
  return label;
}

/** The element that `showPicture` fills. */
export function createShown(): HTMLElement {
  const shown = document.createElement('div');
  shown.className = 'picture-shown';
  return shown;
}

/** The picture itself; of one that is elsewhere only where it is: nothing is asked of anyone. */
export function showPicture(dom: HTMLElement, picture: Picture, editor: LexicalEditor): void {
  const address = picture.file === undefined ? undefined : pictureAddress(editor, picture.file);
  const key = address ?? picture.source ?? 'none';
  const old = dom.querySelector('img');
  if (old !== null) old.alt = picture.alt;
  if (dom.dataset['shows'] === key) return;
  dom.dataset['shows'] = key;
  if (address !== undefined) {
    const img = document.createElement('img');
    img.alt = picture.alt;
    if (picture.width !== undefined) img.width = picture.width;
    if (picture.height !== undefined) img.height = picture.height;
    img.draggable = false;
    img.addEventListener('error', () =>
      dom.replaceChildren(wordsOf('picture-elsewhere', t('picture.lost'))),
    );
    img.src = address;
    dom.replaceChildren(img);
    return;
  }
  const words =
    picture.source === undefined
      ? t('picture.none')
      : t('picture.elsewhere', { address: withoutScheme(picture.source) });
  dom.replaceChildren(wordsOf('picture-elsewhere', words));
}

function wordsOf(className: string, text: string): HTMLElement {
  const words = document.createElement('p');
  words.className = className;
  words.textContent = text;
  return words;
}
