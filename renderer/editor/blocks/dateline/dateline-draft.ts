import type { DatelineParts, Place } from '../../../../article/blocks/dateline/dateline.ts';
import { formatDateline } from '../../../../article/dateline/format.ts';
import type { House } from '../../../../article/house.ts';
import type { DatelineContent } from './datelines.ts';

/** A place as its text boxes hold it. */
export interface PlaceDraft {
  name: string;
  region: string;
  country: string;
}

/** A dateline while its dialog is open. */
export interface DatelineDraft {
  places: PlaceDraft[];
  source: string;
  /** `YYYY-MM-DD`; empty for none. */
  date: string;
  style: string;
  /** The text set by hand; undefined while the style prints the dateline. */
  byHand: string | undefined;
}

export const NO_PLACE: PlaceDraft = { name: '', region: '', country: '' };

/** What the dialog shows for a dateline; for a new one the house's own source and style. */
export function draftOf(
  dateline: DatelineContent | undefined,
  house: Pick<House, 'datelineStyle' | 'source'>,
): DatelineDraft {
  if (dateline === undefined) {
    const { source, datelineStyle: style } = house;
    return { places: [NO_PLACE], source, date: '', style, byHand: undefined };
  }
  const { places, source = '', date = '', style, override, printed } = dateline;
  return {
    places: places.length === 0 ? [NO_PLACE] : places.map((place) => ({ ...NO_PLACE, ...place })),
    source,
    date,
    style,
    byHand: override === true ? printed : undefined,
  };
}

/** What the draft says; what is left empty is left out. */
export function partsOf(draft: DatelineDraft): DatelineParts {
  const parts: DatelineParts = {
    places: draft.places.filter(({ name }) => name.trim() !== '').map(placeOf),
  };
  if (draft.source.trim() !== '') parts.source = draft.source.trim();
  if (draft.date !== '') parts.date = draft.date;
  return parts;
}

function placeOf(draft: PlaceDraft): Place {
  const place: Place = { ...draft, name: draft.name.trim() };
  for (const key of ['region', 'country'] as const) {
    const text = draft[key].trim();
    if (text === '') delete place[key];
    else place[key] = text;
  }
  return place;
}

/** The dateline as it will stand before the lead; text set by hand is kept to the byte. */
export function printedOf(draft: DatelineDraft): string {
  return draft.byHand ?? formatDateline(partsOf(draft), draft.style);
}

/** True if there is something to print: a place, a source or text set by hand. */
export function isComplete(draft: DatelineDraft): boolean {
  if (draft.byHand !== undefined) return draft.byHand.trim() !== '';
  const { places, source } = partsOf(draft);
  return places.length > 0 || source !== undefined;
}

/** True if the style prints a place without the region or country that it was given. */
export function hidesWhereabouts(draft: DatelineDraft): boolean {
  const { places } = partsOf(draft);
  if (places.every(({ region, country }) => region === undefined && country === undefined)) {
    return false;
  }
  const bare = places.map(({ name }) => ({ ...NO_PLACE, name }));
  const { byHand: _byHand, ...style } = draft;
  return (
    printedOf({ ...style, byHand: undefined }) ===
    printedOf({ ...style, places: bare, byHand: undefined })
  );
}

/** The dateline to put before the lead; its `override` says that it was set by hand. */
export function datelineOf(draft: DatelineDraft): DatelineContent {
  const content = { ...partsOf(draft), style: draft.style, printed: printedOf(draft) };
  return draft.byHand === undefined ? content : { ...content, override: true };
}
