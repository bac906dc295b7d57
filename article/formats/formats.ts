import type { Format } from './format.ts';
import { fragment } from './fragment.ts';
import { html } from './html.ts';
import { markdown } from './markdown.ts';
import { text } from './text.ts';

/** Every export format of one file, by its id. */
export const formats = { html, fragment, text, markdown } satisfies Record<string, Format>;

export type FormatId = keyof typeof formats;
