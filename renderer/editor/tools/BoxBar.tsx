import type { LexicalEditor, NodeKey } from 'lexical';
import type { ReactNode } from 'react';
import { RovingToolbar } from '../../ui/RovingToolbar.tsx';
import { Floating } from './Floating.tsx';

interface BoxBarProps {
  editor: LexicalEditor;
  /** The sidebar or table that the controls are for. */
  box: NodeKey;
  label: string;
  /** Alt+F10 was pressed in the bar. */
  onNext(): void;
  children: ReactNode;
}

/** The controls of a box, at its upper edge; the selection stays in the text while they are used. */
export function BoxBar({ editor, box, label, onNext, children }: BoxBarProps) {
  return (
    <Floating
      editor={editor}
      anchor={() => editor.getElementByKey(box)?.getBoundingClientRect()}
      place="above-end"
      className="box-bar recedes"
    >
      <div
        role="presentation"
        onMouseDown={(event) => event.preventDefault()}
        onKeyDown={(event) => {
          if (event.altKey && event.key === 'F10') onNext();
        }}
      >
        <RovingToolbar label={label} onLeave={() => editor.focus()}>
          {children}
        </RovingToolbar>
      </div>
    </Floating>
  );
}
