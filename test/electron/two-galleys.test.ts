import { describe, expect, test } from 'vitest';
import { savePairs } from '../torture/pairs.ts';
import { writeSynced } from '../torture/synced.ts';
import { temporaryFolder } from './temporary.ts';

// The short form of `npm run torture`: Galleys in processes of their own, on real files.

const none = { missing: [], copies: 0 };

describe.concurrent('Galleys that save the same stories at once lose no word', () => {
  test('two, of different paragraphs', async ({ onTestFinished }) => {
    const home = await temporaryFolder(onTestFinished);
    const pairs = { galleys: 2, stories: 20, rounds: 2, apart: [0, 0, 5, 50, 300], after: 0 };
    expect(await savePairs(home, pairs)).toEqual({ ...none, saves: 80 });
  });

  test('three, on a slow disk', async ({ onTestFinished }) => {
    const home = await temporaryFolder(onTestFinished);
    const pairs = { galleys: 3, stories: 10, rounds: 2, apart: [0, 20, 200], after: 0, slow: 30 };
    expect(await savePairs(home, pairs)).toEqual({ ...none, saves: 60 });
  });

  test('two that cannot lock: what was written over is back after ten seconds', async ({
    onTestFinished,
  }) => {
    const home = await temporaryFolder(onTestFinished);
    const pairs = { galleys: 2, stories: 10, rounds: 1, apart: [0], after: 11_000, locks: false };
    expect(await savePairs(home, pairs)).toEqual({ ...none, saves: 20 });
  });

  test('two with a folder each that a sync program keeps alike: both end with the same', async ({
    onTestFinished,
  }) => {
    const home = await temporaryFolder(onTestFinished);
    const synced = { seed: 1, stories: 3, edits: 40, apart: 60, late: 300, offline: 800 };
    expect(await writeSynced(home, { ...synced, quiet: 2500 })).toMatchObject({
      edits: 40,
      missing: [],
      unequal: [],
      left: [],
      extra: 0,
      failed: [],
      isQuiet: true,
    });
  });
});
