import type { Element, ElementContent } from 'hast';
import type { Byline, Correction } from '../article.ts';
import type { Published } from '../publish.ts';
import { personToHast } from './byline.ts';
import { element, frame } from './element.ts';
import { noteHead } from './note-head.ts';
import type { PageSetting } from './page-setting.ts';
import { collapseText, hasInk } from './white-space.ts';
import type { PageWords } from './words.ts';

/**
 * The foot of an article: who else worked on it, corrections with their times (in `zone`, IANA),
 * and its topics. Undefined if there is none of them.
 */
export function articleFoot(
  published: Published,
  words: PageWords,
  zone: string,
): Element | undefined {
  const children: Element[] = [];
  for (const role of ['reporting', 'photo', 'editing'] as const) {
    const people = published.bylines.filter((one) => one.role === role && hasInk(one.name));
    if (people.length > 0) children.push(contributors(role, people, words));
  }
  const corrections = published.corrections.filter(({ text }) => hasInk(text));
  if (corrections.length > 0) {
    const printed = corrections.map((correction) =>
      correctionToHast(correction, { words, zone, language: published.language }),
    );
    children.push(frame('div', ['corrections'], printed));
  }
  const keywords = published.keywords.map(collapseText).filter(hasInk);
  if (keywords.length > 0) children.push(topics(keywords, words));
  return children.length === 0 ? undefined : frame('footer', ['story-foot'], children);
}

function contributors(
  role: Exclude<Byline['role'], 'author'>,
  people: Published['bylines'],
  words: PageWords,
): Element {
  const content: ElementContent[] = [
    element('span', { className: ['label'], ...words.own }, words[role]),
  ];
  people.forEach((person, index) => {
    content.push({ type: 'text', value: index === 0 ? ' ' : ', ' });
    content.push(personToHast('contributor', person));
  });
  return element('p', { className: ['contributors', role] }, content);
}

function correctionToHast(
  { kind, at, text }: Correction,
  setting: Pick<PageSetting, 'words' | 'zone' | 'language'>,
): Element {
  const className = kind === 'correction' ? [kind] : ['correction', kind];
  return element('p', { className }, [
    ...noteHead({ kind, at }, setting),
    element('span', { className: ['correction-text'] }, collapseText(text)),
  ]);
}

function topics(keywords: readonly string[], words: PageWords): Element {
  const items = keywords.map((keyword) => element('li', {}, keyword));
  return frame(
    'div',
    ['topics'],
    [
      element('p', { className: ['label'], id: 'topics', ...words.own }, words.topics),
      element('ul', { ariaLabelledBy: ['topics'] }, items),
    ],
  );
}
