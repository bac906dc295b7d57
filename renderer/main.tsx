import { createRoot } from 'react-dom/client';
import { App } from './App.tsx';
import { ErrorBoundary } from './ui/ErrorBoundary.tsx';
import { StartFault } from './frame/StartFault.tsx';
import { followPresence } from './app/people/follow-presence.ts';
import { followHost } from './app/follow-host.ts';
import { messageOf } from './app/notices.ts';
import { reopen } from './app/session/open-article.ts';
import { AppContext } from './app/use-app.ts';
import { connect } from './app/host/client.ts';
import { createApp } from './app/app.ts';
import { LOCALE } from './locale/locale.ts';
import './styles/tokens.css';
import './styles/base.css';
import './styles/ui.css';
import './frame/status-bar.css';
import './frame/frame.css';
import './desk/desk.css';
import './article/proof.css';
import './panel/panel.css';
import './presence/presence.css';
import './dialogs/dialogs.css';

document.documentElement.lang = LOCALE;
const place = document.querySelector('#app');
if (place === null) throw new Error('the page has no place for the app');
const root = createRoot(place);

try {
  // First of all, so that the token is out of the address before anything can see it there.
  const app = createApp(await connect());
  await app.settings.read();
  await Promise.all([app.abilities.read(), app.desk.read()]);
  root.render(
    <ErrorBoundary>
      <AppContext value={app}>
        <App />
      </AppContext>
    </ErrorBoundary>,
  );
  followHost(app);
  followPresence(app);
  await reopen(app);
} catch (error) {
  root.render(<StartFault message={messageOf(error)} />);
}
