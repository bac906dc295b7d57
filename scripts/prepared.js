import { nodeFlags, pinnedNode } from './checkout.js';
import { installPackages } from './packages.js';
import { run } from './run.js';
import { endWithStarter } from './starter.js';

// Runs on whatever Node the machine has: installs the packages, then runs the script that is
// named (`node scripts/prepared.js scripts/start.ts …`) on the pinned Node.
endWithStarter();
try {
  await installPackages();
  process.exitCode = await run(pinnedNode, [...nodeFlags, ...process.argv.slice(2)]);
} catch (error) {
  console.error(`error: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
}
