import { $createParagraphNode, $isElementNode, type ElementNode, type LexicalNode } from 'lexical';
import { $idOf, $restOf, $setIdentity } from './state.ts';

/** A block that is one line of text, which no key joins with the text around it: a pull quote, a note. */
export interface LineBlock extends ElementNode {
  isLineBlock(): true;
  /** Puts paragraphs in its place, which have all of its words, and answers them. */
  release(): ElementNode[];
  /** Does what Backspace does at its start. */
  collapseAtStart(): true;
}

/** True for a block that is one line, closed off from the text around it. */
export function $isLineBlock(node: LexicalNode | null | undefined): node is LineBlock {
  return $isElementNode(node) && 'isLineBlock' in node;
}

/** Makes a paragraph of such a block, with these lines below it. Answers them all. */
export function $toParagraph(line: ElementNode, after: readonly ElementNode[]): ElementNode[] {
  const paragraph = $setIdentity($createParagraphNode(), $idOf(line), $restOf(line));
  line.replace(paragraph, true);
  for (const next of after.toReversed()) paragraph.insertAfter(next);
  return [paragraph, ...after];
}
