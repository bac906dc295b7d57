import { ArrowDown, ArrowUp, GripVertical, Trash2 } from 'lucide-react';
import {
  $addUpdateTag,
  $getNodeByKey,
  HISTORY_PUSH_TAG,
  type LexicalEditor,
  type NodeKey,
} from 'lexical';
import { useEffect, useId, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { isMac } from '../../app/commands.ts';
import { t } from '../../locale/locale.ts';
import { announce } from '../../ui/announce.ts';
import { type MenuItem, MenuList } from '../../ui/MenuList.tsx';
import { placeBelow } from '../../ui/place.ts';
import { $deleteWholeBlocks } from '../selection/block-selection.ts';
import { $selectBlock } from '../selection/lines.ts';
import { DropLine } from './DropLine.tsx';
import { Floating } from './Floating.tsx';
import { moveBlock } from './move.ts';
import { $turnsFor, $turnBlock } from './turn-block.ts';
import { $blocksBeside, useBlock } from './use-block.ts';
import { useDrag } from './use-drag.ts';
import { useApp } from '../../app/use-app.ts';

/** The handle in the margin of a block: it is dragged by it, and a press opens what can be done. */
export function BlockHandle({ editor }: { editor: LexicalEditor }) {
  const { commands } = useApp();
  const [open, setOpen] = useState(false);
  const [held, setHeld] = useState(false);
  const { block, atCaret } = useBlock(editor, open || held);
  const menu = useRef<HTMLDivElement>(null);

  useEffect(
    () =>
      commands.provide({
        'edit.block': () => {
          flushSync(atCaret);
          menu.current?.showPopover();
        },
      }),
    [commands, atCaret],
  );

  if (block === undefined) return null;
  return (
    <Handle
      key={block}
      editor={editor}
      block={block}
      menu={menu}
      open={open}
      onOpen={setOpen}
      onHold={setHeld}
    />
  );
}

interface HandleProps {
  editor: LexicalEditor;
  block: NodeKey;
  menu: React.RefObject<HTMLDivElement | null>;
  open: boolean;
  onOpen(open: boolean): void;
  onHold(held: boolean): void;
}

function Handle({ editor, block, menu, open, onOpen, onHold }: HandleProps) {
  const button = useRef<HTMLButtonElement>(null);
  const id = useId();
  const { line, dragged, handle } = useDrag(editor, block, $blocksBeside);
  const dragging = line !== undefined;
  useEffect(() => onHold(dragging), [dragging, onHold]);

  // In a fact box the handle stands outside of it, too.
  const edge = () => {
    const element = editor.getElementByKey(block);
    const own = element?.getBoundingClientRect();
    const around = element?.parentElement?.closest('.sidebar')?.getBoundingClientRect();
    if (own === undefined) return undefined;
    return new DOMRect((around ?? own).left, own.top, (around ?? own).width, own.height);
  };

  return (
    <>
      <Floating
        editor={editor}
        anchor={edge}
        place={isRightToLeft(editor) ? 'right-margin' : 'margin'}
        className="handle recedes"
      >
        <button
          ref={button}
          type="button"
          tabIndex={-1}
          aria-label={t('block.handle')}
          aria-haspopup="menu"
          aria-expanded={open}
          title={t('block.handleKeys')}
          {...handle}
          onClick={() => {
            if (!dragged()) menu.current?.togglePopover();
          }}
        >
          <GripVertical size={14} />
        </button>
        <MenuList
          id={id}
          label={t('block.menu')}
          items={open ? itemsFor(editor, block) : []}
          menu={menu}
          onOpening={() => flushSync(() => onOpen(true))}
          onToggle={(opened) => {
            if (!opened) onOpen(false);
            const rect = button.current?.getBoundingClientRect();
            if (opened && rect !== undefined && menu.current !== null) {
              placeBelow(menu.current, rect);
            }
          }}
        />
      </Floating>
      <DropLine editor={editor} line={line} />
    </>
  );
}

/** The handle stands where lines begin. */
function isRightToLeft(editor: LexicalEditor): boolean {
  return editor.getRootElement()?.dir === 'rtl';
}

function itemsFor(editor: LexicalEditor, block: NodeKey): MenuItem[] {
  const { offers, index, count } = editor.read(() => {
    const row = $blocksBeside(block);
    return {
      offers: $turnsFor(block),
      index: row.findIndex((each) => each.getKey() === block),
      count: row.length,
    };
  });
  const act = ($do: () => void) => () => {
    editor.update(() => {
      $addUpdateTag(HISTORY_PUSH_TAG);
      $do();
    });
    editor.focus();
  };
  const move = (direction: 'up' | 'down') => () => {
    moveBlock(editor, block, direction);
    editor.focus();
  };
  return [
    {
      id: 'up',
      label: t('block.up'),
      icon: <ArrowUp size={16} />,
      keys: isMac ? '⌥↑' : 'Alt+↑',
      disabled: index <= 0,
      onChoose: move('up'),
    },
    {
      id: 'down',
      label: t('block.down'),
      icon: <ArrowDown size={16} />,
      keys: isMac ? '⌥↓' : 'Alt+↓',
      disabled: index === count - 1,
      onChoose: move('down'),
    },
    ...offers.map((offer, at) => ({
      id: offer.id,
      label: t(offer.name),
      ...(at === 0 && { starts: true as const }),
      onChoose: act(() => $turnBlock(block, offer)),
    })),
    {
      id: 'remove',
      label: t('block.remove'),
      icon: <Trash2 size={16} />,
      starts: true,
      onChoose: () => {
        act(() => {
          const node = $getNodeByKey(block);
          if (node === null) return;
          $selectBlock(node);
          $deleteWholeBlocks();
        })();
        announce(t('block.removed'));
      },
    },
  ];
}
