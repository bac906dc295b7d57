/** The version of the file format that this Galley writes. */
export const VERSION = 1;

/** One step of the file format: takes a file of version `from` to version `from + 1`. */
export interface Migration {
  from: number;
  step: (file: Record<string, unknown>) => Record<string, unknown>;
}

/**
 * A chain of migrations that ends at `version`. Throws a plain Error (a bug) if a step is missing,
 * doubled or goes past the end, so that a gap is found when the program starts, not when an old
 * file is opened.
 */
export function defineMigrations(version: number, steps: readonly Migration[]) {
  steps.forEach((migration, index) => {
    const expected = version - steps.length + index;
    if (migration.from !== expected || expected < 1) {
      throw new Error(`migration ${index} starts at version ${migration.from}, not ${expected}`);
    }
  });
  return (value: unknown): unknown => {
    if (typeof value !== 'object' || value === null || !('version' in value)) return value;
    let file = value as Record<string, unknown>;
    for (const { from, step } of steps) {
      if (file.version === from) file = { ...step(file), version: from + 1 };
    }
    return file;
  };
}

/** Brings a file of an older version up to the present one; leaves everything else as it is. */
export const migrate = defineMigrations(VERSION, []);
