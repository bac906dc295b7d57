import type { Length } from '../../article/counts.ts';
import type { Warning } from '../../article/publish.ts';

/** An export that was written. */
export interface Exported extends Length {
  /** The file, as a path to show. */
  path: string;
  folder: string;
  warnings: Warning[];
}

/** What became of an export of the whole desk; its length is that of all that was written. */
export interface DeskExported extends Length {
  /** The folder that holds the exports, as a path to show. */
  folder: string;
  /** How many stories were written. */
  written: number;
  failed: { id: string; headline: string; message: string }[];
  /** The stories that went out with warnings. */
  warned: { id: string; headline: string; warnings: Warning[] }[];
  /** True if it was stopped; what was written by then stays. */
  cancelled: boolean;
}
