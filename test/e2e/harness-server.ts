import { once } from 'node:events';
import { type ServerResponse, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { type Rolldown, build } from 'vite';

const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self'";

type Files = ReadonlyMap<string, string | Uint8Array>;

/** Serves the page that holds the article body alone, which is built when it is first asked for. */
export async function serveHarness(): Promise<{ address: string; close(): void }> {
  let files: Promise<Files> | undefined;
  const answer = async (url: string, response: ServerResponse) => {
    const name = new URL(url, 'http://localhost').pathname.slice(1) || 'index.html';
    files ??= buildHarness();
    let body: string | Uint8Array | undefined;
    try {
      body = (await files).get(name);
    } catch (error) {
      response.writeHead(500).end(`The page cannot be built: ${String(error)}`);
      return;
    }
    // A browser with a window asks for an icon, too.
    const status = body === undefined ? (name === 'favicon.ico' ? 204 : 404) : 200;
    response.writeHead(status, {
      'content-type': contentType(name),
      'content-security-policy': POLICY,
    });
    response.end(body);
  };
  const server = createServer(({ url = '/' }, response) => void answer(url, response)).listen(
    0,
    '127.0.0.1',
  );
  await once(server, 'listening');
  return {
    // A host of this machine may use the clipboard.
    address: `http://harness.localhost:${(server.address() as AddressInfo).port}/`,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

async function buildHarness(): Promise<Files> {
  const output = (await build({
    root: fileURLToPath(new URL('harness', import.meta.url)),
    configFile: false,
    publicDir: false,
    logLevel: 'error',
    // As people get it. The tests in jsdom take React and Lexical as developers get them.
    mode: 'production',
    plugins: [react()],
    define: { 'process.env.NODE_ENV': '"production"' },
    build: { write: false, minify: true, target: 'es2024', assetsInlineLimit: 0 },
  })) as Rolldown.RolldownOutput;
  return new Map(
    output.output.map((file) => [file.fileName, file.type === 'chunk' ? file.code : file.source]),
  );
}

function contentType(path: string): string {
  if (path.endsWith('.html')) return 'text/html; charset=utf-8';
  if (path.endsWith('.js')) return 'text/javascript; charset=utf-8';
  if (path.endsWith('.css')) return 'text/css; charset=utf-8';
  return 'font/woff2';
}
