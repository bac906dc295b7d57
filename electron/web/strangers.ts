import type { Socket } from 'node:net';

/** More than a browser opens before it is known. */
const MOST = 64;

/**
 * The connections over which nobody has shown the secret yet. There are only so many: a new one
 * ends the oldest, so that whoever holds hundreds of them open keeps nobody out.
 */
export class Strangers {
  private readonly sockets = new Set<Socket>();

  add(socket: Socket): void {
    this.sockets.add(socket);
    socket.once('close', () => this.sockets.delete(socket));
    const [oldest] = this.sockets;
    if (this.sockets.size <= MOST || oldest === undefined) return;
    this.sockets.delete(oldest);
    oldest.destroy();
  }

  /** Whoever is at the other end has shown the secret. */
  welcome(socket: Socket): void {
    this.sockets.delete(socket);
  }
}
