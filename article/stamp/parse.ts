import type { Stamp } from '../article.ts';
import {
  type ClockTime,
  type Moment,
  asUtc,
  isZone,
  momentsIn,
  offsetAt,
  printMoment,
} from './clock.ts';
import { scanStamp } from './scan.ts';
import {
  type Meaning,
  abbreviationAt,
  countryOfZone,
  isSameZone,
  isUniversal,
  meaningsOf,
  offsetOfMeaning,
  printOffset,
  zonesOf,
} from './zones.ts';

/** A time that a printed stamp may mean; `label` says which, in words for the person. */
export interface StampCandidate {
  zone: string;
  instant: string;
  label: string;
}

export type ParsedStamp =
  | { kind: 'stamp'; stamp: Stamp }
  | { kind: 'ambiguous'; printed: string; candidates: StampCandidate[] };

export interface StampPlace {
  /** The zone of the house (IANA). */
  zone: string;
  /** The country of the dateline (ISO 3166), where it is known. */
  country?: string;
}

/**
 * Reads a printed publication time such as `11:01 JST, December 25, 2021`. An abbreviation of
 * several zones is that of the house's zone or country, else of the dateline's country, else all
 * its meanings come back. Undefined for text that is no time, or a time that never was.
 */
export function parseStamp(text: string, place: StampPlace): ParsedStamp | undefined {
  const scanned = scanStamp(text);
  if (scanned === undefined) return undefined;
  const { time, zone } = scanned;
  const home = isZone(place.zone) ? place.zone : 'UTC';
  let readings: Reading[];
  if (zone === undefined) readings = inZone(home, time);
  else if ('offset' in zone) readings = [atOffset(time, zone.offset, { ...place, zone: home })];
  else if (isUniversal(zone.abbreviation)) {
    const everywhere = zone.abbreviation === 'GMT' ? 'Etc/GMT' : 'UTC';
    readings = [atOffset(time, 0, { ...place, zone: home }, everywhere)];
  } else {
    const meanings = likelyMeanings(zone.abbreviation, { ...place, zone: home });
    readings = meanings.flatMap((meaning) => readMeaning(meaning, time, { ...place, zone: home }));
  }
  const [first] = readings;
  if (first === undefined) return undefined;
  const printed = text.trim();
  if (readings.every(({ moment }) => moment.at === first.moment.at)) {
    const instant = printMoment(first.moment);
    const stamp = first.zone === undefined ? { instant } : { instant, zone: first.zone };
    return { kind: 'stamp', stamp: { ...stamp, printed } };
  }
  return { kind: 'ambiguous', printed, candidates: readings.map(toCandidate) };
}

/** A moment that the stamp may mean; without a zone where only its offset is known. */
interface Reading {
  moment: Moment;
  zone?: string;
  label?: string;
}

function toCandidate({ moment, zone = 'UTC', label }: Reading): StampCandidate {
  const name = `${abbreviationAt(zone, moment.at)}, ${printOffset(moment.offset)}`;
  return {
    zone,
    instant: printMoment(moment),
    label: label === undefined ? `${zone} (${name})` : `${label} (${name})`,
  };
}

function inZone(zone: string, time: ClockTime, label?: string): Reading[] {
  return momentsIn(zone, time).map((moment) => ({
    moment,
    zone,
    ...(label === undefined ? {} : { label }),
  }));
}

/** A time whose offset is printed: the zone of the house, or one of the country, if it fits. */
function atOffset(time: ClockTime, offset: number, place: StampPlace, everywhere = 'UTC'): Reading {
  const moment = { at: asUtc(time) - offset * 60_000, offset };
  const fits = (zone: string) => offsetAt(zone, moment.at) === offset;
  if (fits(place.zone)) return { moment, zone: place.zone };
  const near = place.country === undefined ? undefined : zonesOf(place.country).find(fits);
  if (near !== undefined) return { moment, zone: near };
  if (offset === 0) return { moment, zone: everywhere };
  // The names of these zones have the sign the other way round.
  const plain = `Etc/GMT${offset < 0 ? '+' : '-'}${Math.abs(offset) / 60}`;
  return offset % 60 === 0 && isZone(plain) ? { moment, zone: plain } : { moment };
}

function likelyMeanings(abbreviation: string, place: StampPlace): Meaning[] {
  const all = meaningsOf(abbreviation);
  for (const country of [countryOfZone(place.zone), place.country]) {
    const there = all.filter((meaning) => zonesIn(meaning, country).length > 0);
    if (there.length > 0) return there;
  }
  return all;
}

function homeZone({ family }: Meaning, zone: string): string | undefined {
  return family.zones.some((one) => isSameZone(one, zone)) ? zone : undefined;
}

function zonesIn({ family }: Meaning, country: string | undefined): string[] {
  return family.zones.filter((zone) => country !== undefined && countryOfZone(zone) === country);
}

/** The moments that a time means with one meaning of its abbreviation. */
function readMeaning(meaning: Meaning, time: ClockTime, place: StampPlace): Reading[] {
  const home = homeZone(meaning, place.zone);
  const { label } = meaning.family;
  const offset = offsetOfMeaning(meaning);
  const zones = [...(home === undefined ? [] : [home]), ...zonesNear(meaning, place)];
  const [main] = zones;
  if (main === undefined) return [];
  const shown = inZone(main, time, label);
  // The clocks of the house never showed it.
  if (home !== undefined && shown.length === 0) return [];
  if (offset === undefined) return shown;
  for (const zone of zones) {
    const inForce = inZone(zone, time, label).filter(({ moment }) => moment.offset === offset);
    if (inForce.length > 0) return inForce;
  }
  if (shown.length === 0) return [];
  // `EST` in July: the clock on the wall, or really an hour later?
  const at = asUtc(time) - offset * 60_000;
  const moment = { at, offset: offsetAt(main, at) ?? offset };
  return [...shown, { moment, zone: main, label: `${label}, taken at ${printOffset(offset)}` }];
}

/** The zones of the country that the meaning is taken in; the best known country without one. */
function zonesNear(meaning: Meaning, place: StampPlace): string[] {
  for (const country of [countryOfZone(place.zone), place.country]) {
    const zones = zonesIn(meaning, country);
    if (zones.length > 0) return zones;
  }
  return zonesIn(meaning, countryOfZone(meaning.family.zones[0]));
}
