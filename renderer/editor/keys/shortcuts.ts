import { $createListItemNode, $createListNode, ListItemNode, ListNode } from '@lexical/list';
import {
  type ElementTransformer,
  type TextMatchTransformer,
  registerMarkdownShortcuts,
} from '@lexical/markdown';
import { $createHeadingNode, HeadingNode } from '@lexical/rich-text';
import {
  $createParagraphNode,
  $findMatchingParent,
  $isParagraphNode,
  type LexicalEditor,
  type LexicalNode,
  type ParagraphNode,
  type TextFormatType,
} from 'lexical';
import { $quoteOf } from '../selection/lines.ts';
import { $createDividerNode, DividerNode } from '../blocks/divider/DividerNode.ts';
import { $isLeadNode } from '../blocks/dateline/LeadNode.ts';
import { $createQuoteNode, QuoteNode } from '../blocks/quote/QuoteNode.ts';
import { $isSidebarTitleNode } from '../blocks/sidebar/SidebarTitleNode.ts';

/** Markdown as it is typed: `## `, `- `, `1. `, `--- `, `**bold**`, `*it*`, `` `code` ``, `~~s~~`. */
export function registerShortcuts(editor: LexicalEditor): () => void {
  return registerMarkdownShortcuts(editor, [
    heading,
    quotation,
    bulleted,
    numbered,
    divider,
    between('**', /\*\*([^*\s](?:[^*]*[^*\s])?)\*\*$/u, 'bold'),
    between('*', /(?<!\*)\*([^*\s](?:[^*]*[^*\s])?)\*$/u, 'italic'),
    between('`', /`([^`]+)`$/u, 'code'),
    between('~~', /~~([^~\s](?:[^~]*[^~\s])?)~~$/u, 'strikethrough'),
  ]);
}

type Replace = (line: ParagraphNode, rest: LexicalNode[], match: string[]) => void;

/** What is typed at the start of a paragraph to turn it into something else. */
function atStart(
  pattern: RegExp,
  needs: ElementTransformer['dependencies'],
  $replace: Replace,
): ElementTransformer {
  return {
    type: 'element',
    dependencies: needs,
    regExp: pattern,
    export: () => null,
    replace: (line, rest, match) => {
      // A dateline belongs to a paragraph, and titles stay titles: there the typed characters stay.
      if (!$isParagraphNode(line) || $isLeadNode(line)) return false;
      $replace(line, rest, match);
      return undefined;
    },
  };
}

const heading = atStart(/^(#{2,4})\s/u, [HeadingNode], (line, rest, [, signs]) => {
  const tag = signs?.length === 3 ? 'h3' : signs?.length === 4 ? 'h4' : 'h2';
  const node = $createHeadingNode(tag).append(...rest);
  line.replace(node);
  node.select(0, 0);
});

const quotation = atStart(/^>\s/u, [QuoteNode], (line, rest) => {
  if ($quoteOf(line) !== null) return;
  const paragraph = $createParagraphNode().append(...rest);
  line.replace($createQuoteNode().append(paragraph));
  paragraph.select(0, 0);
});

const bulleted = atStart(/^[-*]\s/u, [ListNode, ListItemNode], (line, rest) =>
  $toList(line, rest, 'bullet'),
);

const numbered = atStart(/^1[.)]\s/u, [ListNode, ListItemNode], (line, rest) =>
  $toList(line, rest, 'number'),
);

const divider = atStart(/^---\s$/u, [DividerNode], (line, rest) => {
  const paragraph = $createParagraphNode().append(...rest);
  line.replace(paragraph);
  paragraph.insertBefore($createDividerNode());
  paragraph.select(0, 0);
});

function $toList(line: ParagraphNode, rest: LexicalNode[], type: 'bullet' | 'number'): void {
  const item = $createListItemNode().append(...rest);
  line.replace($createListNode(type).append(item));
  item.select(0, 0);
}

/** Text between two signs gets a mark; what is typed after it does not. */
function between(sign: string, pattern: RegExp, format: TextFormatType): TextMatchTransformer {
  return {
    type: 'text-match',
    dependencies: [],
    trigger: sign.slice(-1),
    regExp: pattern,
    replace: (node, [, text]) => {
      if (text === undefined || $findMatchingParent(node, $isSidebarTitleNode) !== null) return;
      const around = node.getFormat();
      node.setTextContent(text);
      node.toggleFormat(format);
      node.select().setFormat(around);
    },
  };
}
