import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { mergeTexts } from '../../article/merge-runs.ts';
import { shiftedOffset } from '../../article/shifted-offset.ts';
import { runs } from '../article/runs.ts';

const START = 'One two three four. Five six. ';
const wordsBy = (name: string) => [0, 1, 2].map((index) => `${name}${index}`);

/** Someone who writes words of their own in the line, letter by letter. */
class Typist {
  private text = START;
  private base = START;
  private caret: number;
  private left: string;

  constructor(caret: number, words: readonly string[]) {
    this.caret = caret;
    this.left = words.map((word) => `${word} `).join('');
  }

  type(): void {
    const [letter = ''] = this.left;
    this.left = this.left.slice(1);
    this.text = this.text.slice(0, this.caret) + letter + this.text.slice(this.caret);
    this.caret += letter.length;
  }

  /** Saves what is in the line into this file, and takes up what others have saved; answers the file. */
  save(file: string): string {
    const merged = mergeTexts(this.base, file, this.text);
    expect(merged, 'no copy is made').toBeDefined();
    this.caret = shiftedOffset(this.text, merged!, this.caret);
    this.text = merged!;
    this.base = merged!;
    return merged!;
  }

  finish(file: string): string {
    while (this.left !== '') this.type();
    return this.save(file);
  }
}

test.each([
  ['at the end of a line', START.length, START.length],
  ['at the end, and in the middle', START.length, 8],
  ['before two words in a row', 4, 8],
])('two people type %s: each word is there once and whole', (_, one, other) => {
  const steps = fc.array(fc.tuple(fc.nat(1), fc.constantFrom('type', 'type', 'type', 'save')), {
    minLength: 30,
    maxLength: 90,
  });
  fc.assert(
    fc.property(steps, (row) => {
      const typists = [new Typist(one, wordsBy('Ana')), new Typist(other, wordsBy('Ben'))];
      let file = START;
      for (const [who, step] of row) {
        if (step === 'type') typists[who]!.type();
        else file = typists[who]!.save(file);
      }
      for (const typist of [...typists, ...typists]) file = typist.finish(file);
      const all = [...START.split(' '), ...wordsBy('Ana'), ...wordsBy('Ben')];
      expect(file.split(/\s+/u).toSorted()).toEqual(all.toSorted());
    }),
    runs(300),
  );
});
