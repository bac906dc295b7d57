import { useEffect, useState } from 'react';
import { ArticleView } from './article/ArticleView.tsx';
import { useRecedingChrome } from './article/recede.ts';
import { Desk } from './desk/Desk.tsx';
import { Dialogs } from './dialogs/Dialogs.tsx';
import { Announcements } from './frame/Announcements.tsx';
import { ErrorBoundary } from './ui/ErrorBoundary.tsx';
import { StatusBar } from './frame/StatusBar.tsx';
import { TopBar } from './frame/TopBar.tsx';
import { useAppCommands } from './frame/app-commands.ts';
import { useDeskDrawer } from './frame/desk-drawer.ts';
import { useFileDrop } from './frame/file-drop.ts';
import { Panel } from './panel/Panel.tsx';
import { useWatched } from './app/store.ts';
import { useApp } from './app/use-app.ts';

/** The window: the desk, the proof and what is beside it. */
export function App() {
  const { commands, layout, opened } = useApp();
  const [toolbar, setToolbar] = useState<HTMLElement | null>(null);
  const { panel, covers, screen, desk: deskShown } = useWatched(layout, (state) => state);
  const session = useWatched(opened, (state) => state.session);
  useAppCommands(session);
  useRecedingChrome();
  useDeskDrawer();
  const dropping = useFileDrop();

  useEffect(() => {
    window.addEventListener('keydown', commands.handleKeys);
    return () => window.removeEventListener('keydown', commands.handleKeys);
  }, [commands]);

  return (
    <div
      className="app"
      data-panel={session === undefined ? undefined : panel}
      data-covers={covers || undefined}
      data-screen={screen}
      data-desk={deskShown ? 'shown' : undefined}
      data-dropping={dropping || undefined}
    >
      <main className="work">
        <Desk />
        <TopBar slot={setToolbar} />
        <ErrorBoundary>
          <ArticleView toolbar={toolbar} />
        </ErrorBoundary>
        <Panel />
      </main>
      <StatusBar />
      <Announcements />
      <Dialogs />
    </div>
  );
}
