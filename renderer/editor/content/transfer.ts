import { z } from 'zod';
import { isDateline } from '../../../article/blocks/dateline/lead.ts';
import {
  isParagraph,
  plainParagraph,
  paragraphOf,
} from '../../../article/blocks/paragraph/paragraphs.ts';
import { createArticle } from '../../../article/article.ts';
import { AppError } from '../../../article/app-error.ts';
import { type Block, blocksSchema } from '../../../article/blocks/blocks.ts';
import { linesOf } from '../../../article/blocks/holds.ts';
import type { List } from '../../../article/blocks/list/list.ts';
import type { Table } from '../../../article/blocks/table/table.ts';
import type { House } from '../../../article/house.ts';
import type { KeptPicture } from '../../../article/html/kept-picture.ts';
import { safeHref } from '../../../article/html/href.ts';
import { blocksToHast } from '../../../article/html/lower.ts';
import { blocksFromHtml } from '../../../article/html/read.ts';
import { serializeElement } from '../../../article/html/serialize.ts';
import { newBlockId } from '../../../article/ids.ts';
import { unwrapAlone, unwrapRows } from '../../../article/wire/unwrap.ts';
import { plainText } from '../../../article/inline.ts';
import { VERSION, migrate } from '../../../article/migrations.ts';
import { publish } from '../../../article/publish.ts';
import { parseWith } from '../../../article/schema.ts';

/** The clipboard type of blocks with all that they hold, for another place in Galley. */
export const BLOCKS_TYPE = 'application/x-galley-blocks';

/**
 * Blocks as they go to a clipboard: whole for Galley, and as HTML and text for everyone else. The
 * latter two hold only what may be published.
 */
export function transferOf(blocks: readonly Block[]): Record<string, string> {
  const article = createArticle('1970-01-01T00:00:00Z', { body: [...blocks] });
  const { body } = publish(article, { dropUnknown: true }).published;
  const html = blocksToHast(body).map((node) =>
    node.type === 'element' ? serializeElement(node) : node.type === 'text' ? node.value : '',
  );
  return {
    [BLOCKS_TYPE]: JSON.stringify({ version: VERSION, body: blocks }),
    'text/html': html.join('\n'),
    'text/plain': textOf(body),
  };
}

/** What came from a clipboard or a drag, and in which form. */
export interface Brought {
  blocks: Block[];
  from: 'galley' | 'html' | 'text';
  /** The text that came, whatever else came with it. */
  text: string;
}

/**
 * Reads what a clipboard or a drag offers. With `plain` only its text counts. Pictures that its
 * HTML contains are added to `pictures`.
 */
export function readTransfer(
  transfer: Pick<DataTransfer, 'getData'>,
  house: Pick<House, 'datelineStyle'>,
  plain: boolean,
  pictures: KeptPicture[],
): Brought {
  const text = clean(transfer.getData('text/plain'));
  if (!plain) {
    const own = transfer.getData(BLOCKS_TYPE);
    const blocks = own === '' ? undefined : parseOwn(own);
    if (blocks !== undefined) return { blocks, from: 'galley', text };
    const html = transfer.getData('text/html');
    const read = html === '' ? [] : blocksFromHtml(clean(html), { ...house, pictures });
    if (read.length > 0) return { blocks: read, from: 'html', text };
  }
  const table = plain ? undefined : tableOfText(text);
  return { blocks: table === undefined ? blocksOfText(text) : [table], from: 'text', text };
}

/** The web address of blocks that consist of one and nothing else; undefined for all others. */
export function loneAddress(blocks: readonly Block[]): string | undefined {
  const [only] = blocks;
  if (blocks.length !== 1 || !isParagraph(only) || only.content.length !== 1) return;
  const text = plainText(only.content).trim();
  return /^https?:\/\/\S+$/iu.test(text) && URL.canParse(text) ? safeHref(text) : undefined;
}

/** The same, with the address that came as text turned into a link. */
export function linkedTo(href: string, brought: Brought): Brought {
  if (brought.from !== 'text') return brought;
  const content = [{ text: brought.text.trim(), marks: [{ type: 'link' as const, href }] }];
  return { ...brought, blocks: [paragraphOf(content)] };
}

