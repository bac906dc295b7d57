/** How a stream fares: one that is `lost` comes back by itself, one that was `refused` does not. */
export interface StreamState {
  state: 'open' | 'lost' | 'refused';
}

/** A stream of the host's events. */
export interface Stream {
  close(): void;
  /** Listens again if the host has refused it. */
  again(): void;
}

/** Tells of each event of this desk, as its JSON, and of how the stream fares. */
export function openStream(desk: string, tell: (message: string | StreamState) => void): Stream {
  const listen = () => {
    const source = new EventSource(`/events?desk=${desk}`);
    source.addEventListener('message', ({ data }) => tell(String(data)));
    source.addEventListener('open', () => tell({ state: 'open' }));
    source.addEventListener('error', () =>
      tell({ state: source.readyState === EventSource.CLOSED ? 'refused' : 'lost' }),
    );
    return source;
  };
  let source = listen();
  return {
    close: () => source.close(),
    again() {
      if (source.readyState === EventSource.CLOSED) source = listen();
    },
  };
}
