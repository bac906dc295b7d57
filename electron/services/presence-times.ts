/** In milliseconds. */
export interface PresenceTimes {
  /** How often the files of others are looked at. */
  lookEvery: number;
  /** The own file is written at most so often. */
  apart: number;
}

export const TIMES: PresenceTimes = { lookEvery: 1000, apart: 2000 };

/** While a story is open the own file is written at least so often, in milliseconds. */
export const BEAT_EVERY = 25_000;

/** A file that has not changed for so long is of a Galley that is gone. */
export const DEAD_AFTER = 120_000;

/** Who writes no beats counts as there for so long. */
export const HEARD_WITHIN = 12 * 60 * 60 * 1000;

/** A window that says nothing for so long is gone; a hidden one may speak once a minute only. */
export const SILENT = 150_000;
