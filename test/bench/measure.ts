/** One line of the table that the bench prints. */
export interface Result {
  /** `export, 1,000 stories with files` */
  what: string;
  /** `1,234 a second` */
  measured: string;
  /** `1,000 a second`; empty where only the figure is wanted. */
  target: string;
  /** Undefined where nothing was measured, or there is no target. */
  reached?: boolean;
}

/** Processor time of this process and its threads in milliseconds: what else runs does not count. */
export async function cpuTime(work: () => unknown): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/**
 * The longest turn of this thread while it does some work, in milliseconds of processor time: whoever
 * asks for something meanwhile waits so long at most.
 */
export async function longestTurn(work: () => Promise<unknown>): Promise<number> {
  let longest = 0;
  let before = process.threadCpuUsage();
  const turn = () => {
    const { user, system } = process.threadCpuUsage(before);
    longest = Math.max(longest, (user + system) / 1000);
    before = process.threadCpuUsage();
  };
  const turns = setInterval(turn, 1);
  await work();
  clearInterval(turns);
  turn();
  return longest;
}

function inWords(aSecond: number): string {
  return `${Math.round(aSecond).toLocaleString('en')} a second`;
}

/** So many in `time` milliseconds, and how many a second there should be, if that matters. */
export function rate(
  what: string,
  count: number,
  target: number | undefined,
  time: number,
): Result {
  const aSecond = (count / time) * 1000;
  const result = { what, measured: inWords(aSecond), target: '' };
  if (target === undefined) return result;
  return { ...result, target: inWords(target), reached: aSecond >= target };
}

/** Milliseconds of processor time, at most so many. */
export function atMost(what: string, measured: number, target: number): Result {
  return {
    what,
    measured: `${measured.toFixed(1)} ms`,
    target: `under ${target} ms`,
    reached: measured < target,
  };
}

export function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? 0;
}

/** What this process holds in memory at this moment. */
export function memory(what: string): Result {
  const megabytes = process.memoryUsage().rss / 1e6;
  return { what, measured: `${Math.round(megabytes)} MB`, target: '' };
}
