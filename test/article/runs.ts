/** So many runs of a property; `GALLEY_RUNS` times as many where somebody searches for long. */
export function runs(usual: number): { numRuns: number } {
  return { numRuns: Math.ceil(usual * Number(process.env['GALLEY_RUNS'] ?? 1)) };
}
