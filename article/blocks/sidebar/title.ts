import { newBlockId } from '../../ids.ts';
import type { SidebarKind } from '../../kinds.ts';
import type { Block } from '../blocks.ts';
import type { Sidebar } from './sidebar.ts';
import { hasInk } from '../../html/white-space.ts';
import { isTitle } from '../../wire/title.ts';

const LONGEST_TITLE = 80;
/** A colon announces a list in the text, unless the words before it are those of a rail. */
const RAIL_TITLE = /^(?:also|more|most|read|recommended|related|see also|top)\b.{0,30}:$/iu;

/** True for text that may be the title of a sidebar. */
export function mayBeTitle(text: string): boolean {
  return text.length <= LONGEST_TITLE && (isTitle({ text }) || RAIL_TITLE.test(text));
}

/** What a sidebar is that is told by its title above a list; undefined where none would be seen. */
export function kindOfTitle(title: string): 'links' | 'ranking' | undefined {
  if (!hasInk(title) || !mayBeTitle(title)) return undefined;
  return RANKING.test(title) ? 'ranking' : 'links';
}

const RANKING = /\branking|\branked\b|\bmost[ -](?:read|viewed|popular|shared)\b|ランキング/iu;

/** A new sidebar in the rail; its title says what kind it is, where that is not known. */
export function railSidebar(
  title: string,
  body: Block[],
  kind: SidebarKind = kindOfTitle(title) ?? 'links',
): Sidebar {
  return { type: 'sidebar', id: newBlockId(), title, kind, placement: 'rail', body };
}
