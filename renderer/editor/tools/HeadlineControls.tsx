import { GripVertical, Link } from 'lucide-react';
import { $getNodeByKey, $isElementNode, type LexicalEditor, type NodeKey } from 'lexical';
import { type PointerEvent, useRef, useState } from 'react';
import { runCommand, shownKeys } from '../../commands.ts';
import { t } from '../../locale/locale.ts';
import { IconButton } from '../../ui/Button.tsx';
import { Floating } from './Floating.tsx';
import { $itemsBeside, moveBy } from './move.ts';

interface HeadlineControlsProps {
  editor: LexicalEditor;
  /** The list item of the headline. */
  item: NodeKey;
}

/** Beside a headline of a sidebar: a handle to drag it by, and a button for its link. */
export function HeadlineControls({ editor, item }: HeadlineControlsProps) {
  const { line, ...drag } = useDrag(editor, item);
  const box = () => editor.getElementByKey(item)?.getBoundingClientRect();
  // The handle stands outside the box: inside it are the numbers.
  const edge = () => {
    const own = box();
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
          {...drag}
        >
          <GripVertical size={14} />
        </button>
      </Floating>
      {line !== undefined && (
        <Floating editor={editor} anchor={() => line} place="drop" className="drop-line">
          <i style={{ inlineSize: line.width }} />
        </Floating>
      )}
      <Floating editor={editor} anchor={box} place="inside-end" className="headline-link recedes">
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
            runCommand('format.link');
          }}
        />
      </Floating>
    </>
  );
}

/** Dragging by the pointer: a line shows where the item will go; Escape gives up. */
function useDrag(editor: LexicalEditor, item: NodeKey) {
  const [line, setLine] = useState<DOMRect>();
  const gap = useRef<number>(undefined);

  const boxes = () =>
    editor.read(() =>
      $itemsBeside(item).map((each) => ({
        key: each.getKey(),
        box: editor.getElementByKey(each.getKey())?.getBoundingClientRect() ?? new DOMRect(),
      })),
    );

  const end = () => {
    gap.current = undefined;
    setLine(undefined);
  };

  return {
    line,
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      event.preventDefault();
      event.currentTarget.setPointerCapture(event.pointerId);
    },
    onPointerMove: (event: PointerEvent<HTMLElement>) => {
      if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
      const row = boxes();
      const index = row.filter(({ box }) => event.clientY > box.top + box.height / 2).length;
      const after = row[index - 1]?.box;
      const before = row[index]?.box;
      const edge = before === undefined ? after?.bottom : before.top;
      const width = (before ?? after)?.width;
      if (edge === undefined || width === undefined) return;
      gap.current = index;
      setLine(new DOMRect((before ?? after)?.left, edge, width, 0));
    },
    onPointerUp: () => {
      const from = boxes().findIndex(({ key }) => key === item);
      const to = gap.current;
      end();
      if (to === undefined || from === -1) return;
      // The gaps on both sides of an item leave it where it is.
      const places = to > from ? to - 1 - from : to - from;
      if (places !== 0) moveBy(editor, item, places);
      editor.focus();
    },
    onPointerCancel: end,
  };
}
