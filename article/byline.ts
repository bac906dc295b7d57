import type { Article, Byline } from './article.ts';
import { isAgency } from './dateline/sources.ts';

/** How a byline is written in a language: the word before the names, and the one before the last. */
interface BylineWords {
  by: string;
  and: string;
  /** The word that begins a byline in this language or in English, and what follows it. */
  opening: RegExp;
  /** Between names: a mark, or the word for “and” in this language or in English. */
  between: RegExp;
}

function bylineWords(by: string, and: string): BylineWords {
  return {
    by,
    and,
    opening: new RegExp(`^(By|${by})\\s+(?:\\1\\s+)*(.+)$`, 'isu'),
    between: new RegExp(`\\s*(?:[,;&、，،]|(?<!\\S)(?:and|AND|${and})(?!\\S))\\s*`, 'u'),
  };
}

const english = bylineWords('By', 'and');
const norwegian = bylineWords('Av', 'og');

/** By primary language. In all others the names stand alone. */
const WORDS: Readonly<Record<string, BylineWords>> = {
  da: bylineWords('Af', 'og'),
  de: bylineWords('Von', 'und'),
  en: english,
  es: bylineWords('Por', 'y'),
  fr: bylineWords('Par', 'et'),
  it: bylineWords('Di', 'e'),
  nb: norwegian,
  nl: bylineWords('Door', 'en'),
  nn: norwegian,
  no: norwegian,
  pt: bylineWords('Por', 'e'),
  sv: bylineWords('Av', 'och'),
};

function wordsOf(language: string): BylineWords | undefined {
  const [primary = ''] = language.toLowerCase().split(/[-_]/u, 1);
  return Object.hasOwn(WORDS, primary) ? WORDS[primary] : undefined;
}

/**
 * The byline as it is printed: set by hand, or the authors as the article's language has it, such
 * as `By A, B and C` or `Par A et B`; empty for none.
 */
export function printedByline(
  article: Pick<Article, 'bylines' | 'bylineText' | 'language'>,
): string {
  if (article.bylineText !== undefined) return article.bylineText;
  const names = article.bylines.filter(({ role }) => role === 'author').map(({ name }) => name);
  const last = names.pop();
  if (last === undefined) return '';
  const words = wordsOf(article.language);
  if (words === undefined) return [...names, last].join(', ');
  const before = names.length === 0 ? '' : `${names.join(', ')} ${words.and} `;
  return `${words.by} ${before}${last}`;
}

/**
 * The names after the opening word of a byline (`By`, `Par`), in this language or in English, also
 * where that word stands twice; undefined for text that does not begin with one.
 */
export function afterBy(text: string, language: string): string | undefined {
  const { opening } = wordsOf(language) ?? english;
  return opening.exec(text.trim())?.[2];
}

/** The name of an author as it is kept: without the `By` that is printed before it. */
export function authorName(text: string, language: string): string {
  return afterBy(text, language) ?? text;
}

const TITLE =
  /^(?:[\p{L}.&'’-]+ ){0,5}(?:columnist|correspondent|critic|editor|reporter|writer)s?$/iu;

/** Longer text is no affiliation; looking through millions of letters would overflow. */
const LONGEST_AFFILIATION = 1000;

/** True for the affiliation of an author, such as `AP Business Writer` or `Associated Press`. */
export function isAffiliation(text: string): boolean {
  return text.length <= LONGEST_AFFILIATION && (TITLE.test(text) || isAgency(text));
}

/**
 * The authors that a printed byline names: `By A, B and C` gives three, `By A, AP Writer` one.
 * Authors known before keep their address and page; people in other roles stay as they are.
 */
export function bylinesFromText(
  text: string,
  known: readonly Byline[] = [],
  language = 'en',
): Byline[] {
  const { opening, between } = wordsOf(language) ?? english;
  const [, by, rest = text] = opening.exec(text.trim()) ?? [];
  const again = by === undefined ? undefined : new RegExp(`^${by}\\s+`, 'iu');
  const names = rest
    .split(between)
    .map((name) => (again === undefined ? name : name.trim().replace(again, '')).trim())
    .filter((name, index) => name !== '' && (index === 0 || !isAffiliation(name)));
  const authors = names.map(
    (name): Byline =>
      known.find((byline) => byline.role === 'author' && byline.name === name) ?? {
        name,
        role: 'author',
      },
  );
  return [...authors, ...known.filter(({ role }) => role !== 'author')];
}

/** Bylines, and how they are printed where that says something else than they do. */
export function printedAs(
  printed: string,
  bylines: Byline[],
  language: string,
): Pick<Article, 'bylines'> & { bylineText?: string } {
  return printedByline({ bylines, language }) === printed
    ? { bylines }
    : { bylines, bylineText: printed };
}

/** The byline of an article as somebody has written it, with who made it as far as that is understood. */
export function writtenByline(
  { bylines, language }: Pick<Article, 'bylines' | 'language'>,
  text: string,
): { bylines: Byline[]; bylineText: string | undefined } {
  const known = bylinesFromText(text, bylines, language);
  return { bylineText: undefined, ...printedAs(text, known, language) };
}
