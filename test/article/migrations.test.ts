import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { readArticleFile, serializeArticle } from '../../article/article-file.ts';
import { articleFaults } from '../../article/article.ts';
import { blockSpecs } from '../../article/blocks/specs.ts';
import { markSpecs } from '../../article/marks/marks.ts';
import { type Migration, VERSION, defineMigrations } from '../../article/migrations.ts';

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

const frozen = path.resolve(import.meta.dirname, '../fixtures/files');
const fileOf = (version: number) =>
  fs.readFileSync(path.join(frozen, `version-${version}.json`), 'utf8');

describe('files as each version has written them', () => {
  test('there is one of every version, and of none besides', () => {
    const versions = Array.from({ length: VERSION }, (_, at) => `version-${at + 1}.json`);
    expect(fs.readdirSync(frozen).sort()).toEqual(versions);
  });

  test('each is read whole', () => {
    for (let version = 1; version <= VERSION; version += 1) {
      expect(articleFaults(JSON.parse(fileOf(version)))).toEqual([]);
      expect(readArticleFile(fileOf(version)).readOnly).toBe(false);
    }
  });

  test('that of the present version comes back byte for byte', () => {
    const text = fileOf(VERSION);
    expect(serializeArticle(readArticleFile(text).article)).toBe(text);
  });

  test('no block or mark of them is unknown by now, but for those that were', () => {
    for (let version = 1; version <= VERSION; version += 1) {
      const types = [...fileOf(version).matchAll(/"type": "(?<type>[\w-]+)"/gu)].map(
        ([, type]) => type!,
      );
      const known = new Set([...Object.keys(blockSpecs), ...markSpecs.keys()]);
      expect(new Set(types.filter((type) => !known.has(type)))).toEqual(new Set(['chart', 'glow']));
    }
  });
});
