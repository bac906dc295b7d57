import { z } from 'zod';
import { AppError } from './app-error.ts';
import { newArticleId } from './ids.ts';
import { idSchema, parseWith, textSchema } from './schema.ts';

/** A rule of the house that a person may set, and what it is where nobody has. */
type Setting =
  | { kind: 'text' | 'zone' | 'datelineStyle'; unset: string }
  | { kind: 'number'; unset: number; min: number; max: number };

/**
 * What the house may set, in the order of its form; the words of each are `settings.house.NAME` in the
 * locales, with a hint under `.hint`.
 * - `zone`: IANA name of the zone in which the house prints its times
 * - `datelineStyle`: the name of a dateline style, see `article/dateline/styles.ts`
 * - `source`: the source in the house's own datelines, such as `Jiji Press`; empty for none
 * - `language`: BCP 47, for new articles
 * - `lineLength`: characters in a printed line, for the line count
 * - `headlineLimit`: the longest headline that fits, in characters; 0 for no limit
 */
export const HOUSE_SETTINGS = {
  name: { kind: 'text', unset: '' },
  zone: { kind: 'zone', unset: 'UTC' },
  datelineStyle: { kind: 'datelineStyle', unset: 'ap' },
  source: { kind: 'text', unset: '' },
  language: { kind: 'text', unset: 'en' },
  lineLength: { kind: 'number', unset: 42, min: 10, max: 200 },
  headlineLimit: { kind: 'number', unset: 90, min: 0, max: 1000 },
} as const satisfies Record<string, Setting>;

type Settings = typeof HOUSE_SETTINGS;
export type HouseSetting = keyof Settings;
type ValueOf<Name extends HouseSetting> = Settings[Name]['kind'] extends 'number' ? number : string;

/** The newsroom's own rules, kept in `desk.json` at the top of the desk folder. */
export type House = {
  format: 'galley-desk';
  version: number;
  id: string;
} & { [Name in HouseSetting]: ValueOf<Name> };

export const HOUSE_SETTING_NAMES = Object.keys(HOUSE_SETTINGS) as HouseSetting[];

function schemaOf(setting: Setting): z.ZodType<string | number> {
  return setting.kind === 'number' ? z.int().min(setting.min).max(setting.max) : textSchema;
}

const settingsShape = Object.fromEntries(
  HOUSE_SETTING_NAMES.map((name) => {
    const setting: Setting = HOUSE_SETTINGS[name];
    return [name, schemaOf(setting).default(setting.unset)];
  }),
);

const houseSchema = z.looseObject({
  format: z.literal('galley-desk').default('galley-desk'),
  version: z.int().min(1).default(1),
  id: idSchema.default(newArticleId),
  ...settingsShape,
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
export const houseChangeSchema = z.strictObject(
  Object.fromEntries(
    HOUSE_SETTING_NAMES.map((name) => [name, z.exactOptional(schemaOf(HOUSE_SETTINGS[name]))]),
  ) as { [Name in HouseSetting]: z.ZodExactOptional<z.ZodType<ValueOf<Name>>> },
);
