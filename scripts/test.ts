import { spawn } from 'node:child_process';
import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { pinnedNode, root } from './checkout.js';
import { REPORT, type Step, type Tally, readReport, steps } from './steps.ts';

// `test.ts [STEP…] [ARGUMENT…]`: all steps, or the named ones with the arguments for their tool.
// A failure does not stop the next step; its output is shown, and the exit code is 1.

/** Runs a program without showing its output. */
function capture(args: readonly string[], env: NodeJS.ProcessEnv) {
  const child = spawn(pinnedNode, args, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  const keep = (chunk: Buffer) => void (output += chunk.toString());
  child.stdout.on('data', keep);
  child.stderr.on('data', keep);
  return new Promise<{ code: number; output: string }>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve({ code: code ?? 1, output }));
  });
}

async function runStep(step: Step, extra: readonly string[], folder: string) {
  const advice = await step.prepare?.();
  if (advice !== undefined) return { tally: failure, output: advice };
  const report = path.join(folder, `${step.name}.json`);
  const args = step.command.map((part) => part.replace(REPORT, report));
  const { code, output } = await capture([...args, ...extra], {
    ...process.env,
    ...step.env?.(report),
    ...(process.stdout.isTTY ? { FORCE_COLOR: '1' } : {}),
  });
  const written = step.tally === undefined ? undefined : await readReport(report);
  const tally: Tally =
    written !== undefined && step.tally !== undefined
      ? step.tally(written)
      : { passed: code === 0 && step.tally === undefined ? 1 : 0, failed: 0, skipped: 0 };
  // Whatever the report says, a program that failed has failed.
  if (code !== 0 && tally.failed === 0) tally.failed = 1;
  if (step.tally !== undefined && code === 0 && tally.passed === 0) tally.failed = 1;
  return { tally, output };
}

const failure: Tally = { passed: 0, failed: 1, skipped: 0 };

function inWords({ passed, failed, skipped }: Tally): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

const words = process.argv.slice(2);
const firstArgument = words.findIndex((word) => !steps.some(({ name }) => name === word));
const names = firstArgument === -1 ? words : words.slice(0, firstArgument);
const extra = firstArgument === -1 ? [] : words.slice(firstArgument);
const chosen = names.length === 0 ? steps : steps.filter(({ name }) => names.includes(name));

// The checks need one core each: they go side by side.
const checks = chosen.filter(({ tally }) => tally === undefined);
const groups = [checks, ...chosen.filter((step) => !checks.includes(step)).map((step) => [step])];

const folder = await fs.mkdtemp(path.join(os.tmpdir(), 'galley-test-'));
const total: Tally = { passed: 0, failed: 0, skipped: 0 };

async function runTimed(step: Step) {
  const began = performance.now();
  const { tally, output } = await runStep(step, extra, folder);
  return { step, tally, output, seconds: (performance.now() - began) / 1000 };
}

function show({ step, tally, output, seconds }: Awaited<ReturnType<typeof runTimed>>): void {
  const result = step.tally === undefined ? (tally.failed === 0 ? 'ok' : 'failed') : inWords(tally);
  const time = seconds.toFixed(1).padStart(6);
  process.stdout.write(`${step.name.padEnd(8)}${time} s  ${result}\n`);
  if (tally.failed > 0) process.stdout.write(`\n${output.trim()}\n\n`);
  if (tally.again !== undefined && tally.again.length > 0) {
    const { length } = tally.again;
    process.stdout.write(
      `        fault: ${length} passed only when run again: ${tally.again.join('; ')}\n`,
    );
  }
  for (const [why, count] of tally.skips ?? [])
    process.stdout.write(`        ${count} skipped: ${why}\n`);
  total.passed += tally.passed;
  total.failed += tally.failed;
  total.skipped += tally.skipped;
}

try {
  for (const group of groups) {
    for (const done of await Promise.all(group.map(runTimed))) show(done);
  }
} finally {
  await fs.rm(folder, { recursive: true, force: true });
}
process.stdout.write(`\n${inWords(total)}\n`);
process.exitCode = total.failed === 0 ? 0 : 1;
