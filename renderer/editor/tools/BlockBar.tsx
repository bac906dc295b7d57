import type { LexicalEditor, NodeKey } from 'lexical';
import type { ReactNode } from 'react';
import { RovingToolbar } from '../../ui/RovingToolbar.tsx';
import { Floating } from './Floating.tsx';

interface BlockBarProps {
  editor: LexicalEditor;
  /** The sidebar or table that the controls are for. */
  block: NodeKey;
  label: string;
  /** Alt+F10 was pressed in the bar. */
  onNext(): void;
  children: ReactNode;
}

/** The controls of a sidebar or table, at its upper edge; the selection stays in the text while they are used. */
export function BlockBar({ editor, block, label, onNext, children }: BlockBarProps) {
  return (
    <Floating
      editor={editor}
      anchor={() => editor.getElementByKey(block)?.getBoundingClientRect()}
      place="above-end"
      className="block-bar recedes"
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
