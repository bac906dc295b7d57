import { AppError } from '../../article/app-error.ts';

/** Where a command prints and reads. */
export interface Terminal {
  print(text: string | Uint8Array): void;
  warn(text: string): void;
  readInput(): Promise<Uint8Array>;
}

/** The exit code of a command that was told to stop. */
export const STOPPED = 130;

/**
 * Does `work` for each item, one after the other. An item that fails is reported and the next one
 * follows. Answers the exit code. When `signal` is aborted it stops, and what `work` throws because
 * of that is not a failure.
 */
export async function eachOf<T>(
  items: readonly T[],
  terminal: Terminal,
  work: (item: T) => Promise<void>,
  signal?: AbortSignal,
): Promise<number> {
  let code = 0;
  for (const item of items) {
    if (signal?.aborted) return STOPPED;
    try {
      // In the order of the command line, also in what is printed.
      // oxlint-disable-next-line no-await-in-loop
      await work(item);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      if (signal?.aborted && error.code === 'cancelled') return STOPPED;
      terminal.warn(errorLine(error));
      code = 1;
    }
  }
  return code;
}

/** `error: CODE: message`, on one line. */
export function errorLine(error: AppError): string {
  return `error: ${error.code}: ${error.message.replace(/\s*\n\s*/gu, ' ')}\n`;
}
