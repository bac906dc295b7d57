import { GripVertical, Link } from 'lucide-react';
import { $getNodeByKey, $isElementNode, type LexicalEditor, type NodeKey } from 'lexical';
import { shownKeys } from '../../app/commands.ts';
import { t } from '../../locale/locale.ts';
import { IconButton } from '../../ui/Button.tsx';
import { DropLine } from './DropLine.tsx';
import { Floating } from './Floating.tsx';
import { $itemsBeside } from './move.ts';
import { useDrag } from './use-drag.ts';
import { useApp } from '../../app/use-app.ts';

interface HeadlineControlsProps {
  editor: LexicalEditor;
  /** The list item of the headline. */
  item: NodeKey;
}

/** Beside a headline of a sidebar: a handle to drag it by, and a button for its link. */
export function HeadlineControls({ editor, item }: HeadlineControlsProps) {
  const { commands } = useApp();
  const { line, handle } = useDrag(editor, item, $itemsBeside);
  const rect = () => editor.getElementByKey(item)?.getBoundingClientRect();
  // The handle stands outside of it: inside it are the numbers.
  const edge = () => {
    const own = rect();
    const left = editor.getElementByKey(item)?.closest('.sidebar')?.getBoundingClientRect().left;
    return own === undefined || left === undefined
      ? undefined
      : new DOMRect(left, own.top, own.width, own.height);
  };

  return (
    <>
      <Floating editor={editor} anchor={edge} place="before-start" className="handle recedes">
        <button
          type="button"
          tabIndex={-1}
          aria-label={t('headline.drag')}
          title={t('headline.dragKeys')}
          {...handle}
        >
          <GripVertical size={14} />
        </button>
      </Floating>
      <DropLine editor={editor} line={line} />
      <Floating editor={editor} anchor={rect} place="inside-end" className="headline-link recedes">
        <IconButton
          label={t('headline.link')}
          keys={shownKeys('format.link')}
          icon={<Link size={14} />}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => {
            editor.update(
              () => {
                const node = $getNodeByKey(item);
                if ($isElementNode(node)) node.selectEnd();
              },
              { discrete: true },
            );
            commands.run('format.link');
          }}
        />
      </Floating>
    </>
  );
}
