import { describe, expect, test } from 'vitest';
import type { DatelineContent } from '../../renderer/editor/blocks/dateline/datelines.ts';
import {
  datelineOf,
  draftOf,
  hidesWhereabouts,
  isComplete,
  printedOf,
} from '../../renderer/editor/blocks/dateline/dateline-draft.ts';

const house = { datelineStyle: 'ap', source: 'AP' };
const oslo: DatelineContent = {
  places: [{ name: 'Oslo', country: 'Norway' }],
  source: 'AP',
  style: 'ap',
  printed: 'OSLO, Norway (AP) — ',
};

describe('a dateline in its dialog', () => {
  test('a new one has the source and the style of the house', () => {
    const draft = draftOf(undefined, house);
    expect(draft).toMatchObject({ source: 'AP', style: 'ap', byHand: undefined });
    expect(printedOf(draft)).toBe('(AP) — ');
  });

  test('opened and saved again it says the same', () => {
    expect(datelineOf(draftOf(oslo, house))).toEqual(oslo);
  });

  test('needs a place or a source', () => {
    const empty = { ...draftOf(undefined, house), source: ' ' };
    expect(isComplete(empty)).toBe(false);
    expect(isComplete({ ...empty, source: 'AP' })).toBe(true);
    expect(isComplete({ ...empty, places: [{ name: 'Oslo', region: '', country: '' }] })).toBe(
      true,
    );
    expect(isComplete({ ...empty, byHand: 'SOMEWHERE AT SEA — ' })).toBe(true);
    expect(isComplete({ ...empty, byHand: '  ' })).toBe(false);
  });

  test('set by hand it is kept to the byte, whatever else is changed', () => {
    const byHand = '  Oslo\u00A0(ap)\u2009\u2014 ';
    const draft = { ...draftOf(oslo, house), byHand, style: 'reuters', source: 'Reuters' };
    expect(datelineOf(draft)).toMatchObject({ printed: byHand, override: true, source: 'Reuters' });
    expect(printedOf(draftOf(datelineOf(draft), house))).toBe(byHand);
  });

  test('what was emptied is left out of the article', () => {
    const draft = draftOf({ ...oslo, date: '2026-01-02' }, house);
    const emptied = {
      ...draft,
      date: '',
      source: '',
      places: [{ name: ' Oslo ', region: ' ', country: '' }],
    };
    expect(datelineOf(emptied)).toEqual({
      places: [{ name: 'Oslo' }],
      style: 'ap',
      printed: 'OSLO — ',
    });
  });

  test('says when the style prints a city without its state', () => {
    const at = (name: string, region: string) => ({
      ...draftOf(undefined, house),
      places: [{ name, region, country: 'United States' }],
    });
    expect(hidesWhereabouts(at('Chicago', 'Illinois'))).toBe(true);
    expect(hidesWhereabouts(at('Hayward', 'California'))).toBe(false);
    expect(hidesWhereabouts(draftOf(undefined, house))).toBe(false);
  });
});
