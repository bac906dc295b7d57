/** Someone who has a story open in another Galley. */
export interface Present {
  /** The story. */
  id: string;
  installation: string;
  /** May be empty. */
  name: string;
  /** What their machine is called. */
  machine: string;
  /** The block of the caret. */
  block?: string;
  /** RFC 3339, by their clock */
  since: string;
  /** Set where news of them is old by nature, as in a synced folder: when they were last heard of. */
  heard?: string;
  /** Whether they write: they opened it first or took over and type, or alone have typed of late. */
  writes: boolean;
}

/** That someone took a story over from another; it was kept as a version as it was. */
export interface TakenOver {
  /** RFC 3339, UTC */
  at: string;
  /** Names, which may be empty. */
  by: string;
  from: string;
}
