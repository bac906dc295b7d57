import { type ChildProcess, spawn } from 'node:child_process';
import fs from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import type { Status } from '../../article/article.ts';
import { article, image, p } from '../article/build.ts';
import { serializeArticle } from '../../article/article-file.ts';
import { pictureType } from '../../electron/services/picture-type.ts';
import { mediaName } from '../../electron/services/media-name.ts';
import { nodeFlags, pinnedNode, root } from '../../scripts/checkout.js';
import { flat, photograph } from './pictures.ts';
import { eventually, temporaryFolder } from './temporary.ts';

// A process takes its time on a busy machine.
vi.setConfig({ testTimeout: 90_000 });

interface Ended {
  code: number | null;
  out: string;
  err: string;
}

/** Starts the command line as a process of its own, in the folder. */
function galley(folder: string, args: string[]): { child: ChildProcess; ended: Promise<Ended> } {
  const env = { ...process.env, GALLEY_DATA: path.join(folder, 'data'), HOME: folder };
  const cli = path.join(root, 'electron/cli.ts');
  const child = spawn(pinnedNode, [...nodeFlags, cli, ...args], { cwd: folder, env });
  const ended = new Promise<Ended>((resolve, reject) => {
    let [out, err] = ['', ''];
    child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, out, err }));
  });
  return { child, ended };
}

/** Writes a story with pictures into a folder, as anyone could by hand. */
async function writeStory(
  folder: string,
  slugline: string,
  pictures: Buffer[],
  status: Status = 'draft',
): Promise<void> {
  const media = path.join(folder, 'media');
  await fs.mkdir(media, { recursive: true });
  const files = pictures.map((bytes) => mediaName(bytes, pictureType(bytes, slugline)));
  await Promise.all(
    files.map((file, n) => fs.writeFile(path.join(media, file), pictures[n] ?? '')),
  );
  const images = files.map((file) => image({ file, alt: 'A ferry', credit: 'Kari Lund' }));
  const story = { ...article(p('Words.'), ...images), slugline, headline: slugline, status };
  await fs.writeFile(path.join(folder, 'article.json'), serializeArticle(story));
}

/** A desk with stories of one large picture each. */
async function writeDesk(folder: string, stories: number): Promise<string> {
  const desk = path.join(folder, 'desk');
  const made = galley(folder, ['import', '--desk', desk, '-']);
  made.child.stdin?.end('OSLO (AP) — Ships may pass again.\n');
  expect(await made.ended).toMatchObject({ code: 0 });
  for (let count = 0; count < stories; count += 1) {
    // oxlint-disable-next-line no-await-in-loop
    const picture = await flat('png', [1600, 900 + count]);
    // oxlint-disable-next-line no-await-in-loop
    await writeStory(path.join(desk, 'articles', `2026-01-01-ferry-${count}`), `Ferry ${count}`, [
      picture,
    ]);
  }
  return desk;
}

describe('galley export --format page', () => {
  test('writes a folder for a story that lies in no desk, with the pictures beside it', async () => {
    const folder = await temporaryFolder();
    await writeStory(path.join(folder, 'story'), 'Ferry', [await photograph()]);
    const args = ['export', 'story', '--format', 'page', '--out', 'pages'];
    const { code, out, err } = await galley(folder, args).ended;
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toBe(`${path.join(folder, 'pages', 'ferry', 'index.html')}\n`);
    const files = (await fs.readdir(path.join(folder, 'pages'), { recursive: true })).sort();
    expect(files.map((name) => name.replace(/[0-9a-f]{32}/u, '#'))).toEqual([
      'ferry',
      'ferry/index.html',
      'ferry/media',
      'ferry/media/#-1200.jpg',
      'ferry/media/#-480.jpg',
      'ferry/media/#-960.jpg',
    ]);
  });

  test('writes a whole desk, reports the bad story, says how many, and exits 1', async () => {
    const folder = await temporaryFolder();
    const desk = await writeDesk(folder, 3);
    await fs.writeFile(path.join(desk, 'articles/2026-01-01-ferry-1/article.json'), '{');
    await fs.rm(path.join(desk, 'articles/2026-01-01-ferry-2/media'), { recursive: true });
    await writeStory(path.join(desk, 'articles/killed'), 'Killed', [], 'spiked');
    const { code, out, err } = await galley(folder, ['export', 'desk', '--format', 'page']).ended;
    expect(code).toBe(1);
    expect(out.trim().split('\n')).toHaveLength(2);
    expect(err).toMatch(/^error: not-json: .*ferry-1.article\.json: /mu);
    expect(err).toMatch(/^error: picture-missing: .*ferry-2.article\.json: body\[1\]: /mu);
    expect(err).toMatch(/^note: 2 of 5 stories written, \d+ words, \d+ characters$/mu);
    expect(err).toMatch(/^note: .*killed.article\.json: is spiked and does not go out$/mu);
    expect(await fs.readdir(path.join(desk, 'exports', 'ferry-0'))).toEqual([
      'index.html',
      'media',
    ]);
    expect(await fs.readdir(path.join(desk, 'exports'))).toHaveLength(2);
  });

  test('does not print a folder', async () => {
    const folder = await temporaryFolder();
    await writeStory(path.join(folder, 'story'), 'Ferry', []);
    const args = ['export', 'story', '--format', 'page', '--out', '-'];
    expect(await galley(folder, args).ended).toMatchObject({ code: 2, out: '' });
  });

  test.skipIf(process.platform === 'win32')(
    'stopped with Ctrl+C leaves whole pages and no part of one',
    async () => {
      const folder = await temporaryFolder();
      await writeDesk(folder, 12);
      const args = ['export', 'desk', '--format', 'page', '--out', 'pages'];
      const { child, ended } = galley(folder, args);
      const pages = path.join(folder, 'pages');
      await eventually(async () => {
        const names = await fs.readdir(pages);
        if (!names.some((name) => name.startsWith('.galley-'))) throw new Error('not yet');
        child.kill('SIGINT');
      });
      const { code, err } = await ended;
      expect(code).toBe(130);
      expect(err).not.toContain('error:');
      expect(err).toMatch(/^note: \d+ of 13 stories written, \d+ words, \d+ characters$/mu);
      const written = await fs.readdir(pages);
      expect(written.length).toBeLessThan(12);
      for (const name of written) {
        // oxlint-disable-next-line no-await-in-loop
        const html = await fs.readFile(path.join(pages, name, 'index.html'), 'utf8');
        const named = [...html.matchAll(/media\/[\w.-]+/gu)].map(([file]) => file);
        // oxlint-disable-next-line no-await-in-loop
        for (const file of named) await fs.access(path.join(pages, name, file));
      }
    },
  );
});
