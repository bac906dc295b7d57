import os from 'node:os';
import { defineConfig } from 'vitest/config';

const windows = ['test/renderer/**/*.test.{ts,tsx}', 'test/electron/shell/**/*.test.ts'];

export default defineConfig({
  test: {
    env: { TZ: 'UTC' },
    // A net for what hangs; disk faults and property tests are slow on a busy machine.
    testTimeout: 90_000,
    // Many tests wait for disks, clocks and processes: every core has one at work meanwhile.
    maxWorkers: os.availableParallelism() + 1,
    projects: [
      // What keeps nothing in its modules is loaded once for all files: half of the time.
      {
        extends: true,
        test: { name: 'rooms', include: ['test/**/*.test.ts'], exclude: windows, isolate: false },
      },
      { extends: true, test: { name: 'windows', include: windows } },
    ],
  },
});
