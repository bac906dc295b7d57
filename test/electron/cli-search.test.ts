import fs from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { serializeArticle } from '../../article/article-file.ts';
import type { Article } from '../../article/article.ts';
import { article, image, p } from '../article/build.ts';
import { cliPlace } from './cli-place.ts';

// A process takes its time on a busy machine.
vi.setConfig({ testTimeout: 90_000 });

const lines = (text: string) => text.split('\n').filter(Boolean);

/** A desk with these stories, each in a folder of its own name. */
async function deskOf(folder: string, stories: Record<string, Partial<Article> | string>) {
  await fs.mkdir(path.join(folder, 'desk', 'articles'), { recursive: true });
  await fs.writeFile(path.join(folder, 'desk', 'desk.json'), '{"id":"desk-1"}');
  for (const [name, story] of Object.entries(stories)) {
    const place = path.join(folder, 'desk', 'articles', name);
    await fs.mkdir(place);
    const text =
      typeof story === 'string'
        ? story
        : serializeArticle({ ...article(p('Words')), id: name, headline: name, ...story });
    await fs.writeFile(path.join(place, 'article.json'), text);
  }
}

describe('galley search', () => {
  test('prints what it finds, the best first, with path and marked words', async () => {
    const { galley, folder } = await cliPlace();
    await deskOf(folder, {
      body: { headline: 'Ferry news', body: [p('The new tunnel opens.')] },
      head: { headline: 'Tunnel opens', section: 'Politics' },
      other: { headline: 'Budget' },
    });
    const file = (name: string) => path.join(folder, 'desk', 'articles', name, 'article.json');
    const plain = await galley(['search', 'TÜNNEL', '--desk', 'desk']);
    expect(plain).toMatchObject({ code: 0, err: '' });
    expect(lines(plain.out)).toEqual([
      `${file('head')}\tTunnel opens\t[Tunnel] opens`,
      `${file('body')}\tFerry news\tThe new [tunnel] opens.`,
    ]);
    const json = await galley([
      'search',
      'tunnel',
      'NOT',
      'section:politics',
      '--desk',
      'desk',
      '--json',
    ]);
    expect(lines(json.out).map((line) => JSON.parse(line))).toMatchObject([
      {
        id: 'body',
        headline: 'Ferry news',
        path: file('body'),
        snippet: [{ text: 'The new ' }, { text: 'tunnel', hit: true }, { text: ' opens.' }],
      },
    ]);
    // Changed from outside since.
    await fs.writeFile(
      file('other'),
      serializeArticle({ ...article(p('A tunnel, too')), id: 'other' }),
    );
    expect(lines((await galley(['search', 'tunnel', '--desk', 'desk'])).out).length).toBe(3);
    expect(await galley(['search', '"tunnel', 'OR', '--desk', 'desk'])).toEqual({
      code: 0,
      out: '',
      err: '',
    });
    expect((await galley(['search', 'opens', 'new tunnel', '--desk', 'desk'])).out).toContain(
      'Ferry',
    );
  });

  test('wants words and a desk', async () => {
    const { galley } = await cliPlace();
    expect(await galley(['search', '--desk', 'desk'])).toMatchObject({ code: 2, out: '' });
    const missing = await galley(['search', 'a', '--desk', 'nowhere']);
    expect(missing).toMatchObject({ code: 1, err: expect.stringMatching(/^error: no-desk: /u) });
  });
});

describe('galley check', () => {
  test('tells all that an export would warn of, and succeeds', async () => {
    const { galley, folder } = await cliPlace();
    await deskOf(folder, {
      sound: {},
      warned: {
        headline: '',
        body: [
          p([{ text: 'a', marks: [{ type: 'link', article: 'sound' }] }]),
          image({ source: 'https://example.com/a.jpg' }),
        ],
      },
    });
    const file = path.join(folder, 'desk', 'articles', 'warned', 'article.json');
    const { code, out, err } = await galley(['check', 'desk', '--json']);
    expect({ code, err }).toEqual({ code: 0, err: '2 stories checked, 0 errors, 5 warnings\n' });
    const findings = lines(out).map((line) => JSON.parse(line));
    expect(findings.map(({ code: what, path: place }) => `${what} ${place}`).sort()).toEqual([
      'link-without-address body[0].content[0].marks[0]',
      'no-alt body[1].alt',
      'no-credit body[1].credit',
      'no-headline headline',
      'picture-not-here body[1].source',
    ]);
    for (const finding of findings) expect(finding).toMatchObject({ file, severity: 'warning' });
    expect(findings[0].message).toContain('“sound” has no address');
    const plain = await galley(['check', 'desk/articles/warned']);
    expect(lines(plain.out)).toContain(
      `warning: ${file}: headline: The story has no headline; it goes out as “Untitled”.`,
    );
    expect(await galley(['check', 'desk/articles/sound'])).toMatchObject({ code: 0, out: '' });
  });

  test('fails where an export would stop, and goes on', async () => {
    const { galley, folder } = await cliPlace();
    await deskOf(folder, {
      damaged: '{',
      empty:
        '{"format":"galley-article","version":1,"id":"a","created":"","modified":"","headline":1,"section":2,"body":[]}',
      missing: { body: [image({ file: `${'a'.repeat(16)}.jpg`, alt: 'A', credit: 'B' })] },
      strange:
        '{"format":"galley-article","version":1,"id":"s","created":"2026-01-01T00:00:00Z","modified":"2026-01-01T00:00:00Z","headline":"H","body":[{"type":"hologram","id":"b"}]}',
      sound: {},
    });
    const { code, out } = await galley(['check', 'desk', 'gone', '--json']);
    expect(code).toBe(1);
    const findings = lines(out).map((line) => JSON.parse(line));
    const told = findings.map(
      (one) => `${path.basename(path.dirname(one.file))} ${one.severity} ${one.code} ${one.path}`,
    );
    expect(told).toEqual([
      'damaged error not-json ',
      'empty error invalid headline',
      'empty error invalid section',
      'missing error picture-fault body[0]',
      'strange error unknown-block body[0]',
    ]);
    const gone = await galley(['check', 'gone', 'desk/articles/sound']);
    expect(gone).toMatchObject({
      code: 1,
      out: '',
      err: expect.stringMatching(/^error: missing: gone/u),
    });
    expect((await galley(['check'])).code).toBe(2);
  });
});
