import type { Element } from 'hast';
import { SIMPLE_MARKS } from '../inline.ts';

type SimpleMark = (typeof SIMPLE_MARKS)[number];

/** What the tag and the `style` attribute of an element say about the text in it. */
export interface ElementStyle {
  /** True turns a mark on, false turns an inherited one off. */
  marks: Partial<Record<SimpleMark, boolean>>;
  block: boolean;
  hidden: boolean;
  /** Line ends in the source are line ends on the page. */
  keepsLines: boolean;
  /** So are the spaces that a line begins with. */
  keepsIndents: boolean;
}

const TAG_MARKS: Record<string, SimpleMark> = {
  b: 'bold',
  strong: 'bold',
  i: 'italic',
  em: 'italic',
  u: 'underline',
  ins: 'underline',
  s: 'strikethrough',
  strike: 'strikethrough',
  del: 'strikethrough',
  sub: 'subscript',
  sup: 'superscript',
  code: 'code',
  kbd: 'code',
  samp: 'code',
  tt: 'code',
  pre: 'code',
  dt: 'bold',
};

const BLOCKS = new Set(
  (
    'address article aside blockquote body caption center dd details dialog dir div dl dt ' +
    'fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li ' +
    'main menu nav ol p pre search section summary table tbody td tfoot th thead tr ul'
  ).split(' '),
);

/** Elements whose text no page shows, or shows only in place of something else. */
const UNSEEN = new Set(
  (
    'base canvas datalist head link meta meter noembed noframes noscript progress script select ' +
    'style svg template textarea title'
  ).split(' '),
);

/** Reads the style of an element. */
export function styleOf(element: Element): ElementStyle {
  const { tagName, properties } = element;
  const style: ElementStyle = {
    marks: {},
    block: BLOCKS.has(tagName),
    hidden:
      UNSEEN.has(tagName) ||
      (properties.hidden !== undefined && properties.hidden !== false) ||
      (tagName === 'dialog' && properties.open === undefined),
    keepsLines: tagName === 'pre',
    keepsIndents: tagName === 'pre',
  };
  const ownMark = Object.hasOwn(TAG_MARKS, tagName) ? TAG_MARKS[tagName] : undefined;
  if (ownMark !== undefined) style.marks[ownMark] = true;
  if (typeof properties.style === 'string') {
    for (const declaration of properties.style.toLowerCase().split(';')) {
      const colon = declaration.indexOf(':');
      if (colon === -1) continue;
      declare(style, declaration.slice(0, colon).trim(), declaration.slice(colon + 1).trim());
    }
  }
  return style;
}

function declare(style: ElementStyle, property: string, value: string): void {
  const { marks } = style;
  switch (property) {
    case 'font-weight':
      if (/^(?:bold|bolder|[6-9]\d\d)\b/u.test(value)) marks.bold = true;
      else if (/^(?:normal|lighter|[1-5]\d\d)\b/u.test(value)) marks.bold = false;
      break;
    case 'font-style':
      if (/^(?:italic|oblique)/u.test(value)) marks.italic = true;
      else if (value.startsWith('normal')) marks.italic = false;
      break;
    case 'text-decoration':
    case 'text-decoration-line':
      // A line drawn by an element around this one is not taken away by `none`; its own is.
      if (value.startsWith('none')) {
        delete marks.underline;
        delete marks.strikethrough;
      }
      if (value.includes('underline')) marks.underline = true;
      if (value.includes('line-through')) marks.strikethrough = true;
      break;
    case 'vertical-align':
      if (value.startsWith('super')) marks.superscript = true;
      else if (value.startsWith('sub')) marks.subscript = true;
      break;
    case 'display':
      if (value.startsWith('none')) style.hidden = true;
      else if (/^(?:block|flex|grid|flow-root|list-item|table)\b/u.test(value)) style.block = true;
      break;
    case 'visibility':
      if (/^(?:hidden|collapse)/u.test(value)) style.hidden = true;
      break;
    case 'mso-hide':
      if (value.startsWith('all')) style.hidden = true;
      break;
    case 'white-space':
      style.keepsLines = /^(?:pre|break-spaces)/u.test(value);
      break;
    default:
  }
}
