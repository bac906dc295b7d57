import type { House } from '../../article/house.ts';
import type { Args } from '../../electron/contract/calls.ts';

type HouseChanges = Args<'house.change'>['changes'];

const FIELDS = [
  'name',
  'zone',
  'datelineStyle',
  'source',
  'language',
  'lineLength',
  'headlineLimit',
] as const satisfies (keyof HouseChanges)[];

/** Only what differs, so that a change made elsewhere to another field is not undone. */
export function changedFields(before: House, after: House): HouseChanges {
  return Object.fromEntries(
    FIELDS.filter((name) => before[name] !== after[name]).map((name) => [name, after[name]]),
  );
}
