import type { LexicalEditor } from 'lexical';
import { HeadlineControls } from './HeadlineControls.tsx';
import { SidebarBar } from './SidebarBar.tsx';
import { useBox } from './use-boxes.ts';

interface BoxesProps {
  editor: LexicalEditor;
  /** Alt+F10 was pressed in the controls. */
  onNext(): void;
}

/** The controls of the sidebar under the pointer or with the caret, and of its headline. */
export function Boxes({ editor, onNext }: BoxesProps) {
  const box = useBox(editor);
  if (box === undefined) return null;
  return (
    <>
      <SidebarBar editor={editor} box={box} onNext={onNext} />
      {box.headline !== null && (
        <HeadlineControls key={box.headline} editor={editor} item={box.headline} />
      )}
    </>
  );
}
