import { ArrowDown, ArrowUp, ChevronDown, Trash2 } from 'lucide-react';
import { $getNodeByKey, $addUpdateTag, HISTORY_PUSH_TAG, type LexicalEditor } from 'lexical';
import { SIDEBAR_KINDS } from '../../../../article/kinds.ts';
import { t } from '../../../locale/locale.ts';
import { announce } from '../../../ui/announce.ts';
import { IconButton } from '../../../ui/Button.tsx';
import { Menu } from '../../../ui/Menu.tsx';
import { $isSidebarNode } from './SidebarNode.ts';
import { $setSidebar } from './sidebars.ts';
import { BlockBar } from '../../tools/BlockBar.tsx';
import { moveBlock } from '../../tools/move.ts';
import type { ShownSidebar } from './use-shown-sidebar.ts';

interface SidebarBarProps {
  editor: LexicalEditor;
  sidebar: ShownSidebar;
  /** Alt+F10 was pressed in the bar. */
  onNext(): void;
}

/** The controls of a sidebar, at its upper edge: kind, placement, order, removal. */
export function SidebarBar({ editor, sidebar, onNext }: SidebarBarProps) {
  const change = (changes: Parameters<typeof $setSidebar>[1]) => {
    editor.update(() => {
      $addUpdateTag(HISTORY_PUSH_TAG);
      $setSidebar(sidebar.key, changes);
    });
    editor.focus();
  };

  const remove = () => {
    editor.update(() => {
      $addUpdateTag(HISTORY_PUSH_TAG);
      const node = $getNodeByKey(sidebar.key);
      if (!$isSidebarNode(node)) return;
      node.selectNext(0, 0);
      node.remove();
    });
    editor.focus();
    announce(t('sidebar.removed'));
  };

  return (
    <BlockBar
      editor={editor}
      block={sidebar.key}
      label={t('sidebar.controls', { title: sidebar.title || t('sidebar.untitled') })}
      onNext={onNext}
    >
      <Menu
        label={t('sidebar.kind', { kind: t(`sidebar.${sidebar.kind}`) })}
        items={SIDEBAR_KINDS.map((kind) => ({
          id: kind,
          label: t(`sidebar.${kind}`),
          checked: kind === sidebar.kind,
          onChoose: () => change({ kind }),
        }))}
      >
        {t(`sidebar.${sidebar.kind}`)}
        <ChevronDown size={14} />
      </Menu>
      <Menu
        label={t('sidebar.placement', { placement: t(`sidebar.${sidebar.placement}`) })}
        items={(['rail', 'inline'] as const).map((placement) => ({
          id: placement,
          label: t(`sidebar.${placement}`),
          checked: placement === sidebar.placement,
          onChoose: () => change({ placement }),
        }))}
      >
        {t(`sidebar.${sidebar.placement}`)}
        <ChevronDown size={14} />
      </Menu>
      <IconButton
        label={t('sidebar.up')}
        icon={<ArrowUp size={16} />}
        onClick={() => moveBlock(editor, sidebar.key, 'up')}
      />
      <IconButton
        label={t('sidebar.down')}
        icon={<ArrowDown size={16} />}
        onClick={() => moveBlock(editor, sidebar.key, 'down')}
      />
      <IconButton label={t('sidebar.remove')} icon={<Trash2 size={16} />} onClick={remove} />
    </BlockBar>
  );
}
