import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { AppError } from '../../../article/app-error.ts';
import { registerAppScheme, serveApp } from '../../../electron/shell/protocol.ts';
import * as electron from './fake-electron.ts';

vi.mock('electron', () => import('./fake-electron.ts'));

let folder: string;
const previewHeaders = { 'content-type': 'text/html; charset=utf-8', 'x-from': 'the service' };
const pictureHeaders = { 'content-type': 'image/png', 'x-from': 'the service' };

const preview = async (id: string) => {
  if (id === 'broken') throw new Error('a bug');
  if (id !== '7') throw new AppError('not-found', 'There is no such story.');
  return { html: '<h1>Proof</h1>', headers: previewHeaders };
};
const picture = async (pathname: string) => {
  if (pathname === '/media/8/a.png') throw new AppError('no-article', 'There is no article 8.');
  if (pathname !== '/media/7/a.png') return undefined;
  return { bytes: new Uint8Array([1, 2, 3]), headers: pictureHeaders };
};

beforeAll(async () => {
  folder = await fs.mkdtemp(path.join(os.tmpdir(), 'galley-protocol-'));
  await fs.mkdir(path.join(folder, 'renderer/assets'), { recursive: true });
  await fs.writeFile(path.join(folder, 'renderer/index.html'), '<title>Galley</title>');
  await fs.writeFile(path.join(folder, 'renderer/assets/page-1f.css'), 'p { color: red }');
  await fs.writeFile(path.join(folder, 'secret.txt'), 'secret');
  await serveApp(path.join(folder, 'renderer'), preview, picture);
});

afterAll(() => fs.rm(folder, { recursive: true }));

async function ask(url: string, method = 'GET'): Promise<Response> {
  const handler = electron.protocol.handlers.get('app');
  if (handler === undefined) throw new Error('app: is not served');
  return handler(new Request(url, { method }));
}

describe('app://galley/', () => {
  test('it is a secure origin with the rights of a page, and no more', () => {
    registerAppScheme();
    expect(electron.protocol.schemes).toEqual([
      { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } },
    ]);
  });

  test('the page comes with its policy on the response', async () => {
    const response = await ask('app://galley/');
    expect(await response.text()).toBe('<title>Galley</title>');
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    const policy = response.headers.get('content-security-policy')?.split('; ') ?? [];
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self'");
    expect(policy).toContain("style-src 'self'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy.join()).not.toMatch(/unsafe|\*|https?:|data:/);
  });

  test('its files are served with their type', async () => {
    const response = await ask('app://galley/assets/page-1f.css');
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('text/css; charset=utf-8');
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
  });

  test('a preview is what the service says, headers and all', async () => {
    const response = await ask('app://galley/preview/7/');
    expect(await response.text()).toBe('<h1>Proof</h1>');
    expect(Object.fromEntries(response.headers)).toEqual(previewHeaders);
  });

  test('the preview of an article that is not there says so', async () => {
    const response = await ask('app://galley/preview/8/');
    expect(response.status).toBe(404);
    expect(await response.text()).toBe('There is no such story.');
    await expect(ask('app://galley/preview/broken/')).rejects.toThrow('a bug');
  });

  test('a picture is what the service says; one that is not there says so', async () => {
    const response = await ask('app://galley/media/7/a.png');
    expect(new Uint8Array(await response.arrayBuffer())).toEqual(new Uint8Array([1, 2, 3]));
    expect(Object.fromEntries(response.headers)).toEqual(pictureHeaders);
    const missing = await ask('app://galley/media/8/a.png');
    expect(missing.status).toBe(404);
    expect(await missing.text()).toBe('There is no article 8.');
  });

  test.each([
    'app://galley/secret.txt',
    'app://galley/../secret.txt',
    'app://galley/%2e%2e/secret.txt',
    'app://galley/..%2fsecret.txt',
    'app://galley/assets/..%5c..%5csecret.txt',
    'app://galley/assets/',
    'app://galley//etc/passwd',
    'app://galley/preview/7/../../index.htm',
    'app://galley/preview/7',
    'app://other/',
    'app://other/index.html',
  ])('%s is not served', async (url) => {
    const response = await ask(url);
    expect(response.status).toBe(404);
    expect(await response.text()).toBe('Not found');
  });

  test('nothing is posted to it', async () => {
    expect((await ask('app://galley/', 'POST')).status).toBe(404);
  });
});
