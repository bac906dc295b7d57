import { expect, test } from 'vitest';
import { steps } from '../scripts/steps.ts';

const tallyOf = (name: string, report: unknown) =>
  steps.find((step) => step.name === name)?.tally?.(report);

const outcome = (title: string, status: string, annotations: object[] = []) => ({
  title,
  file: 'app-desk.spec.ts',
  tests: [{ status, annotations }],
});

test('a browser test that passed only when it was run again is named as a fault', () => {
  const report = {
    stats: { expected: 1, unexpected: 0, flaky: 1, skipped: 1 },
    errors: [],
    suites: [
      {
        specs: [outcome('a story is opened', 'expected')],
        suites: [
          {
            specs: [
              outcome('a story is trashed', 'flaky'),
              outcome('a window', 'skipped', [{ type: 'skip', description: 'no runtime' }]),
            ],
          },
        ],
      },
    ],
  };
  expect(tallyOf('e2e', report)).toEqual({
    passed: 2,
    failed: 0,
    again: ['app-desk.spec.ts “a story is trashed”'],
    skipped: 1,
    skips: new Map([['no runtime', 1]]),
  });
});

test('a file of tests that does not load counts as failed', () => {
  const report = {
    numPassedTests: 3,
    numFailedTests: 0,
    numPendingTests: 1,
    numTodoTests: 0,
    testResults: [{ status: 'failed', assertionResults: [] }],
  };
  expect(tallyOf('unit', report)).toEqual({ passed: 3, failed: 1, skipped: 1 });
});
