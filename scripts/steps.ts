import fs from 'node:fs/promises';
import path from 'node:path';
import { nodeFlags, root } from './checkout.js';
import { installChromium } from './chromium.ts';

/** How many tests (or checks, which count as one) went which way. */
export interface Tally {
  passed: number;
  failed: number;
  skipped: number;
  /** The passed ones that did so only when they were run again: each is a fault to be found. */
  again?: string[];
  /** Why tests were skipped, and how many for each reason. */
  skips?: Map<string, number>;
}

/** A part of `npm test`. */
export interface Step {
  name: string;
  /** A JavaScript or TypeScript program for the pinned Node, and its arguments. */
  command: readonly string[];
  /** What must be set up first; answers what a person has to do when it cannot be. */
  prepare?: () => Promise<string | undefined>;
  env?: (report: string) => NodeJS.ProcessEnv;
  /** Reads the report that the tests wrote; without it the step is one check. */
  tally?: (report: unknown) => Tally;
}

const bin = (place: string) => path.join(root, 'node_modules', place);
/** Stands for the path of the report in a command. */
export const REPORT = '{report}';

export const steps: readonly Step[] = [
  { name: 'format', command: [bin('prettier/bin/prettier.cjs'), '--check', '.'] },
  { name: 'lint', command: [bin('oxlint/bin/oxlint'), '--type-aware', '--quiet'] },
  { name: 'types', command: [bin('typescript/bin/tsc'), '-b'] },
  { name: 'build', command: [...nodeFlags, path.join(root, 'scripts/build.ts')] },
  {
    name: 'unit',
    command: [
      bin('vitest/vitest.mjs'),
      'run',
      '--reporter=dot',
      '--reporter=json',
      `--outputFile.json=${REPORT}`,
    ],
    tally: (report) => unitTally(report as UnitReport),
  },
  {
    name: 'e2e',
    command: [bin('playwright/cli.js'), 'test', '--reporter=line,json'],
    prepare: installChromium,
    env: (report) => ({ PLAYWRIGHT_JSON_OUTPUT_FILE: report }),
    tally: (report) => browserTally(report as BrowserReport),
  },
];

/** Reads a report as JSON; undefined when the program ended before writing it. */
export async function readReport(file: string): Promise<unknown> {
  const text = await fs.readFile(file, 'utf8').catch(() => '');
  return text === '' ? undefined : JSON.parse(text);
}

interface UnitReport {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  testResults: { status: string; assertionResults: unknown[] }[];
}

function unitTally(report: UnitReport): Tally {
  // A file that does not even load has no tests to count.
  const unread = report.testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.length === 0,
  );
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + unread.length,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

interface BrowserSuite {
  suites?: BrowserSuite[];
  specs: {
    title: string;
    file: string;
    tests: { status: string; annotations: { type: string; description?: string }[] }[];
  }[];
}

interface BrowserReport {
  stats: { expected: number; unexpected: number; flaky: number; skipped: number };
  suites: BrowserSuite[];
  /** Faults outside any test: a file that does not load, a set-up that fails. */
  errors: unknown[];
}

function browserTally({ stats, suites, errors }: BrowserReport): Tally {
  const skips = new Map<string, number>();
  const again: string[] = [];
  const visit = (suite: BrowserSuite) => {
    suite.suites?.forEach(visit);
    for (const { title, file, tests } of suite.specs) {
      for (const { status, annotations } of tests) {
        if (status === 'flaky') again.push(`${file} “${title}”`);
        if (status !== 'skipped') continue;
        const why = annotations.find(({ type }) => type === 'skip')?.description ?? 'no reason';
        skips.set(why, (skips.get(why) ?? 0) + 1);
      }
    }
  };
  suites.forEach(visit);
  return {
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected + errors.length,
    again,
    skipped: stats.skipped,
    skips,
  };
}
