import type { Element } from 'hast';
import { type SimpleMark, simpleMarkSpecs } from '../marks/marks.ts';

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

const TAG_MARKS: ReadonlyMap<string, SimpleMark> = new Map(
  simpleMarkSpecs.flatMap(({ type, tags }) => tags.map((tag) => [tag, type] as const)),
);

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
  const ownMark = TAG_MARKS.get(tagName);
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
  for (const { type, style: says } of simpleMarkSpecs) {
    const said = says?.(property, value);
    if (said === 'own') delete style.marks[type];
    else if (said !== undefined) style.marks[type] = said;
  }
  switch (property) {
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
