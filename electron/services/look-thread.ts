import { once } from 'node:events';
import { DatabaseSync } from 'node:sqlite';
import { parentPort, workerData } from 'node:worker_threads';
import { AppError } from '../../article/app-error.ts';
import { lookAtDesk } from './desk-scan.ts';
import { FOLDERS, readFolders } from './index-tables.ts';
import type { Errand, Report } from './look-apart.ts';

// The thread of `lookApart`.

const port = parentPort!;
const errand = workerData as Errand;
const tell = (report: Report) => port.postMessage(report);

try {
  const index = new DatabaseSync(errand.index, { readOnly: true, timeout: 5000 });
  const known = readFolders(index.prepare(FOLDERS));
  index.close();
  for await (const batch of lookAtDesk(errand.articles, known)) {
    tell({ batch });
    await once(port, 'message');
  }
} catch (error) {
  if (!(error instanceof AppError)) throw error;
  tell({ fault: { code: error.code, message: error.message } });
}
port.close();
