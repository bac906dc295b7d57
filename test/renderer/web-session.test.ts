import fs from 'node:fs/promises';
import http from 'node:http';
import path from 'node:path';
import { afterEach, beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { serveDesk } from '../../electron/web/serve-desk.ts';
import { connect } from '../../renderer/app/host/client.ts';
import { runDesk } from '../electron/running-desk.ts';
import { temporaryFolder } from '../electron/temporary.ts';

const systemFetch = fetch;
/** The cookies that all tabs of the browser share, by their names. */
let cookies: Map<string, string>;

beforeEach(() => {
  cookies = new Map();
});
afterEach(() => vi.unstubAllGlobals());

/** Opens the address in a tab of its own, as far as a page meets its host. */
async function openTab(url: string) {
  const { origin, host, hash } = new URL(url);
  vi.stubGlobal('window', {});
  vi.stubGlobal('location', { hash, host, pathname: '/', search: '' });
  vi.stubGlobal('history', { replaceState: () => {} });
  vi.stubGlobal('fetch', async (place: string, init: RequestInit = {}) => {
    const cookie = [...cookies].map((pair) => pair.join('=')).join('; ');
    const headers = { ...(init.headers as Record<string, string>), origin, cookie };
    const response = await systemFetch(`${origin}${place}`, { ...init, headers });
    const [name, value] = response.headers.get('set-cookie')?.split(';')[0]?.split('=') ?? [];
    if (name !== undefined && value !== undefined) cookies.set(name, value);
    return response;
  });
  return connect();
}

async function newDesk() {
  const desk = await runDesk();
  const rendererFolder = await temporaryFolder();
  await fs.writeFile(path.join(rendererFolder, 'index.html'), '<title>Galley</title>');
  return { ...desk, serve: (port?: number) => serveDesk(desk.galley, rendererFolder, port) };
}

test('a tab never saves into another desk that is served at its address, and does when its own is again', async () => {
  const [mine, other] = [await newDesk(), await newDesk()];
  const first = await mine.serve();
  const tab = await openTab(first.url);
  const { article, hash } = await tab.call('articles.create', {});
  const save = (headline: string) =>
    tab.call('articles.save', { article: { ...article, headline }, base: hash });
  await first.close();

  const second = await other.serve(first.port);
  await openTab(second.url);
  await expect(save('Elsewhere')).rejects.toMatchObject({ code: 'refused' });
  expect(await other.call('articles.list', {})).toEqual([]);
  await second.close();

  const third = await mine.serve();
  onTestFinished(third.close);
  expect(third.port).toBe(first.port);
  await save('At home');
  expect((await mine.inFile(article.id)).headline).toBe('At home');
});

test('a tab whose host is gone gives no words to another program at its address', async () => {
  const desk = await newDesk();
  const first = await desk.serve();
  const tab = await openTab(first.url);
  const { article, hash } = await tab.call('articles.create', {});
  const save = () => tab.call('articles.save', { article, base: hash });
  await first.close();
  await expect(save()).rejects.toMatchObject({ code: 'unreachable' });

  const asked: string[] = [];
  const stranger = http.createServer((request, response) => {
    asked.push(request.url ?? '');
    request.resume();
    response.end(JSON.stringify({ ok: true, value: request.method === 'GET' ? 'question' : {} }));
  });
  await new Promise<void>((resolve) => stranger.listen(first.port, '127.0.0.1', resolve));
  await expect(save()).rejects.toMatchObject({ code: 'refused' });
  expect(asked).toEqual(['/session', '/session']);
  stranger.closeAllConnections();
  await new Promise((resolve) => stranger.close(resolve));

  const second = await desk.serve();
  onTestFinished(second.close);
  await save();
});
