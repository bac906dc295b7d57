import { createHmac } from 'node:crypto';
import fs from 'node:fs/promises';
import http from 'node:http';
import net from 'node:net';
import path from 'node:path';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { serveDesk } from '../../electron/web/serve-desk.ts';
import { startWeb } from '../../electron/web/web.ts';
import { openBrowser } from '../../electron/web/open-browser.ts';
import { flat } from './pictures.ts';
import { type RunningDesk, faultOf, runDesk } from './running-desk.ts';
import { eventually, temporaryFolder } from './temporary.ts';

/** A header may come twice, or be left out. */
type Headers = Record<string, string | string[] | undefined>;

interface Sent {
  status: number;
  headers: http.IncomingHttpHeaders;
  body: string;
}

interface Web extends RunningDesk {
  port: number;
  origin: string;
  token: string;
  rendererFolder: string;
  stop(): Promise<void>;
  /** Sends exactly these headers. */
  send(method: string, url: string, headers?: Headers, body?: string): Promise<Sent>;
  /** The cookie that the token is exchanged for. */
  logIn(): Promise<string>;
  post(url: string, body: unknown, headers?: Headers): Promise<Sent>;
}

async function runWeb(requestTimeout?: number): Promise<Web> {
  const desk = await runDesk({ samples: true });
  const rendererFolder = path.join(await temporaryFolder(), 'renderer');
  await fs.mkdir(path.join(rendererFolder, 'assets'), { recursive: true });
  await fs.writeFile(path.join(rendererFolder, 'index.html'), '<title>Galley</title>');
  await fs.writeFile(path.join(rendererFolder, 'assets', 'app.js'), 'void 0;');
  const web = await startWeb({
    galley: desk.galley,
    rendererFolder,
    port: 0,
    ...(requestTimeout !== undefined && { requestTimeout }),
  });
  let isStopped = false;
  const stop = async () => {
    if (!isStopped) await web.close();
    isStopped = true;
  };
  onTestFinished(stop);
  const origin = `http://127.0.0.1:${web.port}`;
  const token = new URLSearchParams(new URL(web.url).hash.slice(1)).get('token') ?? '';
  const send: Web['send'] = (method, url, headers = {}, body = '') =>
    new Promise((resolve, reject) => {
      const all = { host: `127.0.0.1:${web.port}`, connection: 'close', ...headers };
      // An array of pairs is sent as it is: also two of the same name, or none.
      const request = http.request({
        host: '127.0.0.1',
        port: web.port,
        method,
        path: url,
        setHost: false,
        headers: Object.entries(all).flatMap(([name, value]) =>
          [value].flat().flatMap((one) => (one === undefined ? [] : [name, one])),
        ) as unknown as http.OutgoingHttpHeaders,
      });
      request.on('error', reject);
      request.on('response', (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', reject);
        response.on('end', () => {
          const { statusCode = 0, headers: received } = response;
          resolve({
            status: statusCode,
            headers: received,
            body: Buffer.concat(chunks).toString(),
          });
        });
      });
      request.end(body);
    });
  const post: Web['post'] = (url, body, headers = {}) => {
    const text = JSON.stringify(body);
    const length = String(Buffer.byteLength(text));
    return send(
      'POST',
      url,
      { origin, 'content-type': 'application/json', 'content-length': length, ...headers },
      text,
    );
  };
  const logIn = async () => {
    const { headers } = await post('/session', { token });
    return headers['set-cookie']?.[0]?.split(';')[0] ?? '';
  };
  return { ...desk, port: web.port, origin, token, rendererFolder, stop, send, post, logIn };
}

const call = async (web: Web, headers: Headers) => {
  const cookie = await web.logIn();
  return web.post('/call/articles.create', {}, { cookie, ...headers });
};
const deskOf = async ({ post, token }: Web) =>
  JSON.parse((await post('/session', { token })).body).value.desk as string;
const nothingMade = async (web: Web) =>
  expect((await web.call('articles.list', {})).length).toBe(3);

