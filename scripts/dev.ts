import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { type Server, createServer as createHttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { type ViteDevServer, createServer } from 'vite';
import { readPort } from '../electron/command-line/serve-options.ts';
import { stopSignal } from '../electron/command-line/stop-signal.ts';
import { isUsageFault } from '../electron/command-line/usage.ts';
import { defaultDeskFolder } from '../electron/folders.ts';
import { APP_POLICY } from '../electron/policy.ts';
import { newSecrets } from '../electron/web/answers.ts';
import { openBrowser } from '../electron/web/open-browser.ts';
import { nodeFlags, pinnedNode, root } from './checkout.js';
import { hasDisplay } from './electron-runtime.ts';

const usage = `Usage: npm run dev [-- OPTIONS]
Serves Galley to the browser from its sources. A change of the page is shown at once; a change of
the services starts them again. Ctrl+C stops it.
  --desk DIR   the folder of the desk (default: Galley in your documents)
  --port N     the port (default: a free one)
  --no-open    does not open the browser; the address is on the first line of output
`;

/** Where the services answer that Vite has no file for; `/session/` is a folder of the renderer. */
const SERVICES = /^\/(?:session$|events(?:\?|$)|call\/|preview\/|media\/)/u;

/** What the services are made of; the shell of the desktop app has no part in it. */
const SERVICE_SOURCES = ['article', 'electron', 'assets/article.css'];
const NO_SERVICE = /^electron\/(?:shell\/|main\.ts|preload\.ts)/u;

/** How long services may take to write what is not written, in milliseconds. */
const PATIENCE = 8000;

/** Editors write a file in several steps: milliseconds of rest before the services start again. */
const REST = 150;

/** The services, as a process that can be started again with the same address and secrets. */
class Services {
  readonly origin: string;
  /** Resolves when they answer, also while they are being started again. */
  ready: Promise<void> = Promise.resolve();
  private readonly env: NodeJS.ProcessEnv;
  private child: ChildProcess | undefined;

  constructor(deskFolder: string, port: number, secrets: ReturnType<typeof newSecrets>) {
    this.origin = `http://127.0.0.1:${port}`;
    const given = JSON.stringify({ deskFolder, port, secrets });
    this.env = { ...process.env, GALLEY_DEV: given };
  }

  /** True once they answer; false when they ended instead, which they have said why. */
  async start(): Promise<boolean> {
    const child = fork(path.join(root, 'scripts/dev-services.ts'), {
      execPath: pinnedNode,
      execArgv: nodeFlags,
      cwd: root,
      env: this.env,
    });
    this.child = child;
    return Promise.race([
      once(child, 'message').then(() => true),
      once(child, 'exit').then(() => false),
    ]);
  }

  /** Has them write what is not written, and waits until they are gone. */
  async stop(): Promise<void> {
    const { child } = this;
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill('SIGTERM');
    const timer = setTimeout(() => child.kill('SIGKILL'), PATIENCE);
    await ended;
    clearTimeout(timer);
  }
}

/** Starts the services again when their sources change; what pages ask of them waits meanwhile. */
function followSources(vite: ViteDevServer, services: Services): void {
  let timer: NodeJS.Timeout | undefined;
  let work = Promise.resolve();
  let answering: (() => void) | undefined;
  const restart = async () => {
    await services.stop();
    if (answering === undefined) {
      const { promise, resolve } = Promise.withResolvers<void>();
      services.ready = promise;
      answering = resolve;
    }
    if (!(await services.start())) {
      console.error('The services do not start; they are started again when a file changes.');
      return;
    }
    console.error('The services were started again.');
    answering();
    answering = undefined;
  };
  vite.watcher.add(SERVICE_SOURCES.map((place) => path.join(root, place)));
  vite.watcher.on('all', (_event, changed) => {
    const file = path.relative(root, changed).split(path.sep).join('/');
    const isService = SERVICE_SOURCES.some(
      (place) => file === place || file.startsWith(`${place}/`),
    );
    if (!isService || NO_SERVICE.test(file)) return;
    clearTimeout(timer);
    timer = setTimeout(() => {
      work = work.then(restart);
    }, REST);
  });
}

/**
 * Serves the page from its sources; what is not of the page is asked of the services. The server is
 * ours: Vite's own would end the process on SIGTERM, before the services have written.
 */
async function servePage(server: Server, port: number, services: Services): Promise<ViteDevServer> {
  const origin = `http://127.0.0.1:${port}`;
  const vite = await createServer({
    configFile: path.join(root, 'vite.config.ts'),
    root: path.join(root, 'renderer'),
    logLevel: 'warn',
    server: {
      middlewareMode: true,
      hmr: { server },
      fs: { allow: [root] },
      headers: { 'content-security-policy': devPolicy(port) },
      proxy: {
        [SERVICES.source]: {
          target: services.origin,
          changeOrigin: true,
          configure(proxy) {
            // To the services their own page asks; any other origin stays what it is.
            proxy.on('proxyReq', (outgoing, { headers }) => {
              if (headers.origin === origin) outgoing.setHeader('origin', services.origin);
            });
          },
        },
      },
    },
  });
  server.on('request', (request, response) => {
    const wait = SERVICES.test(request.url ?? '') ? services.ready : undefined;
    if (wait === undefined) vite.middlewares(request, response);
    else void wait.then(() => vite.middlewares(request, response));
  });
  return vite;
}

/** The app's own policy, with what hot reload needs: inline code and styles, and its socket. */
function devPolicy(port: number): string {
  return APP_POLICY.replace("script-src 'self'", "script-src 'self' 'unsafe-inline'")
    .replace("style-src 'self'", "style-src 'self' 'unsafe-inline'")
    .replace("connect-src 'self'", `connect-src 'self' ws://127.0.0.1:${port}`);
}

/** Answers the port; 0 asks for one that is free. */
async function listen(server: Server, port: number): Promise<number> {
  server.listen({ port, host: '127.0.0.1', exclusive: true });
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}

/** A port that the services can have whenever they start. */
async function freePort(): Promise<number> {
  const server = createHttpServer();
  const port = await listen(server, 0);
  server.close();
  await once(server, 'close');
  return port;
}

async function dev(): Promise<number> {
  const { values } = parseArgs({
    options: {
      desk: { type: 'string' },
      port: { type: 'string', default: '0' },
      'no-open': { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    process.stdout.write(usage);
    return 0;
  }
  const typedPort = readPort(values.port);
  // npm starts us in the checkout; a relative folder is meant from where the person is.
  const from = process.env['INIT_CWD'] ?? process.cwd();
  const deskFolder = path.resolve(from, values.desk ?? defaultDeskFolder());
  const stopped = once(stopSignal(), 'abort');
  const secrets = newSecrets();
  const services = new Services(deskFolder, await freePort(), secrets);
  const server = createHttpServer();
  let vite: ViteDevServer | undefined;
  let closeFile: (() => Promise<void>) | undefined;
  try {
    if (!(await services.start())) return 1;
    const port = await listen(server, typedPort);
    vite = await servePage(server, port, services);
    followSources(vite, services);
    const url = `http://127.0.0.1:${port}/#token=${secrets.token}`;
    process.stdout.write(`Galley is at ${url}\n`);
    process.stdout.write(`The desk is ${deskFolder}. Ctrl+C stops Galley.\n`);
    if (hasDisplay() && !values['no-open']) closeFile = await openBrowser(url);
    await stopped;
    return 0;
  } finally {
    await closeFile?.();
    // The pages write what is not written through Vite, so it goes last.
    await services.stop();
    await vite?.close();
    server.close();
    server.closeAllConnections();
  }
}

try {
  process.exitCode = await dev();
} catch (error) {
  const isUsage = isUsageFault(error);
  const message = error instanceof Error ? error.message : String(error);
  console.error(isUsage ? `error: usage: ${message}\n\n${usage}` : `error: ${message}`);
  process.exitCode = isUsage ? 2 : 1;
}
