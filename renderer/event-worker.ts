// Runs once for all tabs of a web host. A browser opens six connections to a host at most: with a
// stream of its own for each tab, the calls of the sixth would wait for ever.

const tabs = new Set<MessagePort>();
let stream: EventSource | undefined;

self.addEventListener('connect', (event) => {
  for (const tab of (event as MessageEvent).ports) {
    tabs.add(tab);
    tab.addEventListener('close', () => tabs.delete(tab));
    tab.start();
  }
  // The host may have refused it, as one that was started again does before it is logged in to.
  if (stream === undefined || stream.readyState === EventSource.CLOSED) listen();
});

function listen(): void {
  stream = new EventSource('/events');
  stream.addEventListener('message', ({ data }) => {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a port has no other end
    for (const tab of tabs) tab.postMessage(data);
  });
}
