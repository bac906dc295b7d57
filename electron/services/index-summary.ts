import type { Status } from '../../article/article.ts';
import type { ArticleSummary } from '../contract/calls.ts';
import type { StoryCopy } from '../contract/story-copy.ts';

/**
 * The columns that a line of the list is made from, in the order in which `toSummary` reads them.
 * The text that is searched is not among them.
 */
export const SUMMARY = `article.rowid, article.id, article.headline, article.slugline, article.section,
  article.byline, article.status, article.language, article.canonicalUrl, article.words,
  article.characters, article.modified, article.fault`;

/** A line of the list, as `SUMMARY` selects it. */
export type SummaryRow = [
  number: number,
  id: string,
  headline: string,
  slugline: string,
  section: string,
  byline: string,
  status: Status,
  language: string,
  canonicalUrl: string,
  words: number,
  characters: number,
  modified: string,
  fault: string | null,
];

/** A line of the list as it is shown. */
export function toSummary(row: SummaryRow, copies: StoryCopy[] | undefined): ArticleSummary {
  const summary: ArticleSummary = {
    id: row[1],
    headline: row[2],
    slugline: row[3],
    section: row[4],
    byline: row[5],
    status: row[6],
    language: row[7],
    canonicalUrl: row[8],
    words: row[9],
    characters: row[10],
    modified: row[11],
  };
  if (row[12] !== null) summary.fault = row[12];
  if (copies !== undefined) summary.copies = copies;
  return summary;
}
