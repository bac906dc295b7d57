import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { cases } from '../test/torture/cases.ts';

// `torture.ts [CASE…] [--share N] [--seed N]`: puts to the test, for as long as it takes, what Galley
// promises of words that are saved. A case that does not hold leaves its folder and ends the command
// with 1.

const print = (line: string) => void process.stdout.write(`${line}\n`);

const { values, positionals: names } = parseArgs({
  allowPositionals: true,
  options: { share: { type: 'string' }, seed: { type: 'string' } },
});
const share = Number(values.share ?? 1);
const seed = Number(values.seed ?? Date.now() % 100_000);
const chosen = cases.filter(({ name }) => names.length === 0 || names.includes(name));
if (chosen.length === 0 || !(share > 0 && share <= 1)) {
  console.error(
    `Usage: npm run torture -- [${cases.map(({ name }) => name).join('] [')}] [--share 0.1]`,
  );
  process.exit(2);
}

let failed = 0;
for (const { name, run } of chosen) {
  // oxlint-disable-next-line no-await-in-loop
  const home = await fs.mkdtemp(path.join(os.tmpdir(), `galley-torture-${name}-`));
  // One after the other: they would disturb each other.
  // oxlint-disable-next-line no-await-in-loop
  const verdicts = await run(home, share, seed);
  for (const { what, measured, holds } of verdicts) {
    print(`${what.padEnd(56)} ${measured}  ${holds ? 'ok' : 'DOES NOT HOLD'}`);
  }
  const broken = verdicts.filter(({ holds }) => !holds).length;
  failed += broken;
  if (broken > 0) print(`  its folder: ${home}`);
  // oxlint-disable-next-line no-await-in-loop
  else await fs.rm(home, { recursive: true, force: true });
}
process.exit(failed === 0 ? 0 : 1);
