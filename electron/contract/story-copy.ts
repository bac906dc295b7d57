/** A copy of a story that lies on the desk and is no story of its own. */
export interface StoryCopy {
  /** Its path in `articles/`: a file beside that of the story, or another folder. */
  place: string;
  /** The machine or person that it came from; empty where its name does not say. */
  source: string;
  /** RFC 3339, UTC */
  modified: string;
}

/** What became of a copy whose words were merged into its story. */
export interface MergedCopy {
  /** Of the file of the story as it is now. */
  hash: string;
  /** Set when both say different things in the same place: the copy is this new story now. */
  keptAs?: { id: string; headline: string };
}
