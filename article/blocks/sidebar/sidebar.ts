import { z } from 'zod';
import { SIDEBAR_KINDS, type SidebarKind } from '../../kinds.ts';
import { classesOf, hasClass } from '../../html/classes.ts';
import { element } from '../../html/element.ts';
import { collapseText, hasInk } from '../../html/white-space.ts';
import { newBlockId } from '../../ids.ts';
import { plainText } from '../../inline.ts';
import { textSchema } from '../../schema.ts';
import { blockSchema } from '../base.ts';
import type { Block } from '../blocks.ts';
import type { BlockBase, BlockSpec } from '../spec.ts';
import { sidebarMarkdown } from './markdown.ts';
import { sidebarWire } from './wire.ts';

/**
 * A titled box in the rail beside the article or in the text. `links` and `ranking` hold a list of
 * headlines; `factbox` holds any blocks but datelines and sidebars.
 */
export interface Sidebar extends BlockBase {
  type: 'sidebar';
  title: string;
  kind: SidebarKind;
  placement: 'rail' | 'inline';
  body: Block[];
}

export const sidebar: BlockSpec<Sidebar> = {
  type: 'sidebar',
  name: 'Sidebar',
  schema: (inner) =>
    blockSchema('sidebar', {
      kind: z.enum(SIDEBAR_KINDS),
      title: textSchema.default(''),
      placement: z.enum(['rail', 'inline']),
      body: inner('a sidebar').default([]),
    }),
  part: 'sidebars',
  searched: 'sidebar',
  holds: [
    { key: 'kind', is: 'value' },
    { key: 'placement', is: 'value' },
    { key: 'title', is: 'text' },
    { key: 'body', is: 'blocks' },
  ],
  topLevelOnly: true,
  toHast({ title, kind, placement, body }, lower) {
    const children = lower(body);
    if (hasInk(title)) {
      children.unshift(element('h2', { className: ['sidebar-title'] }, collapseText(title)));
    }
    if (children.length === 0) return [];
    return [element('aside', { className: ['sidebar', kind, placement] }, children)];
  },
  wire: sidebarWire,
  markdown: sidebarMarkdown,
  fromHast(from, read) {
    if (from.tagName !== 'aside' || !hasClass(from, 'sidebar')) return undefined;
    const classes = classesOf(from);
    const head = from.children.find((child) => hasClass(child, 'sidebar-title'));
    const title = head === undefined ? '' : plainText(read.runs([head])).replaceAll('\n', ' ');
    const body = read.blocks(from.children.filter((child) => child !== head));
    if (title === '' && body.length === 0) return [];
    return [
      {
        type: 'sidebar',
        id: newBlockId(),
        title,
        kind: SIDEBAR_KINDS.find((kind) => classes.includes(kind)) ?? 'factbox',
        placement: classes.includes('inline') ? 'inline' : 'rail',
        body,
      },
    ];
  },
};
