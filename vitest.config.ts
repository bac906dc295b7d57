import os from 'node:os';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

const editor = ['test/renderer/editor/**/*.test.ts'];
const windows = ['test/renderer/**/*.test.{ts,tsx}', 'test/electron/shell/**/*.test.ts'];

/** What waits for clocks or takes long, the longest first: begun last, it would end alone. */
const LONG = [
  'new-rooms',
  'presence',
  'random',
  'slow-save',
  'two-galleys',
  'start',
  'atomic-write',
  'news',
];

function placeOf({ moduleId }: TestSpecification): number {
  const at = LONG.findIndex((name) => moduleId.endsWith(`/${name}.test.ts`));
  return at === -1 ? LONG.length : at;
}

class LongFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return (await super.sort(files)).toSorted((one, other) => placeOf(one) - placeOf(other));
  }
}

export default defineConfig({
  test: {
    env: { TZ: 'UTC' },
    // A net for what hangs; disk faults and property tests are slow on a busy machine.
    testTimeout: 90_000,
    // Many tests wait for disks, clocks and processes: every core has one at work meanwhile.
    maxWorkers: os.availableParallelism() + 1,
    sequence: { sequencer: LongFirst },
    projects: [
      // What keeps nothing in its modules is loaded once for all files: half of the time.
      {
        extends: true,
        test: { name: 'rooms', include: ['test/**/*.test.ts'], exclude: windows, isolate: false },
      },
      { extends: true, test: { name: 'editor', include: editor, isolate: false } },
      { extends: true, test: { name: 'windows', include: windows, exclude: editor } },
    ],
  },
});
