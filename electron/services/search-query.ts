import { SEARCH_COLUMNS, type SearchColumn, searchWords } from './search-text.ts';

/** Words that stand beside each other, in one column or in any. */
export interface SearchTerm {
  words: string[];
  /** The last word may go on. */
  prefix: boolean;
  column?: SearchColumn;
}

/** A query as the index is asked. */
export interface SearchQuery {
  /** For FTS5: nothing but quoted words, columns and operators; empty for `letters`. */
  match: string;
  /** Stories that do not match are wanted. */
  negated: boolean;
  /** What to mark in what is found. */
  terms: SearchTerm[];
  /** What has no word in it, such as `%`; it is looked for as it is. */
  letters: string[];
}

/** A column can be named by its word and by what people call it. */
const FIELDS: Record<string, SearchColumn> = {
  ...(Object.fromEntries(Object.keys(SEARCH_COLUMNS).map((column) => [column, column])) as {
    [C in SearchColumn]: C;
  }),
  by: 'byline',
  captions: 'caption',
  keyword: 'keywords',
  place: 'dateline',
  slug: 'slugline',
  text: 'body',
};

/** A status is only looked for where it is named: “draft” is also a word. */
const ANY_COLUMN = Object.keys(SEARCH_COLUMNS).filter((column) => column !== 'status');

/** More words than anyone types; a pasted story must not make a query that never ends. */
const MOST_WORDS = 64;
const DEEPEST = 32;

/**
 * Reads what a person has typed: words, all of which are wanted, `"a phrase"`, `prefix*`,
 * `field:word`, `AND`, `OR`, `NOT` and parentheses. What is not well-formed is read as plain words.
 * With `typing` the last word may be unfinished. Undefined when there is nothing to look for.
 */
export function parseQuery(query: string, { typing = false } = {}): SearchQuery | undefined {
  const text = query.replace(/[“”„‟]/gu, '"');
  const parts = readParts(text);
  if (parts.length === 0) return undefined;
  const last = parts.at(-1);
  if (typing && last?.is === 'term' && /[\p{L}\p{N}\p{M}]$/u.test(text)) last.term.prefix = true;
  const plain = parts.map((part) => (part.is === 'term' ? part : wordOf(part)));
  const read = new Reader(parts).read() ?? joined('AND', plain.slice(0, MOST_WORDS).map(leaf));
  if (read === undefined) {
    const letters = query.split(/\s+/u).filter(Boolean).slice(0, MOST_WORDS);
    return { match: '', negated: false, terms: [], letters };
  }
  return { ...read, letters: [] };
}

type Part =
  | { is: 'term'; term: SearchTerm }
  | { is: 'AND' | 'OR' | 'NOT' | '(' | ')' }
  /** A quote without its other half. */
  | { is: '"' };

function wordOf({ is }: Part): Extract<Part, { is: 'term' }> {
  return { is: 'term', term: { words: searchWords(is), prefix: false } };
}

function readParts(text: string): Part[] {
  const parts: Part[] = [];
  const pattern = /\s*(?:([()])|(?:([\p{L}]+):(?=[^\s()]))?(?:"([^"]*)"|([^\s()"]+)|("))(\*?))/gu;
  for (const [, paren, field, phrase, word, quote, star] of text.matchAll(pattern)) {
    if (paren === '(' || paren === ')') parts.push({ is: paren });
    else if (quote !== undefined) parts.push({ is: '"' });
    else if (field === undefined && (word === 'AND' || word === 'OR' || word === 'NOT')) {
      parts.push({ is: word });
    } else parts.push(readTerm(field, phrase ?? word ?? '', star === '*' || isPrefix(word)));
  }
  return parts;
}

function isPrefix(word: string | undefined): boolean {
  return word !== undefined && /[\p{L}\p{N}\p{M}]\*$/u.test(word);
}

