import { $nodesOfType, HISTORY_MERGE_TAG, type LexicalEditor } from 'lexical';
import { CorrectionNode } from './CorrectionNode.ts';
import { setZone } from '../../story.ts';

/** Shows the times of notes on the clocks of a zone (IANA), and reads them as such. */
export function showTimesIn(editor: LexicalEditor, zone: string): void {
  setZone(editor, zone);
  editor.update(
    () => {
      for (const note of $nodesOfType(CorrectionNode)) note.markDirty();
    },
    { tag: HISTORY_MERGE_TAG },
  );
}
