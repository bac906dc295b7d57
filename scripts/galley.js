#!/usr/bin/env node
import fs from 'node:fs';
import path from 'node:path';
import { nodeFlags, pinnedNode, root } from './checkout.js';
import { installPackages } from './packages.js';
import { run } from './run.js';
import { endWithStarter } from './starter.js';

// The command line, on the pinned Node. npm starts us in the checkout, but files are named from
// where the person is.
const { npm_lifecycle_event: script, INIT_CWD: typedIn } = process.env;
const cwd = script === 'galley' && typedIn && fs.existsSync(typedIn) ? typedIn : process.cwd();
endWithStarter();
try {
  await installPackages();
  const cli = path.join(root, 'electron/cli.ts');
  process.exitCode = await run(pinnedNode, [...nodeFlags, cli, ...process.argv.slice(2)], { cwd });
} catch (error) {
  console.error(`error: set-up: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
}
