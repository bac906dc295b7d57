import type { Element, Root, RootContent } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import type { Block } from '../blocks/blocks.ts';
import type { Dateline } from '../blocks/dateline.ts';
import type { ReadInside } from '../blocks/spec.ts';
import { blockSpecs } from '../blocks/specs.ts';
import { detectDateline } from '../dateline/detect.ts';
import { newBlockId } from '../ids.ts';
import { type Mark, type Run, joinRuns } from '../inline.ts';
import { onlyFragment } from './clipboard.ts';
import { safeHref } from './href.ts';
import { type ElementStyle, styleOf } from './style.ts';
import { collapseRuns, runsHaveInk } from './white-space.ts';

export interface ReadOptions {
  /** The dateline style of the house (default `ap`). */
  datelineStyle?: string;
  /** When the story was written (RFC 3339): gives the dates of datelines their year. */
  near?: string;
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
  return new Reader('body', options).read(nodes, { marks: [], keepsLines: false });
}

/** Reads pasted or stored HTML text as blocks; of a clipboard, what lies in its fragment. */
export function blocksFromHtml(html: string, options?: ReadOptions): Block[] {
  return readBlocks(onlyFragment(fromHtml(html.replace(/^Version:[^<]*/u, ''))), options);
}

/** What the elements around some text say about it. */
interface Context {
  marks: readonly Mark[];
  keepsLines: boolean;
}

/** In `body` all blocks are read, in `block` those that may stand in another, in `line` none. */
type Depth = 'body' | 'block' | 'line';

class Reader {
  private readonly depth: Depth;
  private readonly options: ReadOptions;
  private readonly blocks: Block[] = [];
  /** Inline content that belongs to no block yet. */
  private line: Run[] = [];

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

  private text(text: string, { marks, keepsLines }: Context): void {
    for (const [index, line] of (keepsLines ? text.split('\n') : [text]).entries()) {
      if (index > 0) this.line.push({ break: true });
      if (line !== '')
        this.line.push(marks.length === 0 ? { text: line } : { text: line, marks: [...marks] });
    }
  }

  private element(element: Element, context: Context): void {
    const style = styleOf(element);
    if (style.hidden) return;
    if (element.tagName === 'br') {
      this.breakLine();
      return;
    }
    if (!style.block) {
      this.walk(element.children, inside(element, style, context));
      return;
    }
    this.endParagraph();
    const found = this.depth === 'line' ? undefined : this.asBlock(element, context);
    if (found === undefined) this.walk(element.children, inside(element, style, context));
    else this.blocks.push(...found);
    this.endParagraph();
  }

  private asBlock(element: Element, context: Context): Block[] | undefined {
    const read: ReadInside = {
      runs: (nodes) => new Reader('line', this.options).readLine(nodes, context),
      blocks: (nodes) => new Reader('block', this.options).read(nodes, context),
      address: (href) => safeHref(href),
      dateline: (printed) => readDateline(printed, this.options),
    };
    for (const spec of Object.values(blockSpecs())) {
      if (spec.topLevelOnly && this.depth !== 'body') continue;
      const blocks = spec.fromHast(element, read);
      if (blocks !== undefined) return blocks;
    }
    return undefined;
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
    if (content.length > 0) this.blocks.push({ type: 'paragraph', id: newBlockId(), content });
  }
}

/** A dateline whose form no wire has is kept as it is printed. */
function readDateline(printed: string, options: ReadOptions): Omit<Dateline, 'type' | 'id'> {
  const style = options.datelineStyle ?? 'ap';
  const found = detectDateline(printed, {
    style,
    ...(options.near === undefined ? {} : { near: options.near }),
  });
  if (found?.rest !== '') return { places: [], style, printed, override: true };
  const { rest: _, ...dateline } = found;
  return dateline;
}

function shown(line: readonly Run[]): Run[] {
  return runsHaveInk(line) ? joinRuns(collapseRuns(line)) : [];
}

function inside(element: Element, style: ElementStyle, context: Context): Context {
  let marks = context.marks;
  if (element.tagName === 'a' && typeof element.properties.href === 'string') {
    const href = safeHref(element.properties.href);
    if (href !== undefined) {
      marks = [...marks.filter(({ type }) => type !== 'link'), { type: 'link', href }];
    }
  }
  const linked = marks.some(({ type }) => type === 'link');
  for (const [type, on] of Object.entries(style.marks) as [Mark['type'], boolean][]) {
    // That a link is underlined by its style is how links look, not what the writer meant.
    if (type === 'underline' && linked && !['u', 'ins'].includes(element.tagName)) continue;
    marks = marks.filter((mark) => mark.type !== type);
    if (on) marks = [...marks, { type } as Mark];
  }
  return { marks, keepsLines: style.keepsLines || context.keepsLines };
}
