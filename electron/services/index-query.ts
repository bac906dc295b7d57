import type { Status } from '../../article/article.ts';
import type { SearchQuery } from './search-query.ts';
import { SEARCH_COLUMNS } from './search-text.ts';

/** What follows `SELECT …` for a list, with the values that it asks for. */
export interface Selection {
  sql: string;
  values: string[];
}

const LATEST = 'modified DESC, folder';

/** Selects the stories that a search finds, the best first; without one all, the newest first. */
export function selectionOf(
  query: SearchQuery | undefined,
  { status, ids }: { status?: Status; ids?: readonly string[] },
): Selection {
  let from = 'article';
  let order = LATEST;
  const where: (readonly [condition: string, value: string])[] = [];
  if (query !== undefined && query.match === '') {
    // Rare enough to look through everything.
    from = 'article JOIN words ON words.id = article.rowid';
    for (const letters of query.letters) where.push(['instr(lines, ?) > 0', letters]);
  } else if (query?.negated === true) {
    const found = 'SELECT rowid FROM search WHERE search MATCH ?';
    where.push([`article.rowid NOT IN (${found})`, query.match]);
  } else if (query !== undefined) {
    from = 'search JOIN article ON article.rowid = search.rowid';
    where.push(['search MATCH ?', query.match]);
    order = `bm25(search, ${Object.values(SEARCH_COLUMNS).join()}), ${LATEST}`;
  }
  if (status !== undefined) where.push(['article.status = ?', status]);
  if (ids !== undefined)
    where.push(['article.id IN (SELECT value FROM json_each(?))', JSON.stringify(ids)]);
  const conditions = where.map(([condition]) => condition).join(' AND ');
  return {
    sql: `FROM ${from} ${conditions && `WHERE ${conditions} `}ORDER BY ${order}`,
    values: where.map(([, value]) => value),
  };
}
