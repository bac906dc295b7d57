import type { Format } from './format.ts';
import { fragment } from './fragment.ts';
import { html } from './html.ts';
import { markdown } from './markdown.ts';
import { page } from './page.ts';
import { text } from './text.ts';

/** What a story can go out as, by its id, in the order in which dialogs and help name them. */
const all = { html, page, fragment, markdown, text } satisfies Record<string, Format>;

export type FormatId = keyof typeof all;

/** The formats that are one file of text. */
export type TextFormatId = {
  [Id in FormatId]: (typeof all)[Id]['kind'] extends 'text' ? Id : never;
}[FormatId];

export const formats: Readonly<Record<FormatId, Format>> = all;

export const FORMAT_IDS = Object.keys(all) as FormatId[];

/** True for a format that is one file of text. */
export function isTextFormat(id: FormatId): id is TextFormatId {
  return formats[id].kind === 'text';
}
