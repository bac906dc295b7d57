import { ChevronDown, Ellipsis, Link, Plus, Redo2, Undo2 } from 'lucide-react';
import type { LexicalEditor } from 'lexical';
import { useEffect, useState } from 'react';
import { type Commands, shownKeys } from '../../app/commands.ts';
import { t } from '../../locale/locale.ts';
import { useWatched } from '../../app/store.ts';
import { IconButton } from '../../ui/Button.tsx';
import { Menu } from '../../ui/Menu.tsx';
import type { MenuItem } from '../../ui/MenuList.tsx';
import { RovingToolbar } from '../../ui/RovingToolbar.tsx';
import { useTimeline } from '../timeline-context.ts';
import { insertItems, textKinds } from '../blocks/tools.ts';
import { type SimpleMark, SIMPLE_MARKS } from '../../../article/marks/marks.ts';
import { markTools } from '../marks.ts';
import { $turnInto } from '../blocks/text-kind.ts';
import { useSelectionState } from './use-selection-state.ts';
import { useApp } from '../../app/use-app.ts';

const OFTEN = SIMPLE_MARKS.filter((type) => markTools[type].isOften);
const SELDOM = SIMPLE_MARKS.filter((type) => !markTools[type].isOften);

/** Below this width, in pixels, the marks that are seldom used go into a menu. */
const ROOMY = 620;

interface ToolbarProps {
  editor: LexicalEditor;
  /** The element that the toolbar is shown in. */
  host: HTMLElement;
  editable: boolean;
}

/** Marks, kinds of blocks, inserting, undo and redo; it shows what holds at the selection. */
export function Toolbar({ editor, host, editable }: ToolbarProps) {
  const { commands } = useApp();
  const state = useSelectionState(editor);
  const { canUndo, canRedo } = useWatched(useTimeline(), (view) => view);
  const roomy = useRoomy(host);
  const rich = editable && state.rich;
  const marks = rich || (editable && state.field);

  const mark = (type: SimpleMark) => {
    const { icon: Icon } = markTools[type];
    return (
      <IconButton
        key={type}
        label={t(`command.format.${type}`)}
        keys={shownKeys(`format.${type}`)}
        icon={<Icon size={16} />}
        aria-pressed={state.marks.includes(type)}
        disabled={!marks}
        onClick={() => commands.run(`format.${type}`)}
      />
    );
  };

  const several = state.block === undefined && rich;
  const [plain] = textKinds;
  const own = textKinds.find(({ id }) => id === state.block) ?? plain!;
  const name = several ? 'toolbar.mixed' : own.name;
  const kind = t(state.table ? 'kind.table' : name);

  return (
    // The selection and the focus stay in the text while the pointer uses the toolbar.
    <div className="formatting" role="presentation" onMouseDown={(event) => event.preventDefault()}>
      <RovingToolbar label={t('toolbar.label')} onLeave={() => editor.focus()}>
        <Menu
          label={t('toolbar.block', { kind })}
          items={blockItems(editor, state.block)}
          disabled={!rich || state.table}
          className="block-kind"
        >
          {kind}
          <ChevronDown size={14} />
        </Menu>
        <span className="gap" />
        {OFTEN.map(mark)}
        {roomy && SELDOM.map(mark)}
        <IconButton
          label={t('toolbar.link')}
          keys={shownKeys('format.link')}
          icon={<Link size={16} />}
          aria-pressed={state.link}
          disabled={!marks}
          onClick={() => commands.run('format.link')}
        />
        {!roomy && (
          <Menu
            label={t('toolbar.more')}
            items={moreItems(commands, state.marks)}
            disabled={!marks}
            className="icon"
            title={t('toolbar.more')}
          >
            <Ellipsis size={16} />
          </Menu>
        )}
        <span className="gap" />
        <Menu label={t('toolbar.insert')} items={paletteItems(commands)} disabled={!editable}>
          <Plus size={16} />
          {t('toolbar.insert')}
        </Menu>
        <span className="gap" />
        <IconButton
          label={t('command.edit.undo')}
          keys={shownKeys('edit.undo')}
          icon={<Undo2 size={16} />}
          disabled={!editable || !canUndo}
          onClick={() => commands.run('edit.undo')}
        />
        <IconButton
          label={t('command.edit.redo')}
          keys={shownKeys('edit.redo')}
          icon={<Redo2 size={16} />}
          disabled={!editable || !canRedo}
          onClick={() => commands.run('edit.redo')}
        />
      </RovingToolbar>
    </div>
  );
}

function blockItems(editor: LexicalEditor, current: string | undefined): MenuItem[] {
  return textKinds.map((kind) => ({
    id: kind.id,
    label: t(kind.name),
    checked: kind.id === current,
    onChoose: () => {
      editor.update(() => $turnInto(kind));
      editor.focus();
    },
  }));
}

function moreItems(commands: Commands, marks: readonly SimpleMark[]): MenuItem[] {
  return SELDOM.map((type) => {
    const { icon: Icon } = markTools[type];
    return {
      id: type,
      label: t(`command.format.${type}`),
      icon: <Icon size={16} />,
      keys: shownKeys(`format.${type}`),
      checked: marks.includes(type),
      toggle: true,
      onChoose: () => commands.run(`format.${type}`),
    };
  });
}

function paletteItems(commands: Commands): MenuItem[] {
  return insertItems.map(({ command, icon: Icon, starts }) => ({
    id: command,
    label: t(`command.${command}`),
    icon: <Icon size={16} />,
    keys: shownKeys(command),
    ...(starts && { starts }),
    onChoose: () => commands.run(command),
  }));
}

function useRoomy(host: HTMLElement): boolean {
  const [roomy, setRoomy] = useState(() => host.clientWidth >= ROOMY);
  useEffect(() => {
    const observer = new ResizeObserver(() => setRoomy(host.clientWidth >= ROOMY));
    observer.observe(host);
    return () => observer.disconnect();
  }, [host]);
  return roomy;
}
