import {
  type ElementTransformer,
  type TextMatchTransformer,
  registerMarkdownShortcuts,
} from '@lexical/markdown';
import {
  $findMatchingParent,
  $isParagraphNode,
  type LexicalEditor,
  type TextFormatType,
} from 'lexical';
import type { Shortcut } from '../blocks/block-tools.ts';
import { $isLeadNode } from '../blocks/dateline/LeadNode.ts';
import { $isSidebarTitleNode } from '../blocks/sidebar/SidebarTitleNode.ts';
import { allBlockTools } from '../blocks/tools.ts';

/** Markdown as it is typed: `## `, `- `, `1. `, `--- `, `**bold**`, `*it*`, `` `code` ``, `~~s~~`. */
export function registerShortcuts(editor: LexicalEditor): () => void {
  return registerMarkdownShortcuts(editor, [
    ...allBlockTools.flatMap(({ shortcuts = [] }) => shortcuts.map(atStart)),
    between('**', /\*\*([^*\s](?:[^*]*[^*\s])?)\*\*$/u, 'bold'),
    between('*', /(?<!\*)\*([^*\s](?:[^*]*[^*\s])?)\*$/u, 'italic'),
    between('`', /`([^`]+)`$/u, 'code'),
    between('~~', /~~([^~\s](?:[^~]*[^~\s])?)~~$/u, 'strikethrough'),
  ]);
}

/** What is typed at the start of a paragraph to turn it into something else. */
function atStart({ signs, nodes, $make }: Shortcut): ElementTransformer {
  return {
    type: 'element',
    dependencies: [...nodes],
    regExp: signs,
    export: () => null,
    replace: (line, rest, match) => {
      // A dateline belongs to a paragraph, and titles stay titles: there the typed characters stay.
      if (!$isParagraphNode(line) || $isLeadNode(line)) return false;
      $make(line, rest, match);
      return undefined;
    },
  };
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
