import type { Embed } from '../../../../article/blocks/embed/embed.ts';
import { withoutScheme } from '../../../../article/blocks/picture.ts';
import { t } from '../../../locale/locale.ts';
import type { Card } from '../CardNode.ts';
import { asText, createField, createFieldGround, showField } from '../../fields/fields.ts';

/** Something of another site, as a card: nothing of the site is loaded. */
export const embedCard: Card<Embed> = {
  create(_block, editor) {
    const dom = document.createElement('div');
    dom.className = 'embed-card';
    const fields = createFieldGround();
    const address = document.createElement('p');
    address.className = 'embed-address';
    for (const name of ['provider', 'title'] as const) {
      const texts = { label: t(`embed.${name}`), placeholder: t(`embed.${name}Placeholder`) };
      const input = createField(editor, name, texts);
      input.classList.add(`embed-${name}`);
      fields.append(input);
    }
    dom.append(fields, address);
    return dom;
  },
  update(dom, block) {
    const address = withoutScheme(block.url);
    dom.ariaLabel = t('embed.name', { name: block.title.trim() === '' ? address : block.title });
    showField(dom, 'provider', block.provider);
    showField(dom, 'title', block.title);
    const line = dom.querySelector<HTMLElement>('.embed-address');
    if (line !== null) line.textContent = address;
  },
  change: (block, name, value) => ({ ...block, [name]: asText(value) }),
};
