import type { Element, Root, RootContent } from 'hast';
import { paragraphOf } from '../blocks/paragraph/paragraphs.ts';
import type { Block } from '../blocks/blocks.ts';
import type { ReadInside } from '../blocks/spec.ts';
import { holdsOf, linesOf } from '../blocks/holds.ts';
import { blockSpecs, knownSpec } from '../blocks/specs.ts';
import { datelineOf } from '../dateline/detect.ts';
import { type Mark, type Run, joinRuns } from '../inline.ts';
import { resolveAddress } from './address.ts';
import { onlyFragment } from './clipboard.ts';
import { type KeptPicture, keptPicture } from './kept-picture.ts';
import { readOffice } from './office.ts';
import { parseHtml } from './parse.ts';
import { isCaption, readCaption } from '../blocks/image/read-caption.ts';
import { applyStyleSheets } from './style-sheet.ts';
import { type ElementStyle, styleOf } from './style.ts';
import { collapseRuns, runsHaveInk } from './white-space.ts';

export interface ReadOptions {
  /** The dateline style of the house (default `ap`). */
  datelineStyle?: string;
  /** When the story was written (RFC 3339): gives the dates of datelines their year. */
  near?: string;
  /** The address of the page (http or https), to which links and pictures in it are relative. */
  base?: string | undefined;
  /** Pictures that the page holds in itself are put here, each with the id of its image. */
  pictures?: KeptPicture[] | undefined;
}

/**
 * Reads HTML as blocks, with new ids. What a page does not show (scripts, styles, hidden elements)
 * vanishes; what Galley has no block for becomes plain paragraphs that keep its words; white space
 * is what a page shows. Only safe links survive, the others as text.
 */
export function readBlocks(
  root: Root | readonly RootContent[],
  options: ReadOptions = {},
): Block[] {
  const nodes = 'children' in root ? root.children : root;
  return new Reader('body', options).read(nodes, PLAIN);
}

/** Reads pasted or stored HTML text as blocks; of a clipboard, what lies in its fragment. */
export function blocksFromHtml(html: string, options?: ReadOptions): Block[] {
  const root = parseHtml(html.replace(/^Version:[^<]*/u, ''));
  return readBlocks(readOffice(onlyFragment(applyStyleSheets(root))), options);
}

/** What the elements around some text say about it. */
interface Context {
  marks: readonly Mark[];
  keepsLines: boolean;
  keepsIndents: boolean;
}

const PLAIN: Context = { marks: [], keepsLines: false, keepsIndents: false };

/** Elements that stand in a line of text and are blocks here: they come after that line. */
const ASIDES = new Set(['img', 'picture', 'iframe', 'video', 'audio', 'object', 'embed']);

/** In `body` all blocks are read, in `block` those that may stand in another, in `line` none. */
type Depth = 'body' | 'block' | 'line';

class Reader {
  private readonly depth: Depth;
  private readonly options: ReadOptions;
  private readonly blocks: Block[] = [];
  /** Inline content that belongs to no block yet. */
  private line: Run[] = [];
  /** Blocks that stood in the line: before its first word, and after it. */
  readonly before: Block[] = [];
  readonly after: Block[] = [];

  constructor(depth: Depth, options: ReadOptions) {
    this.depth = depth;
    this.options = options;
  }

  read(nodes: readonly RootContent[], context: Context): Block[] {
    this.walk(nodes, context);
    this.endParagraph();
    return this.blocks;
  }

  readLine(nodes: readonly RootContent[], context: Context): Run[] {
    this.walk(nodes, context);
    return shown(this.line);
  }

  private walk(nodes: readonly RootContent[], context: Context): void {
    for (const node of nodes) {
      if (node.type === 'text') this.text(node.value, context);
      else if (node.type === 'element') this.element(node, context);
    }
  }

  private text(text: string, { marks, keepsLines, keepsIndents }: Context): void {
    for (const [index, line] of (keepsLines ? text.split(/\r?\n/u) : [text]).entries()) {
      if (index > 0) this.line.push({ break: true });
      const last = this.line.at(-1);
      const starts = last === undefined || 'break' in last;
      const shownLine = keepsIndents && starts ? withIndent(line) : line;
      if (shownLine !== '') {
        this.line.push(
          marks.length === 0 ? { text: shownLine } : { text: shownLine, marks: [...marks] },
        );
      }
    }
  }

  private element(element: Element, context: Context): void {
    const style = styleOf(element);
    if (style.hidden) return;
    if (element.tagName === 'br') {
      this.breakLine();
      return;
    }
    if (ASIDES.has(element.tagName)) {
      this.aside(element, context);
      return;
    }
    if (!style.block) {
      this.walk(element.children, this.inside(element, style, context));
      return;
    }
    this.endParagraph();
    if (this.depth !== 'line' && isCaption(element) && this.captionLast(element, context)) return;
    const found = this.depth === 'line' ? undefined : this.asBlock(element, context);
    if (found === undefined) this.walk(element.children, this.inside(element, style, context));
    else this.blocks.push(...found);
    this.endParagraph();
  }

