import { ensureBuilt } from '../../scripts/sources.ts';

/** Playwright's global set-up: the tests drive what the sources say. */
export default async function setUp(): Promise<void> {
  await ensureBuilt();
}
