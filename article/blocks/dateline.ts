import { z } from 'zod';
import { textSchema } from '../schema.ts';
import { baseKeys } from './base.ts';
import type { BlockBase } from './spec.ts';

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

export const datelineSchema = z.looseObject({
  ...baseKeys,
  type: z.literal('dateline'),
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
