// @vitest-environment jsdom
import { afterAll, vi } from 'vitest';
import { expect, test } from './editor.ts';
import { editAtRandom } from './random-edits.ts';

// GALLEY_SEED runs other seeds, GALLEY_STEPS more or fewer steps.
const SEEDS = process.env['GALLEY_SEED']?.split(',').map(Number) ?? [11, 22, 33, 44];
const STEPS = Number(process.env['GALLEY_STEPS'] ?? 150);

// What is undone together depends on the time between keys: here a slow machine has the same.
vi.useFakeTimers({ toFake: ['Date', 'performance'] });
afterAll(() => void vi.useRealTimers());
const rest = () => void vi.advanceTimersByTime(1000);

for (const seed of SEEDS) {
  test(
    `${STEPS} random edits with seed ${seed} keep text, article and ids together`,
    { timeout: 400_000 },
    async ({ editor }) => {
      await editAtRandom(editor, expect, seed, STEPS, rest);
    },
  );
}
