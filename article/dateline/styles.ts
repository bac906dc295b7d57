/** How a house prints its datelines. A new style is one row of `datelineStyles`. */
export interface DatelineStyle {
  /** The name by which files refer to it. */
  id: string;
  label: string;
  /** The credit of the agency's own stories. */
  source: string;
  /** `TOKYO`, or `Tokyo`. */
  place: 'capitals' | 'title';
  /** How states and provinces are printed: in the AP's short form, or as they were written. */
  regions: 'ap' | 'as-written';
  /** The twelve months of a date, which follows the place; a style without them prints no date. */
  months?: readonly string[];
  /** `(AP)`, or no credit in the line. */
  credit: 'parentheses' | 'none';
  /** What stands between the dateline and the text, with its spaces. */
  separator: string;
  /** The lists of cities that are printed without state or country; see `format.ts`. */
  standAlone: readonly ('world' | 'japan' | 'canada')[];
}

const words = (text: string): readonly string[] => text.split(' ');

/** The AP shortens the longer months when a day follows. */
export const AP_MONTHS = words('Jan. Feb. March April May June July Aug. Sept. Oct. Nov. Dec.');
/** The same without points. */
const PLAIN_MONTHS = words('Jan Feb March April May June July Aug Sept Oct Nov Dec');

/** The house styles, in the order in which they are offered. */
export const datelineStyles: readonly DatelineStyle[] = [
  {
    id: 'ap',
    label: 'AP',
    source: 'AP',
    place: 'capitals',
    regions: 'ap',
    credit: 'parentheses',
    separator: ' — ',
    standAlone: ['world'],
  },
  {
    id: 'reuters',
    label: 'Reuters',
    source: 'Reuters',
    place: 'capitals',
    regions: 'as-written',
    months: PLAIN_MONTHS,
    credit: 'parentheses',
    separator: ' - ',
    standAlone: ['world'],
  },
  {
    id: 'afp',
    label: 'AFP',
    source: 'AFP',
    place: 'capitals',
    regions: 'as-written',
    months: PLAIN_MONTHS,
    credit: 'parentheses',
    separator: ' - ',
    standAlone: ['world'],
  },
  {
    id: 'jiji',
    label: 'Jiji Press / The Japan News',
    source: 'Jiji Press',
    place: 'capitals',
    regions: 'as-written',
    credit: 'parentheses',
    separator: ' — ',
    standAlone: ['world', 'japan'],
  },
  {
    id: 'kyodo',
    label: 'Kyodo',
    source: 'Kyodo',
    place: 'capitals',
    regions: 'as-written',
    credit: 'parentheses',
    separator: ' -- ',
    standAlone: ['world', 'japan'],
  },
  {
    id: 'dpa',
    label: 'dpa',
    source: 'dpa',
    place: 'title',
    regions: 'as-written',
    credit: 'parentheses',
    separator: ' - ',
    standAlone: ['world'],
  },
  {
    id: 'xinhua',
    label: 'Xinhua',
    source: 'Xinhua',
    place: 'capitals',
    regions: 'as-written',
    months: AP_MONTHS,
    credit: 'parentheses',
    separator: ' -- ',
    standAlone: ['world'],
  },
  {
    id: 'cp',
    label: 'The Canadian Press',
    source: 'The Canadian Press',
    place: 'capitals',
    regions: 'as-written',
    credit: 'none',
    separator: ' — ',
    standAlone: ['world', 'canada'],
  },
];

/** The style of that name; the AP's for a name that is not known. */
export function datelineStyle(id: string): DatelineStyle {
  const style = datelineStyles.find((one) => one.id === id) ?? datelineStyles[0];
  if (style === undefined) throw new Error('there are no dateline styles');
  return style;
}
