import { describe, expect, test } from 'vitest';
import { type Migration, defineMigrations } from '../../article/migrations.ts';

const named = (from: number): Migration => ({
  from,
  step: ({ steps = [], ...file }) => ({ ...file, steps: [...(steps as number[]), from] }),
});

describe('an old file', () => {
  const migrate = defineMigrations(4, [named(2), named(3)]);

  test('takes every step from its version on', () => {
    expect(migrate({ version: 2 })).toEqual({ version: 4, steps: [2, 3] });
    expect(migrate({ version: 3 })).toEqual({ version: 4, steps: [3] });
  });

  test('of the present version or a newer one, or what is no file, stays as it is', () => {
    for (const value of [{ version: 4 }, { version: 9 }, {}, null, 'text', { version: 'x' }]) {
      expect(migrate(value)).toBe(value);
    }
  });
});

test.each([
  ['a step that is missing', 4, [1, 3]],
  ['a step that is there twice', 4, [3, 3]],
  ['a step past the end', 3, [2, 3]],
  ['a step before the first version', 2, [0, 1]],
])('%s stops the program when it starts', (_, version, from) => {
  expect(() => defineMigrations(version, from.map(named))).toThrow(
    /migration \d starts at version/u,
  );
});
