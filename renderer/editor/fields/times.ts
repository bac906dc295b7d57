import { $nodesOfType, HISTORY_MERGE_TAG, type LexicalEditor } from 'lexical';
import { blockNodes } from '../blocks/nodes.ts';
import { setZone } from '../story.ts';

/** The nodes whose fields show times. */
const timed = blockNodes.filter(({ prototype }) => 'hasTimes' in prototype);

/** Shows the times in the text on the clocks of a zone (IANA), and reads them as such. */
export function showTimesIn(editor: LexicalEditor, zone: string): void {
  setZone(editor, zone);
  editor.update(
    () => {
      for (const node of timed.flatMap((Node) => $nodesOfType(Node))) node.markDirty();
    },
    { tag: HISTORY_MERGE_TAG },
  );
}
