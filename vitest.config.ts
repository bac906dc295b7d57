import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.{ts,tsx}'],
    env: { TZ: 'UTC' },
    // Disk faults and property tests are slow on a busy machine.
    testTimeout: 20_000,
  },
});
