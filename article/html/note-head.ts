import type { ElementContent } from 'hast';
import type { Correction } from '../article.ts';
import { element } from './element.ts';
import { isInstant, printInstant } from './instant.ts';
import type { PageSetting } from './page-setting.ts';
import { collapseText, hasInk } from './white-space.ts';

/**
 * What stands before the text of a correction, up to its colon: what kind it is, and when it was
 * made, if that is known.
 */
export function noteHead(
  { kind, at }: Pick<Correction, 'kind' | 'at'>,
  { words, zone, language }: Pick<PageSetting, 'words' | 'zone' | 'language'>,
): ElementContent[] {
  const head: ElementContent[] = [
    element('strong', { className: ['label'], ...words.own }, words[kind]),
  ];
  const space = { type: 'text', value: ' ' } as const;
  if (isInstant(at)) {
    const printed = printInstant(at, zone, language);
    head.push(space, element('time', { className: ['at'], dateTime: at }, printed));
  } else if (hasInk(at)) {
    head.push(space, element('span', { className: ['at'] }, collapseText(at)));
  }
  return [...head, { type: 'text', value: words.colon }];
}
