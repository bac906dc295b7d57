import { type Server, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { AppError } from '../../article/app-error.ts';
import type { Desktop, Galley } from '../boot.ts';
import { Answers, type Secrets, newSecrets } from './answers.ts';
import { staticFiles } from './static-files.ts';

export interface WebOptions {
  galley: Galley;
  /** The built page, `out/renderer`. */
  rendererFolder: string;
  /** 0 for any that is free. */
  port: number;
  /** Made anew unless they are given, as to a host that takes the place of another. */
  secrets?: Secrets;
  /** How long a request may take to arrive, in milliseconds (default 30 s). */
  requestTimeout?: number;
}

/** A web host that answers at 127.0.0.1. */
export interface WebHost {
  port: number;
  /** The address for the person, with the token in the fragment. */
  url: string;
  /** Has the pages write what is not written, then ends. The services stay open. */
  close(): Promise<void>;
}

/** What a browser can do for a person: none of what a system's desktop can. */
export const browserDesktop: Desktop = {
  abilities: { host: 'web', chooseFolder: false, open: false, reveal: false, print: false },
};

/** How long pages have to begin writing when Galley stops, and to end it, in milliseconds. */
const FLUSH = { begin: 400, end: 5000 };

/**
 * Serves the app to browsers on this machine: its page to anyone, everything else to those who
 * know the token. Throws an AppError `port-in-use`, `port-refused` or `not-built`.
 */
export async function startWeb(options: WebOptions): Promise<WebHost> {
  const { galley, rendererFolder, secrets = newSecrets(), requestTimeout = 30_000 } = options;
  await staticFiles(rendererFolder);
  const server = createServer({
    requestTimeout,
    headersTimeout: Math.min(requestTimeout, 10_000),
    connectionsCheckingInterval: 1000,
    maxHeaderSize: 16 * 1024,
  });
  server.maxConnections = 512;
  const port = await listen(server, options.port);
  const answers = new Answers(galley, rendererFolder, port, secrets);
  server.on('connection', (socket) => answers.strangers.add(socket));
  server.on('request', (request, response) => void answers.answer(request, response));

  return {
    port,
    url: `http://127.0.0.1:${port}/#token=${secrets.token}`,
    async close() {
      if (answers.stream.size > 0) {
        galley.events.emit({ name: 'flush', data: {} });
        await sleep(FLUSH.begin);
        const until = Date.now() + FLUSH.end;
        while (answers.running > 0 && Date.now() < until) await sleep(50);
      }
      answers.stream.close();
      await new Promise((resolve) => {
        server.close(resolve);
        server.closeAllConnections();
      });
    },
  };
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(portFault(error, port)));
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => {
      resolve((server.address() as AddressInfo).port);
    });
  });
}

function portFault(error: NodeJS.ErrnoException, port: number): Error {
  const options = { cause: error };
  if (error.code === 'EADDRINUSE') {
    return new AppError(
      'port-in-use',
      `port ${port} is in use; stop the program that uses it or choose another with --port`,
      options,
    );
  }
  if (error.code === 'EACCES') {
    return new AppError(
      'port-refused',
      `port ${port} is not open to you; choose one over 1023`,
      options,
    );
  }
  return error;
}
