import { describe, expect, test } from 'vitest';
import type { Article } from '../../article/article.ts';
import { linesOf } from '../../article/blocks/holds.ts';
import { article, image, p } from './build.ts';
import { withLostWords } from '../../article/lost-words.ts';

const id = '01890a5d-ac96-774b-bcce-b302099a8057';
const story = (head: Partial<Article>, ...texts: string[]): Article => ({
  ...article(...texts.map((text) => p(text))),
  id,
  ...head,
});
const files = (found: Article | undefined) =>
  found?.body.map((block) => block.type === 'image' && block.file);
const words = (found: Article | undefined) => found && linesOf(found.body);

describe('a copy that takes up more words', () => {
  test.each<Partial<Article>>([
    { headline: 'Fire (conflict copy)' },
    { kicker: 'Harbour' },
    { standfirst: 'Ours.' },
    { bylines: [{ name: 'Ada', role: 'author' }] },
    { embargo: { local: '2026-01-02T10:00', zone: 'UTC', instant: '2026-01-02T10:00:00Z' } },
  ])('is left as it is where its own head would go: %o', (head) => {
    const lost = { headline: 'Blaze (conflict copy)', standfirst: 'Theirs.' };
    expect(withLostWords(story({ ...lost, ...head }), story(lost, 'More.'))).toBeUndefined();
  });

  test('takes a head where it has none, and keeps all notes to the desk', () => {
    const copy = story({ edNote: 'Call the mayor.\nOne.' }, 'First.');
    const taken = withLostWords(
      copy,
      story({ standfirst: 'Ours.', edNote: 'One.\nTwo.' }, 'More.'),
    );
    expect(taken).toMatchObject({ standfirst: 'Ours.', edNote: 'One.\nTwo.\nCall the mayor.' });
    expect(words(taken)).toEqual(['More.', 'First.']);
  });

  test('keeps a short line, also where a longer one begins alike', () => {
    const lost = story({}, 'Yesterday nobody knew.');
    expect(words(withLostWords(story({}, 'Yes'), lost))).toEqual([...words(lost)!, 'Yes']);
  });

  test('keeps a line of which words are in others as their beginning alone', () => {
    const lost = story({}, 'Ferryman Harburger was there when another man came');
    const copy = story({}, 'Ferry Harbur was the man', 'Harburger was there when an');
    expect(words(withLostWords(copy, lost))).toEqual([...words(lost)!, 'Ferry Harbur was the man']);
  });

  test.each(['', 'The harbour on the morning after the fire'])(
    'keeps a picture that has another file in the new words; its caption: “%s”',
    (caption) => {
      const one = { ...image({ file: `${'a'.repeat(64)}.jpg`, caption }), id: 'picture1' };
      const other = { ...one, file: `${'b'.repeat(64)}.jpg` };
      const [copy, lost] = [one, other].map((block) => ({ ...article(block), id }));
      const taken = withLostWords(copy!, lost!);
      expect(files(taken)).toEqual([other.file, one.file]);
      expect(files(withLostWords(copy!, copy!))).toEqual([one.file]);
    },
  );
});
