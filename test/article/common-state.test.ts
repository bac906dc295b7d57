import { describe, expect, test } from 'vitest';
import type { Article } from '../../article/article.ts';
import { article, p } from './build.ts';
import { commonState } from '../../article/common-state.ts';
import { plainText } from '../../article/inline.ts';

const ids = [p('').id, p('').id];

const state = (saves: Record<string, number>, ...texts: string[]): Article => ({
  ...article(...texts.map((text, at) => ({ ...p(text), id: ids[at]! }))),
  id: '01890a5d-ac96-774b-bcce-b302099a8057',
  saves,
});

const words = (found: Article | undefined) =>
  found?.body.map((block) => (block.type === 'paragraph' ? plainText(block.content) : ''));

describe('the state that two sides had in common last', () => {
  const begun = state({ ada: 1 }, 'A', 'B');
  const adas = state({ ada: 2 }, 'A, more', 'B');
  const bens = state({ ada: 1, ben: 1 }, 'A', 'B, more');

  test('is the newest that both hold', () => {
    const ours = { ada: 3 };
    expect(commonState([begun, adas, bens], ours, { ada: 2, ben: 4 })).toEqual(adas);
    expect(commonState([begun, adas], ours, { ada: 1, ben: 4 })).toEqual(begun);
    expect(commonState([adas, bens], ours, { ben: 4 })).toBeUndefined();
  });

  test('has what both know where each has merged words of the other on its own', () => {
    for (const states of [
      [begun, adas, bens],
      [bens, adas, begun],
    ]) {
      const common = commonState(states, { ada: 3, ben: 1 }, { ada: 2, ben: 2 });
      expect(words(common)).toEqual(['A, more', 'B, more']);
      expect(common?.saves).toEqual({ ada: 2, ben: 1 });
    }
  });

  test('is none that another program has changed; another time of the same words is no change', () => {
    const changed = state({ ada: 2 }, 'A, changed', 'B');
    expect(commonState([begun, adas, changed], { ada: 3 }, { ada: 2 })).toEqual(begun);
    const later = { ...adas, modified: '2030-01-02T10:00:00.000Z' };
    expect(words(commonState([begun, adas, later], { ada: 3 }, { ada: 2 }))).toEqual(words(adas));
  });

  test('is found at once where three have merged each other for long, each on its own', () => {
    const writers = ['ada', 'ben', 'cleo'];
    const states = [state({ ada: 1, ben: 1, cleo: 1 }, 'A1', 'B1')];
    for (let round = 2; round <= 30; round += 1) {
      for (const [at, writer] of writers.entries()) {
        const saves = Object.fromEntries(
          writers.map((by) => [by, by === writer ? round : round - 1]),
        );
        // Ada and Ben write, Cleo only takes up what they wrote.
        const [first, second] = [0, 1].map((by) => (by === at ? round : round - 1));
        states.push(state(saves, `A${first}`, `B${second}`));
      }
    }
    const begin = performance.now();
    const common = commonState(
      states,
      { ada: 31, ben: 30, cleo: 30 },
      { ada: 30, ben: 31, cleo: 30 },
    );
    expect(performance.now() - begin).toBeLessThan(2000);
    expect(words(common)).toEqual(['A30', 'B30']);
    expect(common?.saves).toEqual({ ada: 30, ben: 30, cleo: 30 });
  });
});
