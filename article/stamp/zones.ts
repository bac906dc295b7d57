import { getCountryCode, rawTimeZones } from '@vvo/tzdb';
import { isZone, offsetAt } from './clock.ts';
import { type ZoneFamily, zoneFamilies } from './families.ts';

/** One thing that an abbreviation may mean. */
export interface Meaning {
  family: ZoneFamily;
  kind: 'standard' | 'daylight' | 'generic';
}

const KINDS = ['standard', 'daylight', 'generic'] as const;

/**
 * All that an abbreviation (`JST`, `IST`, `ET`) may mean: one meaning, several for an ambiguous
 * one, none for an unknown one.
 */
export function meaningsOf(abbreviation: string): Meaning[] {
  // Half the world is on Greenwich time for a part of the year; see `isUniversal`.
  if (isUniversal(abbreviation)) return [];
  const own = meaningsIn(zoneFamilies, abbreviation);
  return own.length > 0 ? own : meaningsIn(tzdbFamilies(), abbreviation);
}

const byFamilies = new WeakMap<readonly ZoneFamily[], ReadonlyMap<string, Meaning[]>>();

function meaningsIn(families: readonly ZoneFamily[], abbreviation: string): Meaning[] {
  let byName = byFamilies.get(families);
  if (byName === undefined) {
    const meanings = families.flatMap((family) =>
      KINDS.flatMap((kind) => {
        const name = family[kind];
        return name === undefined ? [] : [{ name, meaning: { family, kind } }];
      }),
    );
    byName = new Map(
      [...Map.groupBy(meanings, ({ name }) => name)].map(([name, rows]) => [
        name,
        rows.map(({ meaning }) => meaning),
      ]),
    );
    byFamilies.set(families, byName);
  }
  return byName.get(abbreviation) ?? [];
}

/** True for the names of the time that holds everywhere: `UTC`, `GMT`, `Z`. */
export function isUniversal(abbreviation: string): boolean {
  return ['UTC', 'GMT', 'Z'].includes(abbreviation);
}

let fromTzdb: ZoneFamily[] | undefined;

/** The zones of the time zone database, for what our own table leaves out. */
function tzdbFamilies(): ZoneFamily[] {
  fromTzdb ??= rawTimeZones.map((zone) => ({
    label: zone.alternativeName,
    offset: zone.rawOffsetInMinutes,
    standard: zone.abbreviation,
    zones: [zone.name, ...zone.group.filter((name) => name !== zone.name)],
  }));
  return fromTzdb;
}

let groups: Map<string, number[]> | undefined;

/** The groups of the time zone database that a name is in; every line of wire copy asks. */
function groupsOf(zone: string): readonly number[] {
  if (groups === undefined) {
    groups = new Map();
    for (const [index, { group }] of rawTimeZones.entries()) {
      for (const name of group) groups.set(name, [...(groups.get(name) ?? []), index]);
    }
  }
  return groups.get(zone) ?? [];
}

/** True for two names of the same zone: `Asia/Kolkata` and `Asia/Calcutta`. */
export function isSameZone(a: string, b: string): boolean {
  if (a === b) return true;
  const others = groupsOf(b);
  return others.length > 0 && groupsOf(a).some((group) => others.includes(group));
}

/** The ISO 3166 code of the country of a zone; undefined for `UTC` and unknown zones. */
export function countryOfZone(zone: string): string | undefined {
  return getCountryCode(zone);
}

/** The zones of a country (ISO 3166). */
export function zonesOf(country: string): string[] {
  return rawTimeZones.filter(({ countryCode }) => countryCode === country).map(({ name }) => name);
}

/**
 * The offset that an abbreviation with this meaning stands for, in minutes east of UTC; undefined
 * for a generic one such as `ET`, which may be standard or daylight time.
 */
export function offsetOfMeaning({ family, kind }: Meaning): number | undefined {
  if (kind === 'generic') return undefined;
  return family.offset + (kind === 'daylight' ? 60 : 0);
}

/**
 * What clocks in a zone (IANA) call the time at a moment (ms since 1970): `JST`, `EDT`; where
 * there is no such name the distance from UTC: `UTC+5:45`.
 */
export function abbreviationAt(zone: string, moment: number): string {
  if (zone === 'Etc/GMT') return 'GMT';
  const offset = isZone(zone) ? offsetAt(zone, moment) : undefined;
  if (offset === undefined || zone === 'UTC' || zone.startsWith('Etc/')) {
    return printOffset(offset ?? 0);
  }
  for (const family of [...zoneFamilies, ...tzdbFamilies()]) {
    if (!family.zones.some((one) => one === zone || isSameZone(one, zone))) continue;
    for (const kind of ['standard', 'daylight'] as const) {
      const name = family[kind];
      if (name !== undefined && offsetOfMeaning({ family, kind }) === offset) return name;
    }
  }
  return printOffset(offset);
}

/** `UTC`, `UTC+9`, `UTC-3:30`. */
export function printOffset(offset: number): string {
  if (offset === 0) return 'UTC';
  const size = Math.abs(offset);
  const minutes = size % 60 === 0 ? '' : `:${String(size % 60).padStart(2, '0')}`;
  return `UTC${offset < 0 ? '-' : '+'}${Math.floor(size / 60)}${minutes}`;
}
