import fs from 'node:fs/promises';
import path from 'node:path';
import type { Article } from '../../article/article.ts';
import type { Rendered } from '../../article/formats/format.ts';
import { type FormatId, formats } from '../../article/formats/formats.ts';
import type { House } from '../../article/house.ts';
import type { LinkedStory } from '../../article/publish.ts';
import type { Exported } from '../contract/calls.ts';
import { writeAtomic } from './atomic-write.ts';
import { makeFolder } from './make-folder.ts';

/** What a story is rendered with besides itself. */
export interface ExportContext {
  house: House;
  stylesheet: string;
  resolve(articleId: string): LinkedStory | undefined;
}

export interface ExportOptions {
  format: FormatId;
  /** Leave out what this Galley does not know, instead of stopping at it. */
  dropUnknown?: boolean;
}

/** The story in a format. Preview, export, download and command line all come through here. */
export function renderExport(
  article: Article,
  { format, dropUnknown = false }: ExportOptions,
  { house, stylesheet, resolve }: ExportContext,
): Rendered {
  return formats[format].render(article, { house, stylesheet, resolve, dropUnknown });
}

/** The file of a story in a format: `mitsubishi-leak.html`, `mitsubishi-leak.fragment.html`. */
export function exportFileName(slug: string, format: FormatId): string {
  return `${slug}${format === 'fragment' ? '.fragment' : ''}${formats[format].extension}`;
}

/** Writes an export whole, or leaves the file that was there. Makes the folder. */
export async function writeExport(
  folder: string,
  fileName: string,
  { text, warnings }: Rendered,
): Promise<Exported> {
  await makeFolder(folder);
  const file = path.join(folder, fileName);
  await writeAtomic(file, text);
  return { path: file, folder, warnings };
}

/** The stylesheet of published pages. */
export function readStylesheet(assetsFolder: string): Promise<string> {
  return fs.readFile(path.join(assetsFolder, 'article.css'), 'utf8');
}
