import { execFile } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { Worker } from 'node:worker_threads';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildMain, buildPreload } from '../../../scripts/bundles.ts';
import { nodeFlags, pinnedNode, root } from '../../../scripts/checkout.js';

/** What `built-app.ts` prints. */
interface Seen {
  beforeReady: { sandboxed: boolean; schemes: string[]; windows: number };
  preload: string;
  sent: unknown[];
  index: { text: string; policy: string };
  articles: number;
  preview: { status: number; text: string };
  picture: { ok: boolean; value: { type: string; width: number } };
  menus: number;
  exposed: string[];
  invoked: unknown[];
  errors: unknown[];
}

// Outside the checkout, where nothing that the bundle has forgotten could be found.
let folder: string;
let seen: Seen;

beforeAll(async () => {
  folder = await fs.realpath(await fs.mkdtemp(path.join(os.tmpdir(), 'galley-built-')));
  await buildMain(path.join(folder, 'out/main'));
  await buildPreload(path.join(folder, 'out/preload'));
  await fs.mkdir(path.join(folder, 'out/renderer'));
  await fs.writeFile(path.join(folder, 'out/renderer/index.html'), '<title>Galley</title>');
  await fs.cp(path.join(root, 'assets'), path.join(folder, 'assets'), { recursive: true });
  await fs.writeFile(path.join(folder, 'package.json'), '{"type":"module"}');
  await linkPackages();
  seen = (await drive('desk')) as Seen;
}, 120_000);

/** The packages that are shipped beside the bundle, and no others: see electron-builder.yml. */
async function linkPackages(): Promise<void> {
  const packages = path.join(folder, 'node_modules');
  await fs.mkdir(packages);
  for (const name of ['sharp', 'detect-libc', 'semver', '@img']) {
    const from = path.join(root, 'node_modules', name);
    // Copies: through a link the rest of the checkout would be found.
    // oxlint-disable-next-line no-await-in-loop
    await fs.cp(from, path.join(packages, name), { recursive: true });
  }
}

async function drive(desk: string): Promise<unknown> {
  const driver = path.join(import.meta.dirname, 'built-app.ts');
  const { stdout } = await promisify(execFile)(
    pinnedNode,
    [...nodeFlags, driver, folder, path.join(folder, desk)],
    { env: { ...process.env, GALLEY_DATA: path.join(folder, 'data') }, timeout: 60_000 },
  );
  return JSON.parse(stdout);
}

afterAll(() => fs.rm(folder, { recursive: true, force: true }));

describe('the built app', () => {
  test('does before it is ready what has to be done then, and no more', () => {
    expect(seen.beforeReady).toEqual({ sandboxed: true, schemes: ['app'], windows: 0 });
  });

  test('opens a window on its page, with its preload and its menus', async () => {
    expect(seen.errors).toEqual([]);
    expect(seen.index.text).toBe('<title>Galley</title>');
    expect(seen.index.policy).toContain("default-src 'none'");
    expect((await fs.stat(seen.preload)).isFile()).toBe(true);
    expect(seen.menus).toBeGreaterThan(4);
  });

  test('answers calls from a desk with its sample stories, and shows their preview', () => {
    expect(seen.articles).toBe(3);
    expect(seen.preview.status).toBe(200);
    expect(seen.preview.text).toContain('<article');
  });

  test('works on pictures with the one package that is not in the bundle', () => {
    expect(seen.picture).toMatchObject({ ok: true, value: { type: 'image/png', width: 1 } });
  });

  test('looks at its desk in a thread of its own', async () => {
    const [own = ''] = await fs.readdir(path.join(folder, 'data/desks'));
    const index = path.join(folder, 'data/desks', own, 'index.sqlite');
    const worker = new Worker(path.join(folder, 'out/main/look-thread.js'), {
      workerData: { articles: path.join(folder, 'desk/articles'), index },
    });
    const [first] = (await once(worker, 'message')) as unknown[];
    await worker.terminate();
    expect(first).toMatchObject({ batch: { known: new Map(), read: [], done: 0 } });
  });

  test('gives its page the bridge', () => {
    expect(seen.exposed.toSorted()).toEqual(['call', 'flushed', 'on']);
    expect(seen.invoked).toEqual([['call', 'desk.view', {}]]);
  });

  test('leaves when the page has written', () => {
    expect(seen.sent).toEqual([['event', { name: 'flush', data: {} }]]);
  });

  test('that cannot use its desk says why and ends', async () => {
    const refused = await drive('package.json');
    expect(refused).toEqual({
      errors: [['Galley', expect.stringContaining(path.join(folder, 'package.json'))]],
      exitCode: 1,
    });
  });

  test('brings everything along: only Electron, Node and the picture library are asked for', async () => {
    const files = await fs.readdir(path.join(folder, 'out/main'));
    expect(files).toContain('main.js');
    const named = await Promise.all(
      files.map(async (file) => {
        const code = await fs.readFile(path.join(folder, 'out/main', file), 'utf8');
        const first = code.matchAll(/^(?:import|export) .*?from "([^".][^"]*)";$/gmu);
        const later = code.matchAll(/\bimport\("([^".][^"]*)"\)/gu);
        return [...first, ...later].map(([, name]) => name ?? '');
      }),
    );
    const foreign = named.flat().filter((name) => name !== 'electron' && !name.startsWith('node:'));
    expect(foreign).toEqual(['sharp']);
    const preload = await fs.readFile(path.join(folder, 'out/preload/preload.cjs'), 'utf8');
    expect([...preload.matchAll(/require\("([^"]+)"\)/gu)].map(([, name]) => name)).toEqual([
      'electron',
    ]);
  });
});
