import type { ServerResponse } from 'node:http';
import type { Galley } from '../boot.ts';

/** How often a silent stream says that it is alive, in milliseconds. */
const ALIVE_EVERY = 25_000;

/** The pages that listen to events, each over a stream of server-sent events. */
export class EventStream {
  private readonly listeners = new Set<ServerResponse>();
  private readonly end: () => void;
  private readonly timer: NodeJS.Timeout;

  constructor(events: Galley['events']) {
    this.end = events.subscribe((event) => this.write(`data: ${JSON.stringify(event)}\n\n`));
    this.timer = setInterval(() => this.write(':\n\n'), ALIVE_EVERY);
    this.timer.unref();
  }

  /** How many pages listen. */
  get size(): number {
    return this.listeners.size;
  }

  add(response: ServerResponse, headers: Record<string, string>): void {
    response.writeHead(200, { ...headers, 'content-type': 'text/event-stream' });
    response.write('retry: 1000\n\n');
    this.listeners.add(response);
    response.on('close', () => this.listeners.delete(response));
  }

  close(): void {
    this.end();
    clearInterval(this.timer);
    for (const response of this.listeners) response.end();
  }

  private write(text: string): void {
    for (const response of this.listeners) response.write(text);
  }
}
