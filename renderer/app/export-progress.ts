import { Store } from './store.ts';

/** How far the export under way is: stories of a desk, or pictures of a story. */
export interface ExportProgress {
  job: string;
  done: number;
  total: number;
}

/** What the host last said of an export. */
export const exportProgress = new Store<{ last: ExportProgress | undefined }>({ last: undefined });
