import type { Element, ElementContent } from 'hast';
import { hasClass } from '../html/classes.ts';
import { byClass, find, findAll, shownText } from '../html/find.ts';
import type { PageSetting } from '../html/page-setting.ts';
import { collapseText, hasInk } from '../html/white-space.ts';

/** Writes lowered blocks as wire copy: plain text, in the forms that a desk reads. */
export class BlockWriter {
  private readonly page: PageSetting;

  constructor(page: PageSetting) {
    this.page = page;
  }

  /** One block; what holds blocks is the lines of them all. */
  block(node: ElementContent): string {
    if (node.type !== 'element') return '';
    switch (node.tagName) {
      case 'hr':
        return '* * *';
      case 'ul':
      case 'ol':
        return listLines(node, '').join('\n');
      case 'table':
        return this.table(node);
      case 'aside':
        return this.sidebar(node);
      case 'blockquote':
        return this.quotation(node, '');
      case 'figure':
        return this.figure(node);
      default:
        if (hasClass(node, 'embed')) return card(node);
        if (hasClass(node, 'correction-note')) return note(node);
        return holdsBlocks(node) ? this.lines(node) : inlineText(node.children).trimEnd();
    }
  }

  private lines(node: Element): string {
    return node.children
      .map((child) => this.block(child))
      .filter(hasInk)
      .join('\n');
  }

  private figure(figure: Element): string {
    const caption = shownText(own(figure, 'figcaption'));
    if (hasClass(figure, 'image')) return this.picture(figure);
    if (hasClass(figure, 'gallery')) {
      const pictures = findAll(figure, (one) => hasClass(one, 'image'));
      const lines = pictures.map((picture) => this.picture(picture));
      return [...lines, caption].filter(hasInk).join('\n');
    }
    const quoted = own(figure, 'blockquote');
    const attribution = hasInk(caption) ? `— ${caption}` : '';
    return quoted === undefined ? attribution : this.quotation(quoted, attribution);
  }

  /** `[Picture: what it shows (who made it)]` */
  private picture(figure: Element): string {
    const caption = byClass(figure, 'caption');
    const alt = find(figure, ({ tagName }) => tagName === 'img')?.properties.alt;
    const elsewhere = byClass(figure, 'picture');
    const words = [
      caption === undefined ? '' : collapseText(inlineText(caption.children)),
      typeof alt === 'string' ? alt : '',
      byClass(elsewhere, 'unnamed') === undefined ? shownText(elsewhere) : '',
    ].find(hasInk);
    const rights = [byClass(figure, 'credit'), byClass(figure, 'copyright')].map(shownText);
    const by = [...new Set(rights)].filter(hasInk).join('; ');
    const said = [words ?? '', hasInk(by) ? `(${by})` : ''].filter(hasInk).join(' ');
    return hasInk(said) ? `[${this.page.words.picture}: ${said}]` : `[${this.page.words.picture}]`;
  }

  /** Each paragraph opens with a quotation mark and the last one closes, as in a newspaper. */
  private quotation(quoted: Element, attribution: string): string {
    const [open, close] = quotationMarks(this.page.language);
    const blocks = quoted.children.filter((child) => child.type === 'element');
    const last = blocks.findLast(({ tagName }) => tagName === 'p');
    const texts = blocks.map((block) => {
      const text = this.block(block);
      if (block.tagName !== 'p' || !hasInk(text) || hasClass(block, 'correction-note')) return text;
      const opened = STARTS_QUOTED.test(text) ? text : open + text;
      return block === last && !ENDS_QUOTED.test(text) ? opened + close : opened;
    });
    return [texts.filter(hasInk).join('\n\n'), attribution].filter(hasInk).join('\n');
  }

  /** A sidebar's title stands directly above its list. */
  private sidebar(aside: Element): string {
    const blocks = aside.children.filter((child) => child.type === 'element');
    const [title, second] = blocks;
    const titled = title?.tagName === 'h2' && second !== undefined && isList(second);
    const texts = blocks.map((block) => this.block(block));
    return titled
      ? [texts.slice(0, 2).join('\n'), ...texts.slice(2)].join('\n\n')
      : texts.join('\n\n');
  }

