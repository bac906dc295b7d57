import type { Element, ElementContent, Properties, Root, RootContent } from 'hast';
import { classesOf, hasClass, textOf } from './classes.ts';
import { element } from './element.ts';
import { hasInk } from './white-space.ts';

type Parent = Root | Element;

/**
 * Rewrites, in place, what word processors put on a clipboard into the elements it stands for:
 * paragraphs and flat items that look like a list become lists, comments of editors and the marks
 * of line ends vanish, and spaces that only fill are spaces.
 */
export function readOffice(root: Root): Root {
  tidy(root);
  return root;
}

function tidy(parent: Parent): void {
  const children = (parent.children as RootContent[]).filter((child) => !isMargin(child));
  for (const child of children) {
    if (child.type !== 'element') continue;
    if (isFill(child)) fillWithSpaces(child);
    if (child.properties.role === 'heading') asHeading(child);
    if (child.tagName === 'td') asInline(child);
    // A place in the text it came from is no place here.
    if (String(child.properties.href).startsWith('#')) delete child.properties.href;
    tidy(child);
  }
  parent.children = withLists(children) as ElementContent[];
}

function styleText({ properties }: Element): string {
  return typeof properties.style === 'string' ? properties.style : '';
}

/** Comments of editors with what points to them, data of the program, and marks of line ends. */
function isMargin(node: RootContent): boolean {
  if (node.type !== 'element') return false;
  if (node.tagName === 'xml') return true;
  if (/mso-(?:element|special-character)\s*:\s*comment/iu.test(styleText(node))) return true;
  return ['msocomanchor', 'msocomoff', 'msocomtxt', 'MsoCommentReference', 'EOP'].some((name) =>
    hasClass(node, name),
  );
}

function isFill(node: Element): boolean {
  if (/mso-(?:spacerun|tab-count)\s*:/iu.test(styleText(node))) return true;
  return classesOf(node).some((name) => /^(?:apple-converted-space|LineBreakBlob)$/iu.test(name));
}

function fillWithSpaces(node: Element): void {
  for (const child of node.children) {
    if (child.type === 'text') child.value = child.value.replaceAll('\u00A0', ' ');
    else if (child.type === 'element') fillWithSpaces(child);
  }
}

function asHeading(node: Element): void {
  const level = Number(node.properties.ariaLevel);
  if (['p', 'div'].includes(node.tagName) && level >= 1 && level <= 6) node.tagName = `h${level}`;
}

/** What a cell says of its text, its text says. */
function asInline(cell: Element): void {
  const style = styleText(cell)
    .split(';')
    .filter((one) => /^\s*(?:font-weight|font-style|text-decoration)/iu.test(one))
    .join(';');
  if (style !== '') cell.children = [element('span', { style }, cell.children)];
}

/** One item, as flat as the program wrote it. */
interface FlatItem {
  level: number;
  tagName: 'ul' | 'ol';
  /** Items of one list have the same. */
  list: unknown;
  properties: Properties;
  children: ElementContent[];
}

/** The row of nodes with its flat items gathered into nested lists. */
function withLists(nodes: readonly RootContent[]): RootContent[] {
  const gathered: RootContent[] = [];
  let open: { item: FlatItem; list: Element }[] = [];
  for (const node of nodes) {
    const items = flatItems(node);
    if (items === undefined) {
      const between = node.type === 'comment' || (node.type === 'text' && !hasInk(node.value));
      if (!between) open = [];
      gathered.push(node);
      continue;
    }
    for (const item of items) {
      open = open.filter((outer) => outer.item.level <= item.level);
      const last = open.at(-1);
      const goesOn = last?.item.list === item.list && last?.item.tagName === item.tagName;
      if (last?.item.level === item.level && !goesOn) open.pop();
      if (open.at(-1)?.item.level !== item.level) {
        const list = element(item.tagName);
        const around = open.at(-1)?.list.children.at(-1);
        if (around?.type === 'element') around.children.push(list);
        else gathered.push(list);
        open.push({ item, list });
      }
      open.at(-1)?.list.children.push(element('li', item.properties, item.children));
    }
  }
  return gathered;
}

function flatItems(node: RootContent): FlatItem[] | undefined {
  if (node.type !== 'element') return undefined;
  const item = officeItem(node);
  if (item !== undefined) return [item];
  const only = node.tagName === 'div' ? onlyChild(node) : node;
  return only === undefined ? undefined : levelledItems(only);
}

function onlyChild(node: Element): Element | undefined {
  const shown = node.children.filter(
    (child) => child.type === 'element' || (child.type === 'text' && hasInk(child.value)),
  );
  const [only] = shown;
  return shown.length === 1 && only?.type === 'element' ? only : undefined;
}

/** A paragraph of Word that is shown as an item: its style names the list and the level. */
function officeItem(node: Element): FlatItem | undefined {
  if (node.tagName !== 'p' && node.tagName !== 'div') return undefined;
  const [, list, level, use = ''] =
    /mso-list\s*:\s*(l\d+)\s+level(\d+)(?:\s+(lfo\d+))?/iu.exec(styleText(node)) ?? [];
  if (list === undefined) return undefined;
  const signs: string[] = [];
  const children = withoutSigns(node.children, signs);
  const tagName = isNumber(signs.join('')) ? 'ol' : 'ul';
  return { level: Number(level), tagName, list: `${list} ${use}`, properties: {}, children };
}

/** The nodes without the bullets and numbers in them, which `signs` gets. */
function withoutSigns(nodes: readonly ElementContent[], signs: string[]): ElementContent[] {
  return nodes.flatMap((node): ElementContent[] => {
    if (node.type !== 'element') return [node];
    if (/mso-list\s*:\s*ignore/iu.test(styleText(node))) {
      signs.push(textOf(node));
      return [];
    }
    return [{ ...node, children: withoutSigns(node.children, signs) }];
  });
}

/** `1.`, `a)`, `(iv)`, `2.1`, `３`; a letter alone is a bullet of some font. */
function isNumber(sign: string): boolean {
  return /^[([（]?(?:\p{N}[\p{N}.．]*|\p{L}{1,6})[.)\]）．、:]|^\p{N}+$/u.test(
    sign.replace(/\s+/gu, ''),
  );
}

/** The items of a list that says of each how deep it is, and nests none. */
function levelledItems(list: Element): FlatItem[] | undefined {
  const { tagName } = list;
  if (tagName !== 'ul' && tagName !== 'ol') return undefined;
  const items: FlatItem[] = [];
  for (const child of list.children) {
    if (child.type === 'element') {
      const level = child.tagName === 'li' ? levelOf(child) : undefined;
      if (level === undefined) return undefined;
      const named = child.properties.dataListid ?? list;
      const { properties, children } = child;
      items.push({ level, tagName, list: named, properties, children });
    } else if (child.type === 'text' && hasInk(child.value)) return undefined;
  }
  return items.length === 0 ? undefined : items;
}

function levelOf(item: Element): number | undefined {
  const { ariaLevel, dataAriaLevel } = item.properties;
  const depth = classesOf(item)
    .map((name) => /(?:-depth|^ql-indent-)(\d+)$/u.exec(name)?.[1])
    .find((found) => found !== undefined);
  const level = Number(ariaLevel ?? dataAriaLevel ?? depth ?? Number.NaN);
  return Number.isInteger(level) && level >= 0 ? level : undefined;
}
