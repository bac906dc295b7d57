import { type Stream, type StreamState, openStream } from './event-stream.ts';

// Runs once for all tabs of a desk, by whose name it goes, at the address of a web host. A browser opens six connections to a host at most: with a
// stream of its own for each tab, the calls of the sixth would wait for ever.

const tabs = new Set<MessagePort>();
let stream: Stream | undefined;
let isOpen = false;

self.addEventListener('connect', (event) => {
  for (const tab of (event as MessageEvent).ports) {
    tabs.add(tab);
    tab.addEventListener('close', () => tabs.delete(tab));
    // All that a tab ever says is that it has logged in again.
    tab.addEventListener('message', () => stream?.again());
    tab.start();
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a port has no other end
    if (isOpen) tab.postMessage({ state: 'open' } satisfies StreamState);
  }
  if (stream === undefined) stream = openStream(self.name, tellTabs);
  else stream.again();
});

function tellTabs(message: string | StreamState): void {
  if (typeof message !== 'string') isOpen = message.state === 'open';
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a port has no other end
  for (const tab of tabs) tab.postMessage(message);
}
