import { Ellipsis, PanelLeft, Share } from 'lucide-react';
import type { CommandId } from '../../electron/contract/commands.ts';
import { shownKeys } from '../app/commands.ts';
import { t } from '../locale/locale.ts';
import { useWatched } from '../app/store.ts';
import { Button, IconButton } from '../ui/Button.tsx';
import { Menu } from '../ui/Menu.tsx';
import { useApp } from '../app/use-app.ts';

/** The line above the proof: the editor's tools, what to show beside it, and the ways out. */
export function TopBar({ slot }: { slot(element: HTMLElement | null): void }) {
  const { commands, layout, opened } = useApp();
  const panel = useWatched(layout, (state) => state.panel);
  const deskShown = useWatched(layout, (state) => state.desk);
  const hasArticle = useWatched(opened, (state) => state.session !== undefined);

  return (
    <div className="top-bar recedes">
      <IconButton
        className="desk-toggle"
        label={t('desk.toggle')}
        aria-expanded={deskShown}
        icon={<PanelLeft size={16} />}
        onClick={() => layout.arrange({ desk: !deskShown })}
      />
      <div ref={slot} className="toolbar-slot" />
      {hasArticle && (
        <>
          <div className="panel-toggle" role="group" aria-label={t('panel.toggle')}>
            {(['details', 'preview'] as const).map((side) => (
              <Button
                key={side}
                look="quiet"
                aria-pressed={panel === side}
                onClick={() => layout.togglePanel(side)}
              >
                {t(`panel.${side}`)}
              </Button>
            ))}
          </div>
          <Button
            onClick={() => commands.run('article.export')}
            title={shownKeys('article.export')}
          >
            <Share size={14} aria-hidden />
            {t('command.article.export')}
          </Button>
        </>
      )}
      <MoreMenu />
    </div>
  );
}

const MORE: readonly (readonly CommandId[])[] = [
  ['edit.undo', 'edit.redo'],
  ['edit.find', 'edit.replace'],
  ['edit.copyHtml', 'edit.copyText', 'article.print'],
  ['article.save', 'article.duplicate', 'article.trash'],
  ['desk.export', 'settings.open'],
];

function MoreMenu() {
  const { commands } = useApp();
  const actions = useWatched(commands, (state) => state.actions);
  const items = MORE.flat().filter((id) => actions.has(id));
  return (
    <Menu
      label={t('more')}
      className="icon"
      items={items.map((id) => ({
        id,
        label: t(`command.${id}`),
        keys: shownKeys(id),
        ...(MORE.some((group, index) => index > 0 && group[0] === id) &&
          items[0] !== id && { starts: true as const }),
        onChoose: () => void commands.run(id),
      }))}
    >
      <Ellipsis size={16} aria-hidden />
    </Menu>
  );
}