/** Text as a spreadsheet gives it, with tabs in every line, as a table. */
function tableOfText(text: string): Table | undefined {
  const lines = text.replace(/\n+$/u, '').split('\n');
  if (lines.length < 2 || !lines.every((line) => line.includes('\t'))) return undefined;
  const rows = lines.map((line) => line.split('\t'));
  if (rows.some(({ length }) => length !== rows[0]?.length)) return undefined;
  return {
    type: 'table',
    id: newBlockId(),
    rows: rows.map((cells) => ({
      id: newBlockId(),
      cells: cells.map((cell) => ({
        id: newBlockId(),
        content: cell.trim() === '' ? [] : [{ text: cell.trim() }],
      })),
    })),
    caption: [],
  };
}

/** Columns of blanks, a tab or a wide blank before a paragraph. */
const INDENT = /^(?:\s\s|[\t\u3000])\s*/u;

/**
 * Each line of text that holds something as a paragraph. Lines that a program has wrapped are
 * joined as the import joins them; the blanks that indent a paragraph go.
 */
export function blocksOfText(text: string): Block[] {
  return paragraphsOf(text)
    .filter((line) => line !== '')
    .map(plainParagraph);
}

function paragraphsOf(text: string): string[] {
  const lines = text.split('\n');
  if (text.trim() === '' || lines.length === 1) return lines;
  const rows: string[][] = [];
  let row: string[] | undefined;
  for (const line of lines) {
    const indented = INDENT.test(line);
    if (row === undefined || indented) rows.push((row = []));
    if (line.trim() === '') row = undefined;
    else row.push(indented ? line.trim() : line.trimEnd());
  }
  const full = rows.filter(({ length }) => length > 0);
  const joined = full.length > 1 ? unwrapRows(full) : full.map(unwrapAlone);
  // Text goes on after what is pasted: the space at its end is one between words.
  const [space = ''] = /[^\S\n]*$/u.exec(text) ?? [];
  return joined.flat().map((line, at, all) => (at === all.length - 1 ? line + space : line));
}

/** Text as an article may contain it: without NUL and halves of characters, lines ended by LF. */
function clean(text: string): string {
  return text.toWellFormed().replaceAll('\0', '').replace(/\r\n?/gu, '\n');
}

const ownSchema = z.looseObject({ version: z.int().min(1).max(VERSION), body: blocksSchema });

/**
 * The blocks that this Galley, or an older one, put on the clipboard. Any program can write this type:
 * undefined for data that has no valid blocks, and for those of a newer Galley.
 */
function parseOwn(json: string): Block[] | undefined {
  try {
    return parseWith(ownSchema, migrate(JSON.parse(json))).body;
  } catch (error) {
    if (error instanceof AppError || error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function textOf(blocks: readonly Block[]): string {
  const parts: string[] = [];
  let runningIn = '';
  for (const block of blocks) {
    if (isDateline(block)) {
      runningIn += block.printed;
      continue;
    }
    const text = blockText(block);
    if (runningIn !== '' || text !== '') parts.push(runningIn + text);
    runningIn = '';
  }
  return [...parts, ...(runningIn === '' ? [] : [runningIn])].join('\n\n');
}

function blockText(block: Block): string {
  if (isParagraph(block) || block.type === 'heading') return plainText(block.content);
  if (block.type === 'list') return listText(block, '');
  if (block.type === 'table') return tableText(block);
  if (block.type === 'sidebar') return `${block.title}\n${textOf(block.body)}`;
  return linesOf([block]).join('\n');
}

/** A table as a spreadsheet takes it, with tabs between its cells. */
function tableText({ rows, caption }: Table): string {
  const lines = rows.map(({ cells }) =>
    cells
      .map(({ content, blocks = [] }) => [plainText(content), ...linesOf(blocks)].join(' '))
      .map((text) => text.replace(/\s+/gu, ' ').trim())
      .join('\t'),
  );
  return [...lines, ...(caption.length === 0 ? [] : [plainText(caption)])].join('\n');
}

/** A list as text, an item to a line. */
export function listText(list: List, indent: string): string {
  return list.items
    .map((item, index) => {
      const marker = list.kind === 'numbered' ? `${index + 1}. ` : '- ';
      const nested = (item.lists ?? []).map((inner) => `\n${listText(inner, `${indent}  `)}`);
      return indent + marker + plainText(item.content) + nested.join('');
    })
    .join('\n');
}
