import { z } from 'zod';
import { AppError } from './app-error.ts';
import { newArticleId } from './ids.ts';
import { idSchema, parseWith, textSchema } from './schema.ts';

/** The newsroom's own rules, kept in `desk.json` at the top of the desk folder. */
export interface House {
  format: 'galley-desk';
  version: number;
  id: string;
  name: string;
  /** IANA name of the zone in which the house prints its times. */
  zone: string;
  /** The name of a dateline style, see `article/dateline/styles.ts`. */
  datelineStyle: string;
  /** The source in the house's own datelines, such as `Jiji Press`; empty for none. */
  source: string;
  /** BCP 47, for new articles. */
  language: string;
  /** Characters in a printed line, for the line count. */
  lineLength: number;
  /** The longest headline that fits, in characters; 0 for no limit. */
  headlineLimit: number;
}

const lineLength = z.int().min(10).max(200);
const headlineLimit = z.int().min(0).max(1000);

const houseSchema = z.looseObject({
  format: z.literal('galley-desk').default('galley-desk'),
  version: z.int().min(1).default(1),
  id: idSchema.default(newArticleId),
  name: textSchema.default(''),
  zone: textSchema.default('UTC'),
  datelineStyle: textSchema.default('ap'),
  source: textSchema.default(''),
  language: textSchema.default('en'),
  lineLength: lineLength.default(42),
  headlineLimit: headlineLimit.default(90),
});

/** The version of `desk.json` that is written; one without a version is of the first. */
const VERSION = 1;
const headSchema = z.looseObject({ version: houseSchema.shape.version });

/**
 * Reads `desk.json`; missing keys get their defaults, unknown ones are kept. Throws an AppError
 * `invalid`, and `newer-version` for what only a newer Galley understands.
 */
export function parseHouse(value: unknown): House {
  // First: what else a newer one says may have another form.
  const { version } = parseWith(headSchema, value);
  if (version > VERSION) {
    throw new AppError(
      'newer-version',
      `a newer Galley has written this desk (version ${version}, and this one knows ${VERSION}); update Galley to work on it`,
      { path: 'version' },
    );
  }
  return parseWith(houseSchema, value) as House;
}

/** The keys of a house that a person may change in the settings; absent ones stay as they are. */
export const houseChangeSchema = z.strictObject({
  name: z.exactOptional(textSchema),
  zone: z.exactOptional(textSchema),
  datelineStyle: z.exactOptional(textSchema),
  source: z.exactOptional(textSchema),
  language: z.exactOptional(textSchema),
  lineLength: z.exactOptional(lineLength),
  headlineLimit: z.exactOptional(headlineLimit),
});
