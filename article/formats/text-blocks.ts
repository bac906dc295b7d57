import type { Element, ElementContent } from 'hast';
import { NOTE_KINDS, SIDEBAR_KINDS } from '../kinds.ts';
import { hasClass } from '../html/classes.ts';
import { byClass, find, findAll, shownText } from '../html/find.ts';
import type { PageSetting } from '../html/page-setting.ts';
import { collapseText, hasInk } from '../html/white-space.ts';
import { kindOfTitle } from '../import/wire-blocks.ts';
import { CROSSHEAD, DIVIDER } from '../import/wire-lines.ts';
import { noteParagraph } from '../wire/note.ts';
import type { WireWords } from '../wire/words.ts';

/** A page of wire copy. */
export type WirePage = PageSetting & { words: WireWords };

/**
 * Writes blocks, which have been turned into HTML, as wire copy: plain text in the forms that desks
 * are used to.
 */
export class BlockWriter {
  private readonly page: WirePage;

  constructor(page: WirePage) {
    this.page = page;
  }

  /**
   * One block; what holds blocks is the lines of them all. `said` is true where what it is cannot be
   * told from its place: a dateline has a line above its lead, a sidebar is a box.
   */
  block(node: ElementContent, said = false): string {
    if (node.type !== 'element') return '';
    switch (node.tagName) {
      case 'hr':
        return DIVIDER;
      case 'h2':
      case 'h3':
      case 'h4':
        return this.crosshead(node);
      case 'ul':
      case 'ol':
        return topList(node);
      case 'table':
        return this.table(node);
      case 'aside':
        return this.sidebar(node, said);
      case 'blockquote':
        return quoted(this.stacked(node), '');
      case 'figure':
        return this.figure(node);
      default:
        if (hasClass(node, 'embed')) return card(node);
        if (hasClass(node, 'correction-note')) return this.note(node);
        if (said && datelineIn(node) !== undefined) return this.saidDateline(node);
        return holdsBlocks(node) ? this.lines(node) : inlineText(node.children).trimEnd();
    }
  }

  /** `- What now -`: one hyphen for a crosshead, more for those below it. */
  private crosshead(heading: Element): string {
    const words = this.oneLine(heading);
    const hyphens = '-'.repeat(Number(heading.tagName[1]) - 1);
    return hasInk(words) ? `${hyphens} ${words} ${hyphens}` : '';
  }

  private saidDateline(lead: Element): string {
    const words = inlineText(lead.children.slice(1)).trim();
    const said = `${this.page.words.dateline}: ${datelineIn(lead)}`;
    return [said, words].filter(hasInk).join('\n');
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
    const words = own(figure, 'blockquote');
    const lines = quoted(words === undefined ? '' : this.stacked(words), caption);
    return hasClass(figure, 'pullquote') ? `[${this.page.words.pullquote}]\n${lines}` : lines;
  }

  private note(paragraph: Element): string {
    const kind = NOTE_KINDS.find((name) => hasClass(paragraph, name)) ?? 'correction';
    const time = byClass(paragraph, 'at');
    const at = time?.properties.dateTime ?? shownText(time);
    const text = inlineText(byClass(paragraph, 'note-text')?.children ?? []);
    return noteParagraph({ kind, at, text }, this.page);
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

  /** The blocks in an element, with blank lines between them. */
  private stacked(node: Element): string {
    return node.children
      .map((child) => this.block(child))
      .filter(hasInk)
      .join('\n\n');
  }

  /**
   * A title directly above its list says what it is; any other sidebar is a box between two lines,
   * `[Facts: What is known]` and `[End of box]`.
   */
  private sidebar(aside: Element, said: boolean): string {
    const { words } = this.page;
    const blocks = aside.children.filter((child) => child.type === 'element');
    const head = blocks.find((block) => hasClass(block, 'sidebar-title'));
    const rest = blocks.filter((block) => block !== head);
    const title = shownText(head);
    const kind = SIDEBAR_KINDS.find((name) => hasClass(aside, name)) ?? 'factbox';
    const [list, more] = rest;
    const isUsual = list !== undefined && isList(list) && more === undefined;
    if (isUsual && !said && kindOfTitle(title) === kind) {
      return `${title}\n${topList(list)}`;
    }
    const opening = hasInk(title) ? `[${words[kind]}: ${title}]` : `[${words[kind]}]`;
    const texts = rest.map((block) => this.block(block));
    return [opening, ...texts, `[${words.boxEnd}]`].filter(hasInk).join('\n\n');
  }

  /** A row is a line, with a tab between its cells; dashes below the heads of the columns. */
  private table(table: Element): string {
    const caption = own(table, 'caption');
    const heads = findAll(own(table, 'thead'), ({ tagName }) => tagName === 'tr').length;
    const rows = findAll(table, ({ tagName }) => tagName === 'tr').map((row) =>
      row.children.filter((cell) => cell.type === 'element').map((cell) => this.oneLine(cell)),
    );
    const lines = rows.map((cells) => cells.join('\t').trimEnd());
    if (heads > 0) lines.splice(heads, 0, (rows[0] ?? []).map(() => '---').join('\t'));
    return [caption === undefined ? '' : this.oneLine(caption), ...lines].filter(hasInk).join('\n');
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

/** The dateline at the head of a paragraph. */
export function datelineIn(node: ElementContent): string | undefined {
  const [head] = node.type === 'element' ? node.children : [];
  return head?.type === 'element' && hasClass(head, 'dateline') ? shownText(head) : undefined;
}

/** True for a sidebar with a list that would be one with the list after it. */
export function joinsNext(node: ElementContent, next: ElementContent | undefined): boolean {
  const isSidebar = node.type === 'element' && node.tagName === 'aside';
  return isSidebar && isBulleted(node.children.at(-1)) && isBulleted(next);
}

function isBulleted(node: ElementContent | undefined): boolean {
  return node?.type === 'element' && node.tagName === 'ul';
}

/** What is quoted, each line after a `>` as in a letter, and below it who said it. */
function quoted(text: string, attribution: string): string {
  const lines = hasInk(text) ? text.split('\n') : [];
  if (hasInk(attribution)) lines.push(`— ${attribution}`);
  return lines.map((line) => (line === '' ? '>' : `> ${line}`)).join('\n');
}

/** A list; one of a single item that could be a crosshead has another sign before it. */
function topList(list: Element): string {
  const text = listLines(list, '').join('\n');
  return CROSSHEAD.test(text) ? text.replace('-', '•') : text;
}

/** `What it is called (whose it is)`, and its address. */
function card(embed: Element): string {
  const link = find(embed, ({ tagName }) => tagName === 'a');
  const title = link === undefined || hasClass(link, 'unnamed') ? '' : shownText(link);
  const provider = shownText(byClass(embed, 'provider'));
  const named = hasInk(title) && hasInk(provider) ? `${title} (${provider})` : title || provider;
  return [named, link?.properties.href ?? ''].join('\n').trim();
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
