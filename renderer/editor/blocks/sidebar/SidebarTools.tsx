import type { LexicalEditor } from 'lexical';
import { HeadlineControls } from '../../tools/HeadlineControls.tsx';
import { SidebarBar } from './SidebarBar.tsx';
import { useShownSidebar } from './use-shown-sidebar.ts';

interface SidebarToolsProps {
  editor: LexicalEditor;
  /** Alt+F10 was pressed in the controls. */
  onNext(): void;
}

/** The controls of the sidebar under the pointer or with the caret, and of its headline. */
export function SidebarTools({ editor, onNext }: SidebarToolsProps) {
  const sidebar = useShownSidebar(editor);
  if (sidebar === undefined) return null;
  return (
    <>
      <SidebarBar editor={editor} sidebar={sidebar} onNext={onNext} />
      {sidebar.headline !== null && (
        <HeadlineControls key={sidebar.headline} editor={editor} item={sidebar.headline} />
      )}
    </>
  );
}