describe('the web host', () => {
  test('gives pictures to those with the cookie, once to each browser, as nothing that can run', async () => {
    const web = await runWeb();
    const [line] = await web.call('articles.list', {});
    const bytes = await flat('png', [1000, 10]);
    const base64 = bytes.toString('base64');
    const { file } = await web.call('media.add', { id: line!.id, name: 'a.png', base64 });
    const url = `/media/${line!.id}/${file}`;
    expect((await web.send('GET', url)).status).toBe(401);
    const cookie = await web.logIn();
    const picture = await web.send('GET', url, { cookie });
    expect(picture.status).toBe(200);
    expect(picture.headers).toMatchObject({
      'content-type': 'image/png',
      'x-content-type-options': 'nosniff',
      'content-security-policy': expect.stringMatching(/^default-src 'none'; sandbox/u),
      'cross-origin-resource-policy': 'same-origin',
    });
    const again = { cookie, 'if-none-match': picture.headers.etag };
    expect(await web.send('GET', url, again)).toMatchObject({ status: 304, body: '' });
    const published = `/preview/${line!.id}/media/${file.replace('.', '-480.')}`;
    expect((await web.send('GET', published)).status).toBe(401);
    expect((await web.send('GET', published, { cookie })).headers['content-type']).toBe(
      'image/png',
    );
    const missing = `/media/${line!.id}/${'0'.repeat(32)}.png`;
    expect(await web.send('GET', missing, { cookie })).toMatchObject({ status: 404 });
    for (const bad of [`/media/${line!.id}/article.json`, `/media/%zz/${file}`]) {
      expect(await web.send('GET', bad, { cookie })).toMatchObject({ status: 404 });
    }
  });

  test('takes a picture that is larger than any text', async () => {
    const web = await runWeb();
    const [line] = await web.call('articles.list', {});
    const bytes = Buffer.concat([await flat('jpeg'), Buffer.alloc(25 * 1024 * 1024)]);
    const cookie = await web.logIn();
    const add = { id: line!.id, name: 'a.jpg', base64: bytes.toString('base64') };
    const { body } = await web.post('/call/media.add', add, { cookie });
    expect(JSON.parse(body)).toMatchObject({ ok: true, value: { type: 'image/jpeg' } });
  });

  test('gives its page to anyone, and everything else to those with the cookie', async () => {
    const web = await runWeb();
    const page = await web.send('GET', '/');
    expect(page).toMatchObject({ status: 200, body: '<title>Galley</title>' });
    expect(page.headers['set-cookie']).toBeUndefined();
    expect((await web.send('GET', '/assets/app.js')).headers['content-type']).toMatch('javascript');
    const [line] = await web.call('articles.list', {});
    expect((await web.post('/call/articles.list', {})).status).toBe(401);
    expect((await web.send('GET', '/events')).status).toBe(401);
    expect((await web.send('GET', `/preview/${line!.id}/`)).status).toBe(401);

    const cookie = await web.logIn();
    const list = await web.post('/call/articles.list', {}, { cookie });
    expect(JSON.parse(list.body)).toMatchObject({ ok: true, value: { length: 3 } });
  });

  test('exchanges the token for a cookie that no script and no other site can use', async () => {
    const web = await runWeb();
    expect(Buffer.from(web.token, 'base64url').length * 8).toBeGreaterThanOrEqual(128);
    const { status, headers } = await web.post('/session', { token: web.token });
    expect(status).toBe(200);
    expect(headers['set-cookie']).toEqual([
      expect.stringMatching(
        new RegExp(`^galley-${web.port}=[\\w-]{22,}; HttpOnly; SameSite=Strict; Path=/$`, 'u'),
      ),
    ]);
    expect(headers['set-cookie']?.[0]).not.toContain(web.token);
  });

  test.each([undefined, '', 'x', 5, null, {}])('refuses the token %s', async (token) => {
    const web = await runWeb();
    const { status, headers } = await web.post('/session', { token });
    expect(status).toBe(403);
    expect(headers['set-cookie']).toBeUndefined();
  });

  test('tells pages of what happens on the desk', async () => {
    const web = await runWeb();
    const cookie = await web.logIn();
    const seen: string[] = [];
    const request = http.get(`${web.origin}/events`, { headers: { cookie } }, (response) => {
      expect(response.headers['content-type']).toBe('text/event-stream');
      response.on('data', (chunk: Buffer) => seen.push(chunk.toString()));
    });
    onTestFinished(() => void request.destroy());
    request.on('error', () => {});
    await eventually(() => expect(seen.join('')).toContain('retry'));
    const { article } = await web.call('articles.create', {});
    await eventually(() =>
      expect(seen.join('')).toContain(
        `data: ${JSON.stringify({ name: 'desk-changed', data: { ids: [article.id] } })}\n\n`,
      ),
    );
  });

  test('takes nothing from a page of another desk, and tells it nothing', async () => {
    const [web, other] = [await runWeb(), await runWeb()];
    const desk = await deskOf(other);
    // What a tab has that was open when its desk was served here, once this one is opened.
    const cookie = await web.logIn();
    const { article } = await other.call('articles.create', {});
    const headers = { cookie, 'x-galley-desk': desk };
    const { status, body } = await web.post('/call/articles.save', { article, base: '' }, headers);
    expect(status).toBe(409);
    expect(JSON.parse(body)).toMatchObject({ ok: false, code: 'refused' });
    await nothingMade(web);
    expect((await web.send('GET', `/events?desk=${desk}`, { cookie })).status).toBe(409);
    const own = { cookie, 'x-galley-desk': await deskOf(web) };
    expect((await web.post('/call/articles.list', {}, own)).status).toBe(200);
  });

  test('shows a preview with a policy of its own, equal to the export', async () => {
    const web = await runWeb();
    const cookie = await web.logIn();
    const [line] = await web.call('articles.list', { status: 'published' });
    const page = await web.send('GET', `/preview/${line!.id}/`, { cookie });
    expect(page.status).toBe(200);
    expect(page.headers['content-security-policy']).toContain("default-src 'none'");
    expect(page.headers['content-security-policy']).toContain("frame-ancestors 'self'");
    expect(page.headers['content-security-policy']).not.toContain('script');
    const { text } = await web.call('export.render', { id: line!.id, format: 'html' });
    expect(page.body).toBe(text);
    const missing = await web.send('GET', '/preview/nothing/', { cookie });
    expect(missing.status).toBe(400);
    expect(missing.body).toContain('no-article');
  });

  test('passes on what a call refuses, and answers unknown ones', async () => {
    const web = await runWeb();
    const cookie = await web.logIn();
    const reply = async (name: string, args: unknown) =>
      JSON.parse((await web.post(`/call/${name}`, args, { cookie })).body);
    expect(await reply('articles.open', { id: 'none' })).toMatchObject({
      ok: false,
      code: 'no-article',
    });
    expect(await reply('articles.open', { id: 'a b' })).toMatchObject({
      code: 'invalid',
      path: 'id',
    });
    expect(await reply('articles.open', { id: 'a', more: 1 })).toMatchObject({ code: 'invalid' });
    expect(await reply('articles.open', [])).toMatchObject({ code: 'invalid' });
    expect(await reply('toString', {})).toMatchObject({ code: 'unknown-call' });
    expect(await reply('__proto__', {})).toMatchObject({ code: 'unknown-call' });
  });
});

