import type { ToolsProps } from '../block-tools.ts';
import { HeadlineControls } from '../../tools/HeadlineControls.tsx';
import { SidebarBar } from './SidebarBar.tsx';
import { useShownSidebar } from './use-shown-sidebar.ts';

/** The controls of the sidebar under the pointer or with the caret, and of its headline. */
export function SidebarTools({ editor, onNext }: ToolsProps) {
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
