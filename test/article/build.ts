import { type Article, createArticle } from '../../article/article.ts';
import type { Block } from '../../article/blocks/blocks.ts';
import type { CorrectionNote } from '../../article/blocks/correction/correction.ts';
import type { Dateline, Place } from '../../article/blocks/dateline/dateline.ts';
import type { Divider } from '../../article/blocks/divider/divider.ts';
import type { Embed } from '../../article/blocks/embed/embed.ts';
import type { Gallery } from '../../article/blocks/gallery/gallery.ts';
import type { Heading } from '../../article/blocks/heading/heading.ts';
import type { Image } from '../../article/blocks/image/image.ts';
import type { List, ListItem } from '../../article/blocks/list/list.ts';
import type { Paragraph } from '../../article/blocks/paragraph/paragraph.ts';
import type { Picture } from '../../article/blocks/picture.ts';
import type { Pullquote } from '../../article/blocks/pullquote/pullquote.ts';
import type { Quote } from '../../article/blocks/quote/quote.ts';
import type { Sidebar } from '../../article/blocks/sidebar/sidebar.ts';
import type { Table, TableCell } from '../../article/blocks/table/table.ts';
import { newBlockId } from '../../article/ids.ts';
import { type Run, joinRuns } from '../../article/inline.ts';

/** Inline content, or plain text. */
export type Inline = string | readonly Run[];

/** Plain text or runs as canonical runs. */
export function runs(content: Inline): Run[] {
  return joinRuns(typeof content === 'string' ? [{ text: content }] : content);
}

/** A draft of the given blocks, made at a fixed time. */
export function article(...body: Block[]): Article {
  return createArticle('2026-01-01T00:00:00Z', { body });
}

/** A paragraph. */
export function p(content: Inline = ''): Paragraph {
  return { type: 'paragraph', id: newBlockId(), content: runs(content) };
}

/** A crosshead. */
export function heading(content: Inline, level: Heading['level'] = 2): Heading {
  return { type: 'heading', id: newBlockId(), level, content: runs(content) };
}

/** A list item with the lists nested in it. */
export function li(content: Inline = '', ...lists: List[]): ListItem {
  const item: ListItem = { id: newBlockId(), content: runs(content) };
  return lists.length === 0 ? item : { ...item, lists };
}

/** A list. */
export function list(kind: List['kind'], ...items: (ListItem | string)[]): List {
  return {
    type: 'list',
    id: newBlockId(),
    kind,
    items: items.map((item) => (typeof item === 'string' ? li(item) : item)),
  };
}

/** A quotation and who said it. */
export function quote(body: readonly Block[], attribution = ''): Quote {
  return { type: 'quote', id: newBlockId(), body: [...body], attribution };
}

/** Words of the story set large. */
export function pullquote(content: Inline, attribution = ''): Pullquote {
  return { type: 'pullquote', id: newBlockId(), content: runs(content), attribution };
}

/** What is known of a picture, its caption also as plain text. */
export type PictureParts = Partial<Omit<Picture, 'id' | 'caption'>> & { caption?: Inline };

/** A picture of a gallery. */
export function picture({ caption = '', ...rest }: PictureParts = {}): Picture {
  const nothing = { alt: '', credit: '', copyright: '' };
  return { id: newBlockId(), ...nothing, ...rest, caption: runs(caption) };
}

/** A picture in the story. */
export function image(parts: PictureParts = {}): Image {
  return { type: 'image', ...picture(parts) };
}

/** Pictures that belong together. */
export function gallery(images: readonly Picture[], caption: Inline = ''): Gallery {
  return { type: 'gallery', id: newBlockId(), images: [...images], caption: runs(caption) };
}

/** A cell of a table. */
export function cell(
  content: Inline = '',
  options: Omit<TableCell, 'id' | 'content'> = {},
): TableCell {
  return { id: newBlockId(), content: runs(content), ...options };
}

/** A table; with `header` the cells of its first row are headers. */
export function table(
  rows: readonly (readonly (TableCell | string)[])[],
  { caption = '', header = false }: { caption?: Inline; header?: boolean } = {},
): Table {
  return {
    type: 'table',
    id: newBlockId(),
    rows: rows.map((cells, row) => ({
      id: newBlockId(),
      cells: cells.map((one) => {
        const made = typeof one === 'string' ? cell(one) : one;
        return header && row === 0 ? { ...made, header: true } : made;
      }),
    })),
    caption: runs(caption),
  };
}

/** Something of another site. */
export function embed(url: string, parts: Partial<Pick<Embed, 'provider' | 'title'>> = {}): Embed {
  return { type: 'embed', id: newBlockId(), url, provider: '', title: '', ...parts };
}

/** A note that says what was put right; `at` is RFC 3339. */
export function correction(
  content: Inline,
  { kind = 'correction', at = '' }: Partial<Pick<CorrectionNote, 'kind' | 'at'>> = {},
): CorrectionNote {
  return { type: 'correction', id: newBlockId(), kind, at, content: runs(content) };
}

/** A divider. */
export function divider(): Divider {
  return { type: 'divider', id: newBlockId() };
}

/** A sidebar in the rail or, with other `options`, elsewhere. */
export function sidebar(
  title: string,
  body: readonly Block[],
  options: Partial<Pick<Sidebar, 'kind' | 'placement'>> = {},
): Sidebar {
  return {
    type: 'sidebar',
    id: newBlockId(),
    title,
    kind: options.kind ?? 'links',
    placement: options.placement ?? 'rail',
    body: [...body],
  };
}

/** The same place in every builder: a name, or a name with its region or country. */
export function place(name: string, rest: Omit<Place, 'name'> = {}): Place {
  return { name, ...rest };
}

/** A dateline block of parts that are already printed. */
export function datelineBlock(parts: Omit<Dateline, 'type' | 'id'>): Dateline {
  return { type: 'dateline', id: newBlockId(), ...parts };
}
