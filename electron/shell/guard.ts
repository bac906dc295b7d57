import { type Session, type WebContents, type WebFrameMain, shell } from 'electron';
import { APP_PAGE } from './protocol.ts';

const appPage = new URL(APP_PAGE);

/**
 * True for the app's own page as the main frame of its window: the only one that is listened to.
 * (In Node `app:` addresses have the origin 'null', so protocol and host are compared.)
 */
export function isAppPage(frame: WebFrameMain | null): boolean {
  if (frame === null || frame.parent !== null || !URL.canParse(frame.url)) return false;
  const { protocol, host, pathname } = new URL(frame.url);
  return protocol === appPage.protocol && host === appPage.host && pathname === appPage.pathname;
}

/** The one permission that a page needs and gets: to put text and HTML on the clipboard. */
const GRANTED = 'clipboard-sanitized-write';

/** Refuses what pages may ask of a session: cameras, devices, dictionaries from the network. */
export function guardSession(session: Session): void {
  session.setPermissionRequestHandler((contents, permission, answer) => {
    answer(permission === GRANTED && isAppPage(contents.mainFrame));
  });
  session.setPermissionCheckHandler(
    (contents, permission) =>
      permission === GRANTED && contents !== null && isAppPage(contents.mainFrame),
  );
  session.setDevicePermissionHandler(() => false);
  // The built-in spell checker fetches its dictionaries from the network.
  session.setSpellCheckerEnabled(false);
}

/** Keeps a page where it is: no navigation, no new window, no webview. Links go to the browser. */
export function guardContents(contents: WebContents): void {
  contents.setWindowOpenHandler(({ url }) => {
    openOutside(url);
    return { action: 'deny' };
  });
  contents.on('will-navigate', (event) => {
    // Reloading is not leaving.
    if (event.url !== APP_PAGE) event.preventDefault();
    openOutside(event.url);
  });
  contents.on('will-frame-navigate', (event) => {
    if (event.isMainFrame || isPreview(event.url)) return;
    event.preventDefault();
    openOutside(event.url);
  });
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
}

function isPreview(url: string): boolean {
  return url.startsWith(`${APP_PAGE}preview/`);
}

/** Shows a link that a person followed in the browser or the mail program; nothing else. */
function openOutside(address: string): void {
  if (!URL.canParse(address) || address.length > 4096) return;
  const url = new URL(address);
  const isWeb = url.protocol === 'https:' || url.protocol === 'http:';
  if ((!isWeb && url.protocol !== 'mailto:') || url.username !== '' || url.password !== '') return;
  shell.openExternal(url.href).catch((error: unknown) => {
    console.error(`The link ${url.href} could not be opened:`, error);
  });
}