function readTerm(field: string | undefined, text: string, prefix: boolean): Part {
  const name = field?.toLowerCase();
  if (name === undefined) return { is: 'term', term: { words: searchWords(text), prefix } };
  const column = Object.hasOwn(FIELDS, name) ? FIELDS[name] : undefined;
  // `10:30` and `http://…` are words like any others.
  if (column === undefined) {
    return { is: 'term', term: { words: searchWords(`${field} ${text}`), prefix } };
  }
  return { is: 'term', term: { words: searchWords(text), prefix, column } };
}

/** A part of the query for FTS5; `negated` says that the rest of the stories are meant. */
type Asked = Pick<SearchQuery, 'match' | 'negated' | 'terms'>;

function leaf({ term }: { term: SearchTerm }): Asked | undefined {
  if (term.words.length === 0) return undefined;
  const columns = term.column ?? ANY_COLUMN.join(' ');
  const phrase = `{${columns}} : "${term.words.join(' ')}"${term.prefix ? ' *' : ''}`;
  return { match: phrase, negated: false, terms: [term] };
}

/** Joins what was asked; FTS5 knows NOT only between two, so that negations are carried upwards. */
function joined(by: 'AND' | 'OR', all: readonly (Asked | undefined)[]): Asked | undefined {
  const asked = all.filter((one) => one !== undefined);
  const [only] = asked;
  if (only === undefined || asked.length === 1) return only;
  const terms = asked.flatMap((one) => one.terms);
  const wanted = asked.filter((one) => !one.negated).map(({ match }) => match);
  const others = asked.filter((one) => one.negated).map(({ match }) => match);
  const other = by === 'AND' ? 'OR' : 'AND';
  if (others.length === 0) return { match: group(wanted, by), negated: false, terms };
  if (wanted.length === 0) return { match: group(others, other), negated: true, terms };
  // a AND NOT b; a OR NOT b is everything but b NOT a.
  return by === 'AND'
    ? { match: `(${group(wanted, by)} NOT ${group(others, other)})`, negated: false, terms }
    : { match: `(${group(others, other)} NOT ${group(wanted, by)})`, negated: true, terms };
}

function group(matches: readonly string[], by: 'AND' | 'OR'): string {
  return matches.length === 1 ? (matches[0] ?? '') : `(${matches.join(` ${by} `)})`;
}

/** Reads operators and parentheses; what is not well-formed it gives up. */
class Reader {
  private readonly parts: readonly Part[];
  private at = 0;
  private depth = 0;

  constructor(parts: readonly Part[]) {
    this.parts = parts;
  }

  read(): Asked | undefined {
    if (this.parts.length > MOST_WORDS) return undefined;
    const asked = this.any();
    return asked !== 'malformed' && this.at === this.parts.length ? asked : undefined;
  }

  private any(): Asked | undefined | 'malformed' {
    const all: (Asked | undefined)[] = [];
    do {
      const one = this.all();
      if (one === 'malformed') return one;
      all.push(one);
    } while (this.take('OR'));
    return joined('OR', all);
  }

  private all(): Asked | undefined | 'malformed' {
    const all: (Asked | undefined)[] = [];
    do {
      const one = this.one();
      if (one === 'malformed') return one;
      all.push(one);
    } while (this.take('AND') || this.goesOn());
    return joined('AND', all);
  }

  private one(): Asked | undefined | 'malformed' {
    if (this.take('NOT')) {
      const one = this.one();
      return typeof one === 'object' ? { ...one, negated: !one.negated, terms: [] } : one;
    }
    if (this.take('(')) {
      this.depth += 1;
      const inside = this.depth > DEEPEST ? 'malformed' : this.any();
      this.depth -= 1;
      return this.take(')') ? inside : 'malformed';
    }
    const part = this.parts[this.at];
    if (part?.is !== 'term') return 'malformed';
    this.at += 1;
    return leaf(part);
  }

  private goesOn(): boolean {
    const next = this.parts[this.at]?.is;
    return next === 'term' || next === 'NOT' || next === '(';
  }

  private take(what: Part['is']): boolean {
    if (this.parts[this.at]?.is !== what) return false;
    this.at += 1;
    return true;
  }
}
