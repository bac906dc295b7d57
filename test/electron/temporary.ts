import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';

/** A real, empty folder that is gone after the test; one of several at a time names its own hook. */
export async function temporaryFolder(
  whenDone: typeof onTestFinished = onTestFinished,
): Promise<string> {
  const folder = await fs.realpath(await fs.mkdtemp(path.join(os.tmpdir(), 'galley-test-')));
  whenDone(() => fs.rm(folder, { recursive: true, force: true, maxRetries: 5 }));
  return folder;
}

/** Waits until the check passes; throws its last failure after 5 s. */
export async function eventually<T>(check: () => T | Promise<T>): Promise<T> {
  const until = Date.now() + 5000;
  for (;;) {
    try {
      return await check();
    } catch (error) {
      if (Date.now() > until) throw error;
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
  }
}