  /** A row is a line, with a tab between its cells. */
  private table(table: Element): string {
    const caption = own(table, 'caption');
    const rows = findAll(table, ({ tagName }) => tagName === 'tr').map((row) =>
      row.children
        .filter((cell) => cell.type === 'element')
        .map((cell) => this.oneLine(cell))
        .join('\t')
        .trimEnd(),
    );
    return [caption === undefined ? '' : this.oneLine(caption), ...rows].filter(hasInk).join('\n');
  }

  private oneLine(node: Element): string {
    const parts: string[] = [];
    let line: ElementContent[] = [];
    const endLine = () => {
      parts.push(inlineText(line));
      line = [];
    };
    for (const child of node.children) {
      if (isBlock(child)) {
        endLine();
        parts.push(this.block(child));
      } else {
        line.push(child);
      }
    }
    endLine();
    return collapseText(parts.join(' '));
  }
}

const STARTS_QUOTED = /^[“"„«»‘'「『]/u;
const ENDS_QUOTED = /[”"“»«’'」』]\.?$/u;

function quotationMarks(language: string): [string, string] {
  if (/^(?:ja|zh-Hant|zh-TW)\b/iu.test(language)) return ['「', '」'];
  if (/^de\b/iu.test(language)) return ['„', '“'];
  if (/^fr\b/iu.test(language)) return ['«\u00A0', '\u00A0»'];
  return ['“', '”'];
}

/** `What it is called (whose it is)`, and its address. */
function card(embed: Element): string {
  const link = find(embed, ({ tagName }) => tagName === 'a');
  const title = link === undefined || hasClass(link, 'unnamed') ? '' : shownText(link);
  const provider = shownText(byClass(embed, 'provider'));
  const named = hasInk(title) && hasInk(provider) ? `${title} (${provider})` : title || provider;
  return [named, link?.properties.href ?? ''].join('\n').trim();
}

function note(paragraph: Element): string {
  const words = byClass(paragraph, 'note-text')?.children ?? [];
  return `${shownText(byClass(paragraph, 'label'))}: ${inlineText(words)}`.trimEnd();
}

function own(node: Element, tagName: string): Element | undefined {
  return node.children
    .filter((child) => child.type === 'element')
    .find((child) => child.tagName === tagName);
}

/** Elements that stand on lines of their own. */
const BLOCKS = new Set(
  'aside blockquote caption div figcaption figure h1 h2 h3 h4 h5 h6 hr ol p table ul'.split(' '),
);

function isBlock(node: ElementContent): boolean {
  return node.type === 'element' && BLOCKS.has(node.tagName);
}

function holdsBlocks(node: Element): boolean {
  return node.children.some(isBlock);
}

function listLines(list: Element, indent: string): string[] {
  const items = list.children.filter((child) => child.type === 'element');
  return items.flatMap((item, index) => {
    const marker = list.tagName === 'ol' ? `${index + 1}.` : '-';
    const words = inlineText(item.children.filter((child) => !isList(child)));
    const lines = words.split('\n').filter(hasInk).join(`\n${indent}  `);
    const nested = item.children.filter((child) => child.type === 'element').filter(isList);
    return [
      `${indent}${marker} ${lines}`.trimEnd(),
      ...nested.flatMap((child) => listLines(child, `${indent}  `)),
    ];
  });
}

function isList(node: ElementContent): boolean {
  return node.type === 'element' && (node.tagName === 'ul' || node.tagName === 'ol');
}

/** The words of inline content; a link is its text, a break a line end. */
function inlineText(nodes: readonly ElementContent[]): string {
  return nodes
    .map((node) => {
      if (node.type === 'text') return node.value;
      if (node.type !== 'element') return '';
      return node.tagName === 'br' ? '\n' : inlineText(node.children);
    })
    .join('');
}
