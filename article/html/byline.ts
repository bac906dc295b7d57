import type { ElementContent } from 'hast';
import { element } from './element.ts';
import type { Byline } from '../article.ts';
import type { Published } from '../publish.ts';
import { safeHref } from './href.ts';
import { collapseText, hasInk } from './white-space.ts';

type Person = Pick<Byline, 'name' | 'role' | 'url'>;

/** An author and where the printed byline names them. */
interface Named {
  author: Person;
  start: number;
  end: number;
}

/** The printed byline with its authors marked, each linked where they have a page. */
export function bylineToHast(published: Published): ElementContent[] {
  const text = collapseText(published.byline);
  const content: ElementContent[] = [];
  let at = 0;
  for (const { author, start, end } of namedAuthors(published)) {
    if (start > at) content.push({ type: 'text', value: text.slice(at, start) });
    content.push(personToHast('author', author));
    at = end;
  }
  if (at < text.length) content.push({ type: 'text', value: text.slice(at) });
  return content;
}

/**
 * The authors that the printed byline names. One that it does not name stays off the page: a byline
 * set by hand may be there to keep a name out.
 */
export function printedAuthors(published: Published): Person[] {
  return namedAuthors(published).map(({ author }) => author);
}

/** A person, linked where they have a page; an author's page is marked as theirs. */
export function personToHast(className: 'author' | 'contributor', person: Person): ElementContent {
  const name = collapseText(person.name);
  const href = person.url === undefined ? undefined : safeHref(person.url);
  if (href === undefined) return element('span', { className: [className] }, name);
  const rel = className === 'author' ? { rel: ['author'] } : {};
  return element('a', { className: [className], href, ...rel }, name);
}

function namedAuthors({ byline, bylines }: Published): Named[] {
  const text = collapseText(byline);
  const named: Named[] = [];
  // Longer names first, so that “Ann” does not take the head of “Ann Lee”.
  const authors = bylines
    .filter(({ role, name }) => role === 'author' && hasInk(name))
    .map((author) => ({ author, name: collapseText(author.name) }))
    .sort((a, b) => b.name.length - a.name.length);
  for (const { author, name } of authors) {
    for (let start = text.indexOf(name); start !== -1; start = text.indexOf(name, start + 1)) {
      const end = start + name.length;
      if (!isWhole(text, start, end)) continue;
      if (named.some((other) => other.start < end && start < other.end)) continue;
      named.push({ author, start, end });
      break;
    }
  }
  return named.sort((a, b) => a.start - b.start);
}

/** False where a letter goes on before or after, in a script that puts spaces between words. */
function isWhole(text: string, start: number, end: number): boolean {
  const around = `${text.slice(Math.max(0, start - 1), start + 1)}\n${text.slice(end - 1, end + 1)}`;
  const joined = /[[\p{L}\p{N}]--[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}]]{2}/v;
  return !joined.test(around);
}
