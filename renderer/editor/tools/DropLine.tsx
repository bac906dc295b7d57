import type { LexicalEditor } from 'lexical';
import { Floating } from './Floating.tsx';

interface DropLineProps {
  editor: LexicalEditor;
  /** Where something that is dragged would go, in the window; undefined while nothing is dragged. */
  line: DOMRect | undefined;
}

/** The line that shows where a dragged block or item will go. */
export function DropLine({ editor, line }: DropLineProps) {
  if (line === undefined) return null;
  return (
    <Floating editor={editor} anchor={() => line} place="drop" className="drop-line">
      <i style={{ inlineSize: line.width }} />
    </Floating>
  );
}
