/** Where in a story a caret is: in a block of its body, or in a field of its head. */
export interface CaretAt {
  /** The id of the block. */
  block?: string;
  /** `headline`; a newer Galley may name one that is unknown here. */
  field?: string;
}

/** Someone who has a story open in another Galley. */
export interface Present extends CaretAt {
  /** The story. */
  id: string;
  installation: string;
  /** May be empty. */
  name: string;
  /** What their machine is called. */
  machine: string;
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