  private asBlock(element: Element, context: Context): Block[] | undefined {
    const readers: Reader[] = [];
    const read = this.readInside(context, readers);
    for (const spec of Object.values(blockSpecs)) {
      if (spec.topLevelOnly && this.depth !== 'body') continue;
      const blocks = spec.fromHast(element, read);
      if (blocks === undefined) continue;
      const [before, after] = [
        readers.flatMap((one) => one.before),
        readers.flatMap((one) => one.after),
      ];
      return [...before, ...blocks, ...after];
    }
    return undefined;
  }

  /** `readers` gets each reader of a line: blocks may have stood in it. */
  private readInside(context: Context, readers: Reader[]): ReadInside {
    const { options } = this;
    return {
      runs: (nodes) => {
        const reader = new Reader('line', options);
        readers.push(reader);
        return reader.readLine(nodes, context);
      },
      blocks: (nodes) => new Reader('block', options).read(nodes, context),
      cellBlocks: (nodes) => forCell(new Reader('block', options).read(nodes, context)),
      goesAfterList: (block) =>
        knownSpec(block)?.afterList === true || (holdsOf(block).length > 0 && !hasWords(block)),
      hasWords,
      address: (href) => resolveAddress(href, options.base),
      keep: (address, forImage) => {
        const kept = keptPicture(address, forImage);
        if (kept !== undefined) options.pictures?.push(kept);
      },
      dateline: (printed) =>
        datelineOf(printed, {
          ...(options.datelineStyle !== undefined && { style: options.datelineStyle }),
          ...(options.near !== undefined && { near: options.near }),
        }),
    };
  }

  /** A picture, or something of another site: a block that does not end the line it stands in. */
  private aside(element: Element, context: Context): void {
    const link = context.marks.find((mark) => mark.type === 'link');
    for (const block of this.asBlock(element, context) ?? []) {
      if (block.type === 'image' && link !== undefined && 'href' in link) block.href = link.href;
      if (runsHaveInk(this.line)) this.after.push(block);
      else if (this.depth === 'line') this.before.push(block);
      else this.blocks.push(block);
    }
  }

  /** Gives the picture that was just read its caption, if it has none. */
  private captionLast(element: Element, context: Context): boolean {
    const last = this.blocks.at(-1);
    if (last?.type !== 'image' || linesOf([last]).length > 0) return false;
    const readers: Reader[] = [];
    Object.assign(last, readCaption([element], this.readInside(context, readers)));
    this.blocks.push(...readers.flatMap(({ before, after }) => [...before, ...after]));
    return true;
  }

  /** Two breaks in text that stands in no paragraph are how such text makes paragraphs. */
  private breakLine(): void {
    const last = this.line.findLast((run) => 'break' in run || run.text.trim() !== '');
    if (this.depth === 'body' && last !== undefined && 'break' in last) this.endParagraph();
    else this.line.push({ break: true });
  }

  /** A block begins or ends here: the words before it and after it do not touch. */
  private endParagraph(): void {
    if (this.depth === 'line') {
      if (runsHaveInk(this.line)) this.line = [...shown(this.line), { break: true }];
      return;
    }
    const content = shown(this.line);
    this.line = [];
    if (content.length > 0) this.blocks.push(paragraphOf(content));
    this.blocks.push(...this.after.splice(0));
  }

  private inside(element: Element, style: ElementStyle, context: Context): Context {
    const { href } = element.properties;
    const address =
      element.tagName === 'a' && typeof href === 'string'
        ? resolveAddress(href, this.options.base)
        : undefined;
    let marks = context.marks;
    if (address !== undefined) {
      marks = [...marks.filter(({ type }) => type !== 'link'), { type: 'link', href: address }];
    }
    return {
      marks: withStyle(marks, element, style),
      keepsLines: style.keepsLines || context.keepsLines,
      keepsIndents: style.keepsIndents || context.keepsIndents,
    };
  }
}

function shown(line: readonly Run[]): Run[] {
  return runsHaveInk(line) ? joinRuns(collapseRuns(line)) : [];
}

function withStyle(
  around: readonly Mark[],
  element: Element,
  style: ElementStyle,
): readonly Mark[] {
  let marks = around;
  const linked = marks.some(({ type }) => type === 'link');
  for (const [type, on] of Object.entries(style.marks) as [Mark['type'], boolean][]) {
    // That a link is underlined by its style is how links look, not what the writer meant.
    if (type === 'underline' && linked && !['u', 'ins'].includes(element.tagName)) continue;
    marks = marks.filter((mark) => mark.type !== type);
    if (on) marks = [...marks, { type } as Mark];
  }
  return marks;
}

/** A line whose first spaces a page shows: as no-break spaces, a tab as four. */
function withIndent(line: string): string {
  return line.replace(/^[ \t]+/u, (indent) =>
    indent.replaceAll('\t', '    ').replaceAll(' ', '\u00A0'),
  );
}

/** What of these blocks may stand in a cell of a table. */
function forCell(blocks: readonly Block[]): Block[] {
  return blocks.flatMap((block) => {
    const spec = knownSpec(block);
    if (spec === undefined || spec.inCell === true) return [block];
    return spec.forCell?.(block, forCell) ?? [];
  });
}

function hasWords(block: Block): boolean {
  return linesOf([block]).length > 0;
}
