import { childOf } from '../html/find.ts';
import type { Element, ElementContent } from 'hast';
import { type Handle, type State, toMdast } from 'hast-util-to-mdast';
import type { BlockContent, PhrasingContent, Root, RootContent } from 'mdast';
import { blockSpecs } from '../blocks/specs.ts';
import { classesOf } from '../html/classes.ts';
import { serializeElement } from '../html/serialize.ts';
import { simpleMarkSpecs } from '../marks/marks.ts';
import { settleInline } from './code.ts';
import { type MarkdownWriter, html } from './form.ts';

/**
 * The body of an article as Markdown. Where Markdown has a form it has that form. What it has no
 * form for is the HTML that Markdown allows, and its text stays Markdown where it can. The form of
 * each block stands with the block; here is what they have in common:
 *
 * - any other figure: `<figure>`, its words, `</figure>`
 * - marks that Markdown has no sign for: `<u>`, `<sub>`, `<sup>`
 */
export function markdownFromHast(nodes: readonly ElementContent[]): Root {
  const tree = toMdast(
    { type: 'root', children: nodes.map(settleInline) },
    { document: true, handlers: HANDLERS, newlines: false },
  );
  if (tree.type !== 'root') throw new Error(`a body became ${tree.type}`);
  return tree;
}

const FORMS = Object.values(blockSpecs).flatMap(({ markdown }) => markdown?.write ?? []);

/** Elements that may be a block with a form of its own, and what they are otherwise. */
const BLOCKS: Record<string, (node: Element, writer: MarkdownWriter) => RootContent[]> = {
  p(node, { phrasing }) {
    const children = phrasing(node);
    return children.length === 0 ? [] : [{ type: 'paragraph', children }];
  },
  figure(node, { flow }) {
    const caption = childOf(node, 'figcaption');
    const inside = flow(
      node,
      node.children.filter((child) => child !== caption),
    );
    const [name = ''] = classesOf(node);
    return [
      html(`<figure class="${name}">`),
      ...inside,
      ...(caption === undefined ? [] : [html(serializeElement(caption))]),
      html('</figure>'),
    ];
  },
};

for (const tag of [
  'aside',
  'details',
  'div',
  'dl',
  'h2',
  'h3',
  'h4',
  'ol',
  'section',
  'table',
  'ul',
])
  BLOCKS[tag] = (node, { flow }) => flow(node);

const HANDLERS: Record<string, Handle> = {
  ...Object.fromEntries(
    simpleMarkSpecs.filter(({ unsigned }) => unsigned).map(({ tag }) => [tag, inTags]),
  ),
  small: inTags,
  'html-break': () => html('<br>'),
};

for (const [tag, otherwise] of Object.entries(BLOCKS)) {
  HANDLERS[tag] = (state, node) => {
    const writer = writerOf(state);
    for (const write of FORMS) {
      const written = write(node, writer);
      if (written !== undefined) return written;
    }
    return otherwise(node, writer);
  };
}

function writerOf(state: State): MarkdownWriter {
  return {
    flow(parent, nodes: readonly ElementContent[] = parent.children) {
      const all = state.all({ ...parent, children: [...nodes] });
      return state.toFlow(all) as BlockContent[];
    },
    phrasing: (node) => state.all(node) as PhrasingContent[],
  };
}

/** A mark that Markdown has no sign for. */
function inTags(state: State, node: Element): PhrasingContent[] {
  const classes = classesOf(node);
  const open = classes.length === 0 ? node.tagName : `${node.tagName} class="${classes.join(' ')}"`;
  return [html(`<${open}>`), ...(state.all(node) as PhrasingContent[]), html(`</${node.tagName}>`)];
}
