import type { Format } from './format.ts';
import { fragment } from './fragment.ts';
import { html } from './html.ts';

/** Every way out for an article, by its id. */
export const formats = { html, fragment } satisfies Record<string, Format>;

export type FormatId = keyof typeof formats;
