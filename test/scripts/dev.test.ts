import { type ChildProcess, execFile, spawn } from 'node:child_process';
import fs from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { expect, onTestFinished, test } from 'vitest';
import { nodeFlags, pinnedNode, root } from '../../scripts/checkout.js';
import { temporaryFolder } from '../electron/temporary.ts';

/** `npm run dev`, started as npm does it, but for what is on the machine already. */
async function startDev(): Promise<{ child: ChildProcess; said(words: RegExp): Promise<string> }> {
  const home = await temporaryFolder();
  const desk = path.join(home, 'desk');
  const child = spawn(pinnedNode, [...nodeFlags, 'scripts/dev.ts', '--desk', desk, '--no-open'], {
    cwd: root,
    env: { ...process.env, GALLEY_DATA: path.join(home, 'data') },
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  let output = '';
  const keep = (chunk: Buffer) => void (output += chunk.toString());
  child.stdout.on('data', keep);
  child.stderr.on('data', keep);
  const said = async (words: RegExp) => {
    await expect.poll(() => output, { timeout: 40_000 }).toMatch(words);
    return words.exec(output)?.[1] ?? '';
  };
  return { child, said };
}

test('npm run dev serves the sources, starts changed services again, and leaves nothing behind', async () => {
  const { child, said } = await startDev();
  const address = await said(/Galley is at (\S+)\n/u);
  const { origin, hash } = new URL(address);
  const post = (place: string, body: object, headers = {}) =>
    fetch(`${origin}${place}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin, ...headers },
      body: JSON.stringify(body),
    });

  const page = await fetch(origin, { headers: { accept: 'text/html' } });
  expect(await page.text()).toContain('/@vite/client');
  expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
  const source = await fetch(`${origin}/app/session/open-article.ts`);
  expect(await source.text(), 'a folder of the renderer').toContain('openArticle');

  const session = await post('/session', { token: hash.replace('#token=', '') });
  const cookie = session.headers.get('set-cookie')?.split(';')[0] ?? '';
  const count = async (headers = {}) =>
    (await post('/call/articles.list', {}, { cookie, ...headers })).status;
  expect(await count()).toBe(200);
  expect(await count({ cookie: '' })).toBe(401);
  expect(await count({ origin: 'http://elsewhere.example' })).toBe(403);

  // The same bytes, written now.
  const now = new Date();
  await fs.utimes(path.join(root, 'electron/handlers/handlers.ts'), now, now);
  await said(/The services were started again/u);
  expect(await count(), 'the page need not be opened anew').toBe(200);

  const services = await childrenOf(child.pid);
  expect(services).toHaveLength(process.platform === 'linux' ? 1 : 0);
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGINT');
  expect(await ended).toBe(0);
  for (const pid of services) expect(() => process.kill(pid, 0), 'it is gone').toThrow('ESRCH');
}, 120_000);

test.each([
  [['--port', 'abc'], 'error: usage: --port abc: a port is a number from 0 to 65535'],
  [['--prot', '80'], "error: usage: Unknown option '--prot'"],
])(
  'npm run dev says of %j what is wrong, and which options there are',
  async (typed, message) => {
    const args = [...nodeFlags, 'scripts/dev.ts', '--desk', await temporaryFolder(), ...typed];
    const ended = promisify(execFile)(pinnedNode, args, { cwd: root });
    await expect(ended).rejects.toMatchObject({
      code: 2,
      stderr: expect.stringMatching(new RegExp(`^${message}[^]*\n\nUsage: npm run dev`, 'u')),
    });
  },
  60_000,
);

/** The processes that a process has started and that still run; none where there is no /proc. */
async function childrenOf(parent: number | undefined): Promise<number[]> {
  const names = await fs.readdir('/proc').catch(() => []);
  const found = names.map(async (name) => {
    const stat = await fs.readFile(`/proc/${name}/stat`, 'utf8').catch(() => '');
    return stat.split(') ')[1]?.split(' ')[1] === String(parent) ? [Number(name)] : [];
  });
  return (await Promise.all(found)).flat();
}
