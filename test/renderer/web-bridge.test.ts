import { expect, test, vi } from 'vitest';
import { Connection } from '../../renderer/app/host/connection.ts';
import { WebBridge } from '../../renderer/app/host/web-bridge.ts';
import { WebSession } from '../../renderer/app/host/web-session.ts';

/** The stream of a browser, of which only the news that it is open matters here. */
class Stream extends EventTarget {
  static readonly CLOSED = 2;
  static last: Stream | undefined;
  readonly readyState = 1;
  constructor() {
    super();
    Stream.last = this;
  }
}

test('what happened after a page has read the desk, and before it heard of anything, is read when it does', () => {
  vi.stubGlobal('EventSource', Stream);
  const heard: string[] = [];
  new WebBridge(new Connection(), new WebSession()).on(({ name }) => heard.push(name));
  expect(heard).toEqual([]);
  Stream.last?.dispatchEvent(new Event('open'));
  expect(heard).toEqual(['events-heard']);
});
