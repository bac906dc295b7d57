import { z } from 'zod';
import { paragraphOf } from '../paragraph/paragraphs.ts';
import { datelineStyle } from '../../dateline/styles.ts';
import { element } from '../../html/element.ts';
import { hasClass, textOf } from '../../html/classes.ts';
import { collapseInside, hasInk } from '../../html/white-space.ts';
import { newBlockId } from '../../ids.ts';
import type { Warning } from '../../publish.ts';
import { textSchema } from '../../schema.ts';
import { blockSchema } from '../base.ts';
import type { BlockBase, BlockSpec } from '../spec.ts';
import { datelineWire } from './wire.ts';

/** A place as the house names it: `{name: "HAYWARD", region: "Calif."}`. */
export interface Place {
  name: string;
  region?: string;
  country?: string;
}

/** What a dateline says, before a house style prints it. `date` is `YYYY-MM-DD`. */
export interface DatelineParts {
  places: Place[];
  source?: string;
  date?: string;
}

/**
 * Place and source before the lead; in a body it is always directly followed by a paragraph.
 * `printed` is `formatDateline` of the parts in `style` (the name of a house style), with its
 * separator and the space after it: `TOKYO (Jiji Press) — `; or, with `override`, text set by hand.
 */
export interface Dateline extends BlockBase, DatelineParts {
  type: 'dateline';
  style: string;
  printed: string;
  override?: true;
}

export const datelineSchema = blockSchema('dateline', {
  places: z
    .array(
      z.looseObject({
        name: textSchema,
        region: z.exactOptional(textSchema),
        country: z.exactOptional(textSchema),
      }),
    )
    .default([]),
  source: z.exactOptional(textSchema),
  date: z.exactOptional(
    z.string().regex(/^\d{4}-\d{2}-\d{2}$/u, 'expected a date such as 2021-12-25'),
  ),
  style: textSchema,
  printed: textSchema,
  override: z.exactOptional(z.literal(true)),
});

export const dateline: BlockSpec<Dateline> = {
  type: 'dateline',
  name: 'Dateline',
  schema: () => datelineSchema,
  searched: 'dateline',
  holds: [
    { key: 'places', is: 'value', of: ['name', 'region', 'country'] },
    { key: 'source', is: 'value' },
    { key: 'date', is: 'value' },
    { key: 'style', is: 'value' },
    { key: 'printed', is: 'text' },
    { key: 'override', is: 'value' },
  ],
  runsIn: true,
  topLevelOnly: true,
  warnings({ places, source, style, override }) {
    // What is set by hand says what it says.
    if (override) return [];
    const warnings: Warning[] = [];
    if (!places.some(({ name }) => hasInk(name))) {
      warnings.push({
        code: 'dateline-without-place',
        path: 'places',
        message: 'The dateline names no place.',
      });
    }
    if (!hasInk(source ?? '') && datelineStyle(style).credit !== 'none') {
      warnings.push({
        code: 'dateline-without-source',
        path: 'source',
        message: 'The dateline names no source; say whose report this is.',
      });
    }
    return warnings;
  },
  toHast({ printed }) {
    if (!hasInk(printed)) return [];
    return [element('span', { className: ['dateline'] }, collapseInside(printed).trimStart())];
  },
  wire: datelineWire,
  fromHast(from, read) {
    if (from.tagName !== 'p') return undefined;
    const at = from.children.findIndex((child) => child.type !== 'text' || hasInk(child.value));
    const head = from.children[at];
    if (head === undefined || !hasClass(head, 'dateline')) return undefined;
    const rest = from.children.slice(at + 1);
    let printed = collapseInside(textOf(head)).trimStart();
    if (!hasInk(printed)) return undefined;
    if (!printed.endsWith(' ') && /^\s/u.test(rest.map(textOf).join(''))) printed += ' ';
    return [
      { type: 'dateline', id: newBlockId(), ...read.dateline(printed) },
      paragraphOf(read.runs(rest)),
    ];
  },
};