describe('the guard refuses', () => {
  test.each([
    'attacker.example',
    'attacker.example:PORT',
    '127.0.0.1.attacker.example:PORT',
    '127.0.0.1',
    '127.0.0.1:1',
    'localhost:PORT',
    '[::1]:PORT',
    '127.0.0.1.:PORT',
    '',
  ])('the host %s, before any work', async (host) => {
    const web = await runWeb();
    const named = host.replace('PORT', String(web.port));
    expect((await call(web, { host: named })).status).toBe(403);
    expect((await web.send('GET', '/', { host: named })).status).toBe(403);
    await nothingMade(web);
  });

  test('two hosts, and none', async () => {
    const web = await runWeb();
    const good = `127.0.0.1:${web.port}`;
    for (const host of [
      [good, 'attacker.example'],
      ['attacker.example', good],
      [good, good],
    ]) {
      expect((await web.send('GET', '/', { host })).status).toBe(403);
    }
    expect((await web.send('GET', '/', { host: undefined })).status).toBe(400);
  });

  test.each([
    'http://attacker.example',
    'null',
    'http://127.0.0.1:1',
    'https://127.0.0.1:PORT',
    undefined,
  ])('a call with the origin %s', async (origin) => {
    const web = await runWeb();
    const answer = await call(web, { origin: origin?.replace('PORT', String(web.port)) });
    expect(answer.status).toBe(403);
    expect(JSON.parse(answer.body)).toMatchObject({ ok: false });
    await nothingMade(web);
  });

  test('a foreign origin on anything, also on the exchange of the token', async () => {
    const web = await runWeb();
    const cookie = await web.logIn();
    const origin = 'http://attacker.example';
    for (const url of ['/', '/assets/app.js', '/events']) {
      expect((await web.send('GET', url, { origin, cookie })).status).toBe(403);
    }
    const session = await web.post('/session', { token: web.token }, { origin });
    expect(session.status).toBe(403);
    expect((await web.post('/session', { token: web.token }, { origin: undefined })).status).toBe(
      403,
    );
  });

  test('what another site caused, but not a link to the page', async () => {
    const web = await runWeb();
    const site = { 'sec-fetch-site': 'cross-site' };
    const followed = { ...site, 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' };
    expect((await web.send('GET', '/', site)).status).toBe(403);
    expect((await web.send('GET', '/', followed)).status).toBe(200);
    expect((await web.send('GET', '/', { ...followed, 'sec-fetch-dest': 'iframe' })).status).toBe(
      403,
    );
    expect((await web.send('GET', '/assets/app.js', followed)).status).toBe(403);
    expect((await call(web, { 'sec-fetch-site': 'same-site' })).status).toBe(403);
    expect((await call(web, followed)).status).toBe(403);
    expect((await call(web, { 'sec-fetch-site': 'same-origin' })).status).toBe(200);
  });

  test('simple forms, and changes by GET', async () => {
    const web = await runWeb();
    const cookie = await web.logIn();
    for (const type of [
      'text/plain',
      'application/x-www-form-urlencoded',
      'multipart/form-data',
      '',
    ]) {
      expect((await call(web, { 'content-type': type })).status).toBe(415);
    }
    expect((await web.send('GET', '/call/articles.create', { cookie })).status).toBe(404);
    for (const method of ['PUT', 'DELETE', 'OPTIONS', 'PATCH', 'TRACE']) {
      expect(
        (await web.send(method, '/call/articles.create', { cookie, origin: web.origin })).status,
      ).toBe(405);
    }
    await nothingMade(web);
  });

  test('a wrong cookie, however often, and still serves the owner', async () => {
    const web = await runWeb();
    const cookie = await web.logIn();
    const name = cookie.split('=')[0];
    const wrong = Array.from({ length: 200 }, (_, index) =>
      web.post('/call/articles.list', {}, { cookie: `${name}=${'a'.repeat(index % 40)}` }),
    );
    for (const { status } of await Promise.all(wrong)) expect(status).toBe(401);
    expect((await web.post('/call/articles.list', {}, { cookie })).status).toBe(200);
  });

  test('every path that leads out of the built page', async () => {
    const web = await runWeb();
    const cookie = await web.logIn();
    await fs.writeFile(path.join(web.rendererFolder, '..', 'secret.txt'), 'secret');
    await fs.symlink(
      path.join(web.rendererFolder, '..', 'secret.txt'),
      path.join(web.rendererFolder, 'link.txt'),
    );
    await fs.symlink(path.join(web.rendererFolder, '..'), path.join(web.rendererFolder, 'up'));
    await web.send('GET', '/');
    for (const url of [
      '/../secret.txt',
      '/assets/../../secret.txt',
      '/%2e%2e/secret.txt',
      '/%2e%2e%2fsecret.txt',
      '/..%5csecret.txt',
      '/..\\secret.txt',
      '/assets/..%00/secret.txt',
      '//etc/passwd',
      '/etc/passwd',
      '/C:/Windows/win.ini',
      '/link.txt',
      '/up/secret.txt',
      '/ASSETS/app.js',
      '/assets/app.js?x',
      '/assets/',
      '/index.html/',
      '/preview/..%2f..%2fsecret.txt/',
      '/preview/%E0%A4%A/',
    ]) {
      const { status, body } = await web.send('GET', url, { cookie });
      expect([400, 404], url).toContain(status);
      expect(body, url).not.toContain('secret\n');
      expect(body, url).not.toBe('secret');
    }
  });

  test('nothing is left open to other sites or to guessing of types', async () => {
    const web = await runWeb();
    const cookie = await web.logIn();
    const answers = await Promise.all([
      web.send('GET', '/'),
      web.send('GET', '/assets/app.js'),
      web.send('GET', '/nothing'),
      web.send('GET', '/', { host: 'attacker.example' }),
      web.post('/call/articles.list', {}, { cookie }),
      web.post('/session', {}),
    ]);
    for (const { headers } of answers) {
      expect(headers['content-security-policy']).toMatch(/^default-src 'none'/u);
      expect(headers['content-security-policy']).not.toMatch(/unsafe|\*|https?:/u);
      expect(headers['x-content-type-options']).toBe('nosniff');
      expect(headers['cross-origin-opener-policy']).toBe('same-origin');
      expect(headers['cross-origin-resource-policy']).toBe('same-origin');
      expect(Object.keys(headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
    }
    const policy = answers[0]?.headers['content-security-policy'] ?? '';
    for (const part of [
      "script-src 'self'",
      "connect-src 'self'",
      "base-uri 'none'",
      "form-action 'none'",
      "frame-ancestors 'none'",
    ]) {
      expect(policy).toContain(part);
    }
  });

  test('a call that is too large, and one that takes too long to arrive', async () => {
    const web = await runWeb(1000);
    const cookie = await web.logIn();
    const head = { cookie, 'content-length': String(25 * 1024 * 1024) };
    const large = await web.send('POST', '/call/import.read', {
      ...head,
      origin: web.origin,
      'content-type': 'application/json',
    });
    expect(large.status).toBe(413);
    expect(JSON.parse(large.body)).toMatchObject({ code: 'too-large' });

    const socket = net.connect(web.port, '127.0.0.1');
    socket.write(
      `POST /call/articles.list HTTP/1.1\r\nHost: 127.0.0.1:${web.port}\r\nOrigin: ${web.origin}\r\n` +
        `Cookie: ${cookie}\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{`,
    );
    const drip = setInterval(() => socket.write(' '), 200);
    onTestFinished(() => clearInterval(drip));
    socket.on('error', () => {});
    let answer = '';
    socket.on('data', (chunk) => (answer += chunk.toString()));
    await new Promise((resolve) => socket.once('close', resolve));
    expect(answer).not.toContain('200');
    expect((await web.post('/call/articles.list', {}, { cookie })).status).toBe(200);
  });

  test('idle connections, hundreds of them, and lets the owner in at once', async () => {
    const web = await runWeb();
    const session = await web.logIn();
    const head = `Host: 127.0.0.1:${web.port}\r\nOrigin: ${web.origin}\r\n`;
    const post = `POST /session HTTP/1.1\r\n${head}Content-Type: application/json\r\nContent-Length: 9\r\n\r\n`;
    for (const said of ['', 'GET / HTTP/1.1\r\n', post]) {
      const sockets = Array.from({ length: 600 }, () => {
        const socket = net.connect(web.port, '127.0.0.1', () => socket.write(said));
        return socket.on('error', () => {});
      });
      await new Promise((resolve) => setTimeout(resolve, 300));
      const start = performance.now();
      expect((await web.send('GET', '/')).status).toBe(200);
      expect(await web.logIn()).toBe(session);
      const answer = await web.post('/call/articles.list', {}, { cookie: session });
      expect(answer.status).toBe(200);
      expect(performance.now() - start).toBeLessThan(1000);
      for (const socket of sockets) socket.destroy();
    }
  });

  test('but no page of the owner, however many there are', async () => {
    const web = await runWeb();
    const cookie = await web.logIn();
    const pages = await Promise.all(
      Array.from({ length: 100 }, async () => {
        const response = await fetch(`${web.origin}/events`, { headers: { cookie } });
        const reader = response.body!.getReader();
        await reader.read();
        return reader;
      }),
    );
    web.galley.events.emit({ name: 'desk-changed', data: { ids: ['one'] } });
    for (const page of pages) {
      const { value, done } = await page.read();
      expect(done).toBe(false);
      expect(Buffer.from(value!).toString()).toContain('desk-changed');
      await page.cancel();
    }
  });

  test('a body that is not JSON', async () => {
    const web = await runWeb();
    const cookie = await web.logIn();
    const headers = { cookie, origin: web.origin, 'content-type': 'application/json' };
    const { status, body } = await web.send('POST', '/call/articles.list', headers, '{');
    expect(status).toBe(400);
    expect(JSON.parse(body)).toMatchObject({ ok: false, code: 'not-json' });
  });
});

describe('the port', () => {
  test('is open to this machine only', async () => {
    const web = await runWeb();
    const listening = await fs.readFile('/proc/net/tcp', 'utf8').catch(() => '');
    const port = web.port.toString(16).toUpperCase().padStart(4, '0');
    const addresses = [
      ...listening.matchAll(new RegExp(`([0-9A-F]{8}):${port} 00000000:0000 0A`, 'gu')),
    ];
    if (process.platform === 'linux')
      expect(addresses.map(([, address]) => address)).toEqual(['0100007F']);
  });

  test('that another program uses is named with the way out', async () => {
    const web = await runWeb();
    const { galley, rendererFolder, port } = web;
    const fault = await faultOf(startWeb({ galley, rendererFolder, port }));
    expect(fault.code).toBe('port-in-use');
    expect(fault.message).toContain(`port ${port}`);
    expect(fault.message).toContain('--port');
  });

  test('is not opened without a built page', async () => {
    const { galley } = await runDesk();
    const rendererFolder = path.join(await temporaryFolder(), 'nothing');
    expect((await faultOf(startWeb({ galley, rendererFolder, port: 0 }))).code).toBe('not-built');
  });
});

const ask = async (origin: string, body?: object) => {
  const headers = { 'content-type': 'application/json', origin };
  const response = await fetch(
    `${origin}/session`,
    body && { method: 'POST', headers, body: JSON.stringify(body) },
  );
  const { value } = (await response.json()) as { value: unknown };
  return { status: response.status, value };
};
const newQuestion = async (origin: string) => String((await ask(origin)).value);
/** Logs in; answers what the page is given. */
const logInTo = async ({ origin, token }: { origin: string; token: string | null }) =>
  (await ask(origin, { token })).value as { desk: string; key: string };
/** What a page shows that comes back. */
const comeBack = async (key: string, origin: string, question?: string) => {
  const asked = question ?? (await newQuestion(origin));
  return ask(origin, { question: asked, proof: sign(key, `page ${asked}`, origin), nonce: 'n' });
};
const serve = async ({ galley, rendererFolder }: Web) => {
  const web = await serveDesk(galley, rendererFolder);
  const { origin, hash } = new URL(web.url);
  return { ...web, origin, token: new URLSearchParams(hash.slice(1)).get('token') };
};
const sign = (key: string, text: string, origin: string) =>
  createHmac('sha256', key)
    .update(`${text} ${new URL(origin).host}`)
    .digest('hex');

/** A desk that is served, with the key of a page that was logged in, and served again. */
async function serveTwice() {
  const desk = await runWeb();
  const first = await serve(desk);
  const { key } = await logInTo(first);
  await first.close();
  const second = await serve(desk);
  onTestFinished(second.close);
  return { first, second, key };
}

describe('a desk that is served again', () => {
  test('has the address that it had, and takes the pages of then', async () => {
    const { first, second, key } = await serveTwice();
    expect(second.port).toBe(first.port);
    expect(second.token).not.toBe(first.token);
    expect(await ask(second.origin, { token: first.token })).toMatchObject({ status: 403 });
    const question = await newQuestion(second.origin);
    expect(await comeBack(key, second.origin, question)).toMatchObject({ status: 200 });
    // It is good once.
    expect(await comeBack(key, second.origin, question)).toMatchObject({ status: 403 });
  });

  test('shows a page that comes back that it knows its key, too', async () => {
    const { second, key } = await serveTwice();
    const { value } = await comeBack(key, second.origin);
    expect(value).toMatchObject({ proof: sign(key, 'host n', second.origin) });
  });

  test('has a new key at each start, takes the earlier ones for a month, and gives none for a cookie', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    onTestFinished(() => void vi.useRealTimers());
    const desk = await runWeb();
    const first = await serve(desk);
    const { key } = await logInTo(first);
    await first.close();
    const second = await serve(desk);
    const newer = (await logInTo(second)).key;
    expect(newer).not.toBe(key);
    const came = await comeBack(key, second.origin);
    expect(came).toMatchObject({ status: 200, value: { key: newer } });
    const response = await fetch(`${second.origin}/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: second.origin },
      body: JSON.stringify({ token: second.token }),
    });
    const cookie = response.headers.get('set-cookie')?.split(';')[0] ?? '';
    const stolen = await fetch(`${second.origin}/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: second.origin, cookie },
      body: '{}',
    });
    expect(stolen.status).toBe(200);
    expect(await stolen.text()).not.toContain(newer);
    await second.close();
    vi.setSystemTime(Date.now() + 31 * 24 * 60 * 60 * 1000);
    const third = await serve(desk);
    onTestFinished(third.close);
    expect(await comeBack(key, third.origin)).toMatchObject({ status: 403 });
  });

  test('waits a minute for the answer to a question, however many others ask', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    onTestFinished(() => void vi.useRealTimers());
    const web = await serve(await runWeb());
    onTestFinished(web.close);
    const { key } = await logInTo(web);
    const question = await newQuestion(web.origin);
    for (let others = 0; others < 150; others += 1) await newQuestion(web.origin);
    expect(await comeBack(key, web.origin, question)).toMatchObject({ status: 200 });
    const late = await newQuestion(web.origin);
    vi.setSystemTime(Date.now() + 61_000);
    expect(await comeBack(key, web.origin, late)).toMatchObject({ status: 403 });
    for (const made of ['', '1', `${Date.now()}.x.y`, late.replace(/^\d+/u, String(Date.now()))])
      expect(await comeBack(key, web.origin, made), made).toMatchObject({ status: 403 });
  });

  test('has the address of the first again, though another Galley on it had one of its own', async () => {
    const desk = await runWeb();
    const first = await serve(desk);
    const second = await serve(desk);
    await first.close();
    await second.close();
    const third = await serve(desk);
    onTestFinished(third.close);
    expect(third.port).toBe(first.port);
  });

  test('has another where that is taken, and takes nothing that was signed for the first', async () => {
    const desk = await runWeb();
    const first = await serve(desk);
    onTestFinished(first.close);
    const { key } = await logInTo(first);
    const second = await serve(desk);
    onTestFinished(second.close);
    expect(second.port).not.toBe(first.port);
    const question = await newQuestion(second.origin);
    const proof = sign(key, `page ${question}`, first.origin);
    const back = { question, proof, nonce: 'n' };
    expect(await ask(second.origin, back)).toMatchObject({ status: 403 });
  });
});

