import type { LexicalEditor } from 'lexical';
import type { Block } from '../../../../article/blocks/blocks.ts';
import { linesOf } from '../../../../article/blocks/holds.ts';
import type { List } from '../../../../article/blocks/list/list.ts';
import { knownSpec } from '../../../../article/blocks/specs.ts';
import { plainText } from '../../../../article/inline.ts';
import { t } from '../../../locale/locale.ts';
import { createFieldGround } from '../../fields/fields.ts';
import { createShown, showPicture } from '../image/image-card.ts';

/**
 * Shows what a cell holds below its text, such as a list or a picture, to be read; it is written in
 * where it stands alone, see `$takeOut`.
 */
export function showCellBlocks(blocks: readonly Block[], editor: LexicalEditor): HTMLElement {
  const ground = createFieldGround('cell-blocks');
  ground.role = 'group';
  ground.ariaLabel = t('table.inCell');
  ground.append(...blocks.map((block) => elementOf(block, editor)));
  return ground;
}

function elementOf(block: Block, editor: LexicalEditor): HTMLElement {
  switch (block.type) {
    case 'list':
      return listOf(block);
    case 'image': {
      const figure = document.createElement('div');
      const shown = createShown();
      showPicture(shown, block, editor);
      figure.append(shown, ...linesOf([block]).map(lineOf));
      return figure;
    }
    case 'unknown':
      return lineOf(t('editor.placeholder', { type: block.was.type }));
    default: {
      const summary = knownSpec(block)?.summary?.(block);
      if (summary !== undefined) return lineOf(summary);
      const part = document.createElement('div');
      part.append(...linesOf([block]).map(lineOf));
      return part;
    }
  }
}

function listOf({ kind, items }: List): HTMLElement {
  const list = document.createElement(kind === 'numbered' ? 'ol' : 'ul');
  for (const { content, lists = [] } of items) {
    const item = document.createElement('li');
    item.append(plainText(content), ...lists.map(listOf));
    list.append(item);
  }
  return list;
}

function lineOf(text: string): HTMLElement {
  const line = document.createElement('p');
  line.textContent = text;
  return line;
}
