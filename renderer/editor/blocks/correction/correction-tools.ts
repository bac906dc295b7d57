import { $setBlocksType } from '@lexical/selection';
import { $findMatchingParent, $getEditor, $getSelection } from 'lexical';
import { PencilLine } from 'lucide-react';
import { thisMinute } from '../../fields/time-field.ts';
import { zoneOf } from '../../story.ts';
import type { BlockTools, TextKind } from '../block-tools.ts';
import { $isAllIn, $toPlainLines } from '../release.ts';
import { insertText } from '../text-kind.ts';
import { $createCorrectionNode, $isCorrectionNode } from './CorrectionNode.ts';
import './correction.css';

const correctionKind: TextKind = {
  id: 'correction',
  name: 'kind.correction',
  $has: (node) => $findMatchingParent(node, $isCorrectionNode) !== null,
  /** A note is one of this minute. */
  $turn() {
    if ($isAllIn($isCorrectionNode)) return;
    $toPlainLines(true);
    const at = thisMinute(zoneOf($getEditor()));
    $setBlocksType($getSelection(), () => $createCorrectionNode('correction', at));
  },
};

export const correctionTools: BlockTools = {
  inserts: [
    {
      command: 'insert.correction',
      icon: PencilLine,
      insert: insertText(correctionKind),
    },
  ],
  kinds: [correctionKind],
  $turns: (node, kinds) =>
    $isCorrectionNode(node) ? kinds.filter(({ id }) => id === 'paragraph') : undefined,
};