describe('the end', () => {
  test('has the pages write what is not written, and takes their last words', async () => {
    const web = await runWeb();
    const cookie = await web.logIn();
    const { article, hash } = await web.call('articles.create', {});
    let wrote: Promise<Sent> | undefined;
    let isListening = false;
    http
      .get(`${web.origin}/events`, { headers: { cookie } }, (response) => {
        response.on('data', (chunk: Buffer) => {
          isListening = true;
          if (!chunk.toString().includes('"flush"')) return;
          const last = { ...article, headline: 'Last words' };
          wrote = web.post('/call/articles.save', { article: last, base: hash }, { cookie });
        });
        response.on('error', () => {});
      })
      .on('error', () => {});
    await eventually(() => expect(isListening).toBe(true));
    await web.stop();
    expect((await wrote)?.status).toBe(200);
    expect((await web.inFile(article.id)).headline).toBe('Last words');
    await expect(web.send('GET', '/')).rejects.toThrow('ECONNREFUSED');
  });
});

describe.skipIf(process.platform !== 'linux')('the browser', () => {
  test('is opened through a file that only the owner can read, so no process list has the token', async () => {
    const folder = await temporaryFolder();
    const seen = path.join(folder, 'seen');
    await fs.writeFile(
      path.join(folder, 'xdg-open'),
      `#!/bin/sh\nprintf '%s' "$*" > ${seen}.new && mv ${seen}.new ${seen}\n`,
      { mode: 0o755 },
    );
    const before = process.env['PATH'];
    process.env['PATH'] = `${folder}:${before}`;
    onTestFinished(() => void (process.env['PATH'] = before));
    const remove = await openBrowser('http://127.0.0.1:1/#token=secret');
    const file = await eventually(() => fs.readFile(seen, 'utf8'));
    expect(file).not.toContain('secret');
    expect((await fs.stat(file)).mode & 0o777).toBe(0o600);
    expect((await fs.stat(path.dirname(file))).mode & 0o777).toBe(0o700);
    expect(await fs.readFile(file, 'utf8')).toContain('0;url=http://127.0.0.1:1/#token=secret');
    await remove();
    await expect(fs.stat(file)).rejects.toThrow('ENOENT');
  });
});
