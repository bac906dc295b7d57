import { useEffect, useState } from 'react';
import { ArticleView } from './article/ArticleView.tsx';
import { useRecedingChrome } from './article/recede.ts';
import { handleKeys } from './app/commands.ts';
import { Desk } from './desk/Desk.tsx';
import { Dialogs } from './dialogs/Dialogs.tsx';
import { Announcements } from './frame/Announcements.tsx';
import { ErrorBoundary } from './ui/ErrorBoundary.tsx';
import { StatusBar } from './frame/StatusBar.tsx';
import { TopBar } from './frame/TopBar.tsx';
import { useAppCommands } from './frame/app-commands.ts';
import { useDeskDrawer } from './frame/desk-drawer.ts';
import { useFileDrop } from './frame/file-drop.ts';
import { layout } from './app/layout-store.ts';
import { Panel } from './panel/Panel.tsx';
import { opened } from './app/session/open-article.ts';
import { useWatched } from './app/store.ts';

/** The window: the desk, the proof and what is beside it. */
export function App() {
  const [toolbar, setToolbar] = useState<HTMLElement | null>(null);
  const { panel, covers, screen, desk: deskShown } = useWatched(layout, (state) => state);
  const session = useWatched(opened, (state) => state.session);
  useAppCommands(session);
  useRecedingChrome();
  useDeskDrawer();
  const dropping = useFileDrop();

  useEffect(() => {
    window.addEventListener('keydown', handleKeys);
    return () => window.removeEventListener('keydown', handleKeys);
  }, []);

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
