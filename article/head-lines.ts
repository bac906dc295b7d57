import type { Published } from './publish.ts';

type Head = Pick<Published, 'kicker' | 'headline' | 'standfirst' | 'stamp'> & {
  byline: string | undefined;
};

/** The lines of the head in the order in which they are printed; empty for those that are not there. */
export function headLines({ kicker, headline, standfirst, byline = '', stamp }: Head): string[] {
  return [kicker, headline, standfirst, byline, stamp?.printed ?? ''];
}
