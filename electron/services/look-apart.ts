import { on } from 'node:events';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { AppError } from '../../article/app-error.ts';
import type { ArticleIndex } from './article-index.ts';
import { type Batch, lookAtDesk } from './desk-scan.ts';

/** What the thread is started with. */
export interface Errand {
  articles: string;
  /** The file of the index. */
  index: string;
}

/** What the thread tells; after a batch it waits to be told to go on. */
export type Report = { batch: Batch } | { fault: { code: string; message: string } };

/**
 * Does what `lookAtDesk` does in a thread of its own, so that whoever asks for something meanwhile is
 * answered; here where no thread can be had, or the index is only in memory. Throws an AppError as
 * that does.
 */
export async function* lookApart(articles: string, index: ArticleIndex): AsyncGenerator<Batch> {
  try {
    if (index.isKept) return yield* lookInThread({ articles, index: index.file });
  } catch (error) {
    if (error instanceof AppError) throw error;
    console.warn(`The desk is not looked at in a thread of its own: ${String(error)}`);
  }
  yield* lookAtDesk(articles, index.folders());
}

async function* lookInThread(errand: Errand): AsyncGenerator<Batch> {
  const worker = new Worker(SCRIPT, { workerData: errand });
  try {
    const reports = on(worker, 'message', { close: ['exit'] }) as AsyncIterable<[Report]>;
    for await (const [report] of reports) {
      if ('fault' in report) throw new AppError(report.fault.code, report.fault.message);
      // It reads the next while this one is put into the index. (A thread has no origin.)
      // oxlint-disable-next-line unicorn/require-post-message-target-origin
      worker.postMessage('on');
      yield report.batch;
      // Whoever asked meanwhile comes first.
      // oxlint-disable-next-line no-await-in-loop
      await sleep(0);
    }
  } finally {
    await worker.terminate();
  }
}

/** Beside this file: as it is while Node runs the TypeScript, and built in the packaged app. */
const SCRIPT = path.join(
  import.meta.dirname,
  `look-thread${import.meta.filename.endsWith('.ts') ? '.ts' : '.js'}`,
);
