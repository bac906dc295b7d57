/** A state of a story that can be read, while its file cannot. */
export interface EarlierState {
  /** Of a copy beside the story, as in `StoryCopy`; undefined for what this machine has kept. */
  place?: string;
  /** Of a copy, as in `StoryCopy`. */
  source?: string;
  /** When its words were changed last: RFC 3339, UTC. */
  modified: string;
}
