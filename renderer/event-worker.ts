import { type Stream, openStream } from './event-stream.ts';

// Runs once for all tabs of a web host. A browser opens six connections to a host at most: with a
// stream of its own for each tab, the calls of the sixth would wait for ever.

const tabs = new Set<MessagePort>();
let stream: Stream | undefined;

self.addEventListener('connect', (event) => {
  for (const tab of (event as MessageEvent).ports) {
    tabs.add(tab);
    tab.addEventListener('close', () => tabs.delete(tab));
    // All that a tab ever says is that it has logged in again.
    tab.addEventListener('message', () => stream?.again());
    tab.start();
  }
  if (stream === undefined) stream = openStream(tellTabs);
  else stream.again();
});

function tellTabs(message: unknown): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a port has no other end
  for (const tab of tabs) tab.postMessage(message);
}
