import type { Session, WebContents, WebFrameMain } from 'electron';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { guardContents, guardSession, isAppPage } from '../../../electron/shell/guard.ts';
import * as electron from './fake-electron.ts';
import { stoppable } from './fake-electron.ts';

vi.mock('electron', () => import('./fake-electron.ts'));

const frame = (url: string, parent: electron.Frame | null = null) =>
  ({ url, parent }) as unknown as WebFrameMain;

beforeEach(() => {
  electron.shell.opened = [];
});

describe('who is listened to', () => {
  test('the app’s own page is', () => {
    expect(isAppPage(frame('app://galley/'))).toBe(true);
    expect(isAppPage(frame('app://galley/#settings'))).toBe(true);
  });

  test.each([
    ['a frame that is gone', null],
    ['a web page', frame('https://galley/')],
    ['another host', frame('app://other/')],
    ['a host that only begins alike', frame('app://galley.example/')],
    ['a preview', frame('app://galley/preview/1/')],
    ['a file', frame('file:///galley/')],
    ['an empty frame', frame('')],
    ['the app’s page inside another frame', frame('app://galley/', frame('app://galley/'))],
  ])('%s is not', (_who, sender) => {
    expect(isAppPage(sender)).toBe(false);
  });
});

describe('where a page may go', () => {
  let contents: electron.WebContents;

  beforeEach(() => {
    contents = new electron.WebContents();
    guardContents(contents as unknown as WebContents);
  });

  function isStopped(event: string, details: object = {}): boolean {
    const asked = stoppable(details);
    contents.emit(event, asked);
    return asked.defaultPrevented;
  }

  test('it may be loaded again, and go nowhere else', () => {
    expect(isStopped('will-navigate', { url: 'app://galley/' })).toBe(false);
    for (const url of ['https://example.org/', 'app://galley/preview/1/', 'file:///etc/passwd']) {
      expect(isStopped('will-navigate', { url })).toBe(true);
    }
    expect(isStopped('will-redirect', { url: 'app://galley/' })).toBe(true);
  });

  test('a frame shows previews only', () => {
    const stopped = ['app://galley/preview/1/', 'app://galley/', 'https://example.org/'].filter(
      (url) => isStopped('will-frame-navigate', { url, isMainFrame: false }),
    );
    expect(stopped).toEqual(['app://galley/', 'https://example.org/']);
  });

  test('it opens no window and no webview', () => {
    for (const url of ['https://example.org/', 'app://galley/', 'about:blank']) {
      expect(contents.openHandler?.({ url })).toEqual({ action: 'deny' });
    }
    expect(isStopped('will-attach-webview')).toBe(true);
  });

  test('a link is shown in the browser or the mail program', () => {
    contents.openHandler?.({ url: 'https://example.org/story?a=1#top' });
    contents.emit('will-navigate', stoppable({ url: 'mailto:desk@example.org' }));
    const followed = { url: 'http://example.org/', isMainFrame: false };
    contents.emit('will-frame-navigate', stoppable(followed));
    expect(electron.shell.opened).toEqual([
      'https://example.org/story?a=1#top',
      'mailto:desk@example.org',
      'http://example.org/',
    ]);
  });

  test.each([
    'file:///etc/passwd',
    'javascript:alert(1)',
    'data:text/html,x',
    'smb://server/share',
    'ms-msdt:/id',
    'https://user:secret@example.org/',
    'not an address',
    `https://example.org/${'x'.repeat(5000)}`,
  ])('nothing outside is started by %.30s', (url) => {
    contents.openHandler?.({ url });
    contents.emit('will-navigate', stoppable({ url }));
    expect(electron.shell.opened).toEqual([]);
  });
});

describe('what a page may have', () => {
  const session = new electron.Session();
  guardSession(session as unknown as Session);
  const app = new electron.WebContents();
  app.mainFrame.url = 'app://galley/';

  function isGranted(contents: electron.WebContents, permission: string): boolean {
    const answer = vi.fn<(granted: boolean) => void>();
    session.requestHandler?.(contents, permission, answer);
    const asked = answer.mock.calls[0]?.[0] ?? true;
    // Asking and looking must not disagree.
    expect(session.checkHandler?.(contents, permission)).toBe(asked);
    return asked;
  }

  test.each([
    'media',
    'geolocation',
    'notifications',
    'midi',
    'clipboard-read',
    'display-capture',
    'openExternal',
    'fileSystem',
    'unknown',
  ])('%s is refused', (permission) => {
    expect(isGranted(app, permission)).toBe(false);
  });

  test('the app’s page may copy, and no other page', () => {
    expect(isGranted(app, 'clipboard-sanitized-write')).toBe(true);
    const other = new electron.WebContents();
    other.mainFrame.url = 'https://example.org/';
    expect(isGranted(other, 'clipboard-sanitized-write')).toBe(false);
    expect(session.checkHandler?.(null, 'clipboard-sanitized-write')).toBe(false);
  });

  test('devices are refused, and no dictionary is fetched', () => {
    expect(session.deviceHandler?.({})).toBe(false);
    expect(session.spellChecker).toBe(false);
  });
});
