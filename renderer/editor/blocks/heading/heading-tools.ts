import {
  $createHeadingNode,
  $isHeadingNode,
  HeadingNode,
  type HeadingTagType,
} from '@lexical/rich-text';
import { $setBlocksType } from '@lexical/selection';
import { $findMatchingParent, $getSelection } from 'lexical';
import { Heading } from 'lucide-react';
import type { TextKey } from '../../../locale/locale.ts';
import type { BlockTools, TextKind } from '../block-tools.ts';
import { $toPlainLines } from '../release.ts';
import { insertText } from '../text-kind.ts';

const crosshead = kindOf('crosshead', 'h2', 'kind.crosshead');
const kinds = [
  crosshead,
  kindOf('crosshead-small', 'h3', 'kind.crossheadSmall'),
  kindOf('crosshead-smallest', 'h4', 'kind.crossheadSmallest'),
];

function kindOf(id: string, tag: HeadingTagType, name: TextKey): TextKind {
  return {
    id,
    name,
    $has: (node) => $findMatchingParent(node, $isHeadingNode)?.getTag() === tag,
    $turn() {
      $toPlainLines(false);
      $setBlocksType($getSelection(), () => $createHeadingNode(tag));
    },
  };
}

export const headingTools: BlockTools = {
  inserts: [
    {
      command: 'insert.crosshead',
      icon: Heading,
      starts: true,
      insert: insertText(crosshead),
    },
  ],
  kinds,
  shortcuts: [
    {
      signs: /^(#{2,4})\s/u,
      nodes: [HeadingNode],
      $make(line, rest, [, signs]) {
        const tag = signs?.length === 3 ? 'h3' : signs?.length === 4 ? 'h4' : 'h2';
        const node = $createHeadingNode(tag).append(...rest);
        line.replace(node);
        node.select(0, 0);
      },
    },
  ],
  $turns: (node, all) => ($isHeadingNode(node) ? all.filter(({ $has }) => !$has(node)) : undefined),
};
