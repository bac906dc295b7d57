import { ArrowDown, ArrowUp, ChevronDown, Trash2 } from 'lucide-react';
import { $getNodeByKey, $addUpdateTag, HISTORY_PUSH_TAG, type LexicalEditor } from 'lexical';
import { t } from '../../locale/locale.ts';
import { announce } from '../../ui/announce.ts';
import { IconButton } from '../../ui/Button.tsx';
import { Menu } from '../../ui/Menu.tsx';
import { $isSidebarNode } from '../nodes/SidebarNode.ts';
import { $setSidebar } from '../sidebars.ts';
import { BoxBar } from './BoxBar.tsx';
import { moveBlock } from './move.ts';
import type { Box } from './use-boxes.ts';

interface SidebarBarProps {
  editor: LexicalEditor;
  box: Box;
  /** Alt+F10 was pressed in the bar. */
  onNext(): void;
}

/** The controls of a sidebar, at its upper edge: kind, placement, order, removal. */
export function SidebarBar({ editor, box, onNext }: SidebarBarProps) {
  const change = (changes: Parameters<typeof $setSidebar>[1]) => {
    editor.update(() => {
      $addUpdateTag(HISTORY_PUSH_TAG);
      $setSidebar(box.key, changes);
    });
    editor.focus();
  };

  const remove = () => {
    editor.update(() => {
      $addUpdateTag(HISTORY_PUSH_TAG);
      const sidebar = $getNodeByKey(box.key);
      if (!$isSidebarNode(sidebar)) return;
      sidebar.selectNext(0, 0);
      sidebar.remove();
    });
    editor.focus();
    announce(t('sidebar.removed'));
  };

  return (
    <BoxBar
      editor={editor}
      box={box.key}
      label={t('sidebar.controls', { title: box.title || t('sidebar.untitled') })}
      onNext={onNext}
    >
      <Menu
        label={t('sidebar.kind', { kind: t(`sidebar.${box.kind}`) })}
        items={(['links', 'ranking', 'factbox'] as const).map((kind) => ({
          id: kind,
          label: t(`sidebar.${kind}`),
          checked: kind === box.kind,
          onChoose: () => change({ kind }),
        }))}
      >
        {t(`sidebar.${box.kind}`)}
        <ChevronDown size={14} />
      </Menu>
      <Menu
        label={t('sidebar.placement', { placement: t(`sidebar.${box.placement}`) })}
        items={(['rail', 'inline'] as const).map((placement) => ({
          id: placement,
          label: t(`sidebar.${placement}`),
          checked: placement === box.placement,
          onChoose: () => change({ placement }),
        }))}
      >
        {t(`sidebar.${box.placement}`)}
        <ChevronDown size={14} />
      </Menu>
      <IconButton
        label={t('sidebar.up')}
        icon={<ArrowUp size={16} />}
        onClick={() => moveBlock(editor, box.key, 'up')}
      />
      <IconButton
        label={t('sidebar.down')}
        icon={<ArrowDown size={16} />}
        onClick={() => moveBlock(editor, box.key, 'down')}
      />
      <IconButton label={t('sidebar.remove')} icon={<Trash2 size={16} />} onClick={remove} />
    </BoxBar>
  );
}
