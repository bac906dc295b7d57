import { SIMPLE_MARKS } from '../../../article/marks/marks.ts';
import { markTools } from '../marks.ts';
import { $createLinkNode, $isLinkNode, type LinkNode } from '@lexical/link';
import {
  $createLineBreakNode,
  $createTextNode,
  $getState,
  $isLineBreakNode,
  $isTextNode,
  $setState,
  type LexicalNode,
  TEXT_TYPE_TO_FORMAT,
  type TextNode,
  createState,
} from 'lexical';
import { deepEqual } from '../../../article/deep-equal.ts';
import { type Mark, type Run, type TextRun, joinRuns } from '../../../article/inline.ts';
import { marksState, restOf, runRestState } from '../blocks/state.ts';

type LinkMark = Extract<Mark, { type: 'link' }>;

/** The link mark that a link node shows, where it says more than an address. */
const linkState = createState('mark', {
  parse: (value): LinkMark | null =>
    typeof value === 'object' && value !== null ? (value as LinkMark) : null,
  isEqual: deepEqual,
});

/** The nodes of inline content. */
export function $writeRuns(runs: readonly Run[]): LexicalNode[] {
  const nodes: LexicalNode[] = [];
  for (const run of runs) {
    if ('break' in run) {
      nodes.push($setState($createLineBreakNode(), runRestState, restOf(run, 'break')));
      continue;
    }
    const link = run.marks?.find((mark) => mark.type === 'link');
    const text = $writeText(run, link);
    if (link === undefined) {
      nodes.push(text);
      continue;
    }
    const last = nodes.at(-1);
    if ($isLinkNode(last) && deepEqual($linkMark(last), link)) last.append(text);
    else nodes.push($createLink(link).append(text));
  }
  return nodes;
}

/** Inline content of nodes that lie side by side in one block; block nodes among them are left out. */
export function $readRuns(nodes: readonly LexicalNode[]): Run[] {
  return joinRuns(nodes.flatMap((node) => $readNode(node)));
}

/** The runs of one inline node. */
export function $readNode(node: LexicalNode, link?: LinkMark): Run[] {
  if ($isTextNode(node)) return [$readText(node, link)];
  if ($isLineBreakNode(node)) return [{ ...$getState(node, runRestState), break: true }];
  if ($isLinkNode(node)) {
    const mark = $linkMark(node);
    return node.getChildren().flatMap((child) => $readNode(child, mark));
  }
  return [];
}

/** The run of a text node, or of a part of it. */
export function $readText(node: TextNode, link?: LinkMark, text = node.getTextContent()): TextRun {
  const formats = SIMPLE_MARKS.filter((type) => node.hasFormat(markTools[type].format));
  const marks: Mark[] = [
    ...formats.map((type): Mark => ({ type })),
    ...$getState(node, marksState),
  ];
  if (link !== undefined) marks.push(link);
  return { ...$getState(node, runRestState), text, ...(marks.length > 0 && { marks }) };
}

/** An empty link node for a mark. */
export function $createLink(mark: LinkMark): LinkNode {
  return $setLinkMark($createLinkNode(), mark);
}

/** Makes a link node show a mark. */
export function $setLinkMark(node: LinkNode, mark: LinkMark): LinkNode {
  const onlyAddress = 'href' in mark && Object.keys(mark).length === 2;
  // The address of another story of the desk is known only when the article is published.
  node.setURL('href' in mark ? mark.href : '#');
  return $setState(node, linkState, onlyAddress ? null : mark);
}

/** The mark that a link node shows. */
export function $linkMark(node: LinkNode): LinkMark {
  const mark = $getState(node, linkState);
  const href = node.getURL();
  if (mark === null) return { type: 'link', href };
  const address = 'href' in mark ? mark.href : '#';
  return address === href ? mark : { type: 'link', href };
}

function $writeText(run: TextRun, link: Mark | undefined): TextNode {
  const node = $createTextNode(run.text);
  let format = 0;
  const others: Mark[] = [];
  for (const mark of run.marks ?? []) {
    if (mark === link) continue;
    const simple = SIMPLE_MARKS.find((type) => type === mark.type);
    if (simple !== undefined && Object.keys(mark).length === 1) {
      format |= TEXT_TYPE_TO_FORMAT[markTools[simple].format] ?? 0;
    } else {
      others.push(mark);
    }
  }
  node.setFormat(format);
  $setState(node, marksState, others);
  return $setState(node, runRestState, restOf(run, 'text', 'marks'));
}
