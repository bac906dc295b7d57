import type { Status } from '../../article/article.ts';
import type { House } from '../../article/house.ts';

/** The desk as a window is told of it. */
export interface DeskView {
  house: House;
  /** The id of this installation. */
  installation: string;
  /** The folder of the desk, as a path to show. */
  folder: string;
  /** False where the folder may be read only. */
  writable: boolean;
  /** What the person must know of the start of the services. */
  notices: string[];
  counts: Record<Status | 'all', number>;
  /** What is the matter with the folder of this machine, where index and versions are kept. */
  trouble?: string;
  /** Set while many files are read into the index, such as of a desk that is new here. */
  reading?: { done: number; total: number };
}

/** So many stories can be asked for by their ids at once. */
export const MOST_IDS = 100;
