import { ensureBuilt } from '../../scripts/sources.ts';
import { serveHarness } from './harness-server.ts';

/** Playwright's global set-up: the tests drive what the sources say. Answers what ends it. */
export default async function setUp(): Promise<() => void> {
  await ensureBuilt();
  const harness = await serveHarness();
  process.env['GALLEY_HARNESS'] = harness.address;
  return () => harness.close();
}
