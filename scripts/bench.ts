import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { cases } from '../test/bench/cases.ts';
import type { Result } from '../test/bench/measure.ts';

// `bench.ts [CASE…] [--share N]`: measures in processor time how fast stories are exported, imported
// and found. It prints what it finds and fails on nothing: machines differ.

const print = (line: string) => void process.stdout.write(`${line}\n`);

const words = process.argv.slice(2);
const at = words.indexOf('--share');
const share = at === -1 ? 1 : Number(words[at + 1]);
const names = (at === -1 ? words : words.toSpliced(at, 2)).filter((word) => !word.startsWith('-'));
const chosen = cases.filter(({ name }) => names.length === 0 || names.includes(name));
if (chosen.length === 0 || !(share > 0 && share <= 1)) {
  console.error(
    `Usage: npm run bench -- [${cases.map(({ name }) => name).join('] [')}] [--share 0.1]`,
  );
  process.exit(2);
}

const short: Result[] = [];
for (const { name, run } of chosen) {
  const folder = await fs.mkdtemp(path.join(os.tmpdir(), `galley-bench-${name}-`));
  try {
    // One after the other: they would disturb each other.
    // oxlint-disable-next-line no-await-in-loop
    for (const result of await run(folder, share)) {
      const { what, measured, target, reached } = result;
      const verdict = reached === undefined ? '' : reached ? 'ok' : 'FALLS SHORT';
      print(`${what.padEnd(50)} ${measured.padStart(22)}  ${target.padEnd(26)}${verdict}`);
      if (reached === false) short.push(result);
    }
  } finally {
    await fs.rm(folder, { recursive: true, force: true });
  }
}
print(
  short.length === 0
    ? '\nAll that was measured reaches its target.'
    : `\nShort of their target: ${short.map(({ what }) => what.trim()).join('; ')}.`,
);
if (share < 1) print(`Measured with ${share} of the stories that the targets are for.`);
