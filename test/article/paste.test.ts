import { describe, expect, it } from 'vitest';
import { idsOf } from '../../article/blocks/holds.ts';
import type { KeptPicture } from '../../article/html/kept-picture.ts';
import { blocksFromHtml } from '../../article/html/read.ts';
import { clipboardOf, index, shortBlocks, wordsIn } from './pasted.ts';

/** A paragraph of Word that looks like an item. */
const item = (list: string, sign: string, text: string) =>
  `<p style='mso-list:${list}'><span style='mso-list:\nIgnore'>${sign}<span>&nbsp; </span></span>${text}</p>`;

const read = (...items: string[]) => shortBlocks(blocksFromHtml(items.join('\n')));

describe('what programs put on the clipboard', () => {
  for (const { program, name, words, blocks } of index) {
    it(`is read from ${program} with every word in its place`, () => {
      const pictures: KeptPicture[] = [];
      const pasted = blocksFromHtml(clipboardOf(name).html, { pictures });
      expect(wordsIn(pasted)).toBe(words);
      expect(shortBlocks(pasted)).toEqual(blocks);
      expect(new Set(idsOf(pasted)).size).toBe(idsOf(pasted).length);
      expect(pictures.length).toBe(blocks.filter((line) => line.startsWith('image kept')).length);
    });
  }

  it('tells the lists of Word by their bullets, numbers and levels', () => {
    expect(
      read(
        item('l0 level2 lfo1', '–', 'Deep'),
        item('l0 level1 lfo1', 'iv.', 'Four'),
        item('l0 level3\nlfo1', '(3)', 'Three'),
        item('l0 level2 lfo1', 'o', 'Ring'),
        item('l1 level1 lfo2', '1.1', 'Other'),
        '<p>Between</p>',
        item('l1 level1 lfo2', '２．', 'Wide'),
      ),
    ).toEqual(['- Deep', '1. Four', '  1. Three', '  - Ring', '1. Other', 'p: Between', '1. Wide']);
  });
});
