import { p } from '../article/build.ts';
import type { Block } from '../../article/blocks/blocks.ts';
import { idsOf } from '../../article/blocks/holds.ts';
import type { Paragraph } from '../../article/blocks/paragraph/paragraph.ts';
import { clipboardOf, index, shortBlocks, wordsIn, wordsOf } from '../article/pasted.ts';
import { copyElsewhere } from './clipboard.ts';
import { expect, test } from './tools.ts';

/** A block without what the tests' host said of its picture, which the clipboard did not. */
function asCopied(block: Block): Block {
  if (block.type !== 'image' || block.file === undefined) return block;
  const { file: _, ...rest } = block;
  expect(rest).toMatchObject({ caption: [{ text: 'The quay' }], credit: 'Ann', width: 4 });
  return { ...rest, caption: [], credit: '' };
}

for (const { program, name, words, blocks } of index) {
  test(`every word is pasted from ${program}, and where it stood`, async ({ editor }) => {
    const { html, text } = clipboardOf(name);
    await editor.load([p('')]);
    await copyElsewhere(editor.page, { html, text });
    await editor.body.focus();
    await editor.press('Control+v');
    const kept = blocks.filter((line) => line.startsWith('image kept'));
    await expect(editor.page.locator('.picture-shown img')).toHaveCount(kept.length);
    await editor.settle();
    const pasted = await editor.blocks();
    const copied = pasted.map(asCopied);
    expect(wordsIn(copied)).toBe(words);
    expect(shortBlocks(copied)).toEqual(blocks);
    const ids = idsOf(pasted);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).not.toContain('');
    // The pictures came a moment later, and go with the rest.
    await editor.press('Control+z');
    expect(shortBlocks(await editor.blocks())).toEqual(['p: ']);

    await editor.load([p('')]);
    await editor.press('Control+Shift+V');
    const plain = await editor.blocks();
    expect(wordsIn(plain)).toBe(wordsOf(text));
    for (const { type, content } of plain as Paragraph[]) {
      expect([type, content.length]).toEqual(['paragraph', 1]);
      expect(content[0]).not.toHaveProperty('marks');
    }
  });
}
