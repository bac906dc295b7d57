import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import fs from 'node:fs/promises';
import net from 'node:net';
import path from 'node:path';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { readArticleFile, serializeArticle } from '../../article/article-file.ts';
import { parseArticle } from '../../article/article.ts';
import { article, p } from '../article/build.ts';
import { plainText } from '../../article/inline.ts';
import { nodeFlags, pinnedNode, root } from '../../scripts/checkout.js';
import { cliPlace } from './cli-place.ts';
import { eventually } from './temporary.ts';

// A process takes its time on a busy machine.
vi.setConfig({ testTimeout: 90_000 });

const WIRE = 'OSLO (AP) — Ships may pass again.\nThe harbour was closed for a week.\n';
const lines = (text: string) => text.split('\n').filter(Boolean);

describe('galley', () => {
  test('says what it can do', async () => {
    const { galley, alone } = await cliPlace();
    const help = await alone(['--help']);
    expect(help).toMatchObject({ code: 0, err: '' });
    await Promise.all(
      ['import', 'export', 'check', 'search', 'list', 'serve'].map(async (command) => {
        expect(help.out).toContain(command);
        const own = await galley([command, '--help']);
        expect(own).toMatchObject({ code: 0, err: '' });
        expect(own.out).toMatch(new RegExp(`^Usage: galley ${command} `, 'u'));
      }),
    );
  });

  test.each([
    '',
    'publish',
    'toString',
    'import',
    'import a --what',
    'export',
    'export a --format pdf',
    'list a',
    'check',
    'search',
    'serve --port x',
    'serve --port 70000',
    'serve --electron',
    'serve --electron --no-open',
  ])('does not understand “galley %s”, and says what it does', async (line) => {
    const { galley } = await cliPlace();
    const { code, out, err } = await galley(line.split(' ').filter(Boolean));
    expect(code).toBe(2);
    expect(out + err).toContain('Usage: galley');
    if (line !== '') expect(err).toMatch(/^error: usage: /u);
  });
});

describe('galley import', () => {
  test('prints one article a line, in the order of the files, and stores nothing', async () => {
    const { galley, folder } = await cliPlace();
    for (const name of ['a', 'b', 'c']) {
      await fs.writeFile(
        path.join(folder, `${name}.txt`),
        `${name.toUpperCase()} story. It has words.\n`,
      );
    }
    const { code, out, err } = await galley(['import', 'c.txt', 'a.txt', 'b.txt', '--json']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const articles = lines(out).map((line) => parseArticle(JSON.parse(line)));
    expect(articles.map((one) => JSON.stringify(one.body).match(/[A-C](?= story)/u)?.[0])).toEqual([
      'C',
      'A',
      'B',
    ]);
    expect((await fs.readdir(folder)).sort()).toEqual(['a.txt', 'b.txt', 'c.txt']);
  });

  test('prints the article as it stands in its file', async () => {
    const { alone } = await cliPlace();
    const { out } = await alone(['import', '-', '--json'], WIRE);
    const read = parseArticle(JSON.parse(out));
    expect(`${JSON.stringify(JSON.parse(out), null, 2)}\n`).toBe(serializeArticle(read));
    expect(read.body[0]).toMatchObject({
      type: 'dateline',
      places: [{ name: 'OSLO' }],
      source: 'AP',
    });
    expect(plainText(read.body[1]?.type === 'paragraph' ? read.body[1].content : [])).toBe(
      'Ships may pass again.',
    );
  });

  test('stores on a desk, which is made where there is none', async () => {
    const { galley, folder } = await cliPlace();
    await fs.writeFile(path.join(folder, 'wire.txt'), WIRE);
    expect((await galley(['import', 'wire.txt', '--desk', 'desk'])).code).toBe(0);
    expect((await galley(['import', '-', '--desk', 'desk'], 'Second story.\n')).code).toBe(0);
    const list = lines((await galley(['list', '--desk', 'desk', '--json'])).out);
    expect(list.length).toBe(2);
    const folders = await fs.readdir(path.join(folder, 'desk', 'articles'));
    for (const name of folders) {
      const file = path.join(folder, 'desk', 'articles', name, 'article.json');
      const text = await fs.readFile(file, 'utf8');
      expect(serializeArticle(readArticleFile(text).article)).toBe(text);
    }
  });

  test('reports each bad file with its fault, reads the others, and fails', async () => {
    const { alone, folder } = await cliPlace();
    const file = (name: string) => path.join(folder, name);
    await fs.writeFile(file('good.txt'), WIRE);
    await fs.writeFile(file('nul.txt'), 'Words\0 and more');
    await fs.writeFile(file('bytes.txt'), new Uint8Array([0x41, 0x42, 0xff, 0x81]));
    await fs.writeFile(file('story.docx'), new Uint8Array([0x50, 0x4b, 3, 4, 0, 0]));
    await fs.writeFile(file('large.txt'), 'words '.repeat(3_000_000));
    await fs.writeFile(
      file('broken.json'),
      '{"format":"galley-article","version":1,"id":"a","created":"","modified":"","body":[{"type":"dateline","style":"ap","printed":"","places":[{"name":null}]}]}',
    );
    await fs.mkdir(file('folder.txt'));
    const names = [
      'nul.txt',
      'gone.txt',
      'bytes.txt',
      'folder.txt',
      'good.txt',
      'story.docx',
      'large.txt',
      'broken.json',
    ];
    const { code, out, err } = await alone(['import', ...names, '--json']);
    expect(code).toBe(1);
    expect(lines(out).length).toBe(1);
    const errors = lines(err);
    const expected = [
      /^error: nul: nul\.txt: .*offset 5/u,
      /^error: missing: gone\.txt: /u,
      /^error: not-text: bytes\.txt: .*save it there as UTF-8/u,
      /^error: is-a-folder: folder\.txt: is a folder; name the files in it, such as folder\.txt.\*$/u,
      /^error: word-file: story\.docx: .*paste/u,
      /^error: too-large: large\.txt: .*16 MB/u,
      /^error: invalid: broken\.json: body\[0\]\.places\[0\]\.name: expected text, got null/u,
    ];
    expect(errors.length).toBe(expected.length);
    expected.forEach((pattern, index) => expect(errors[index]).toMatch(pattern));
  });

  test('mends a byte order mark, CRLF and half characters, with a note', async () => {
    const { galley, folder } = await cliPlace();
    const utf16 = Buffer.concat([
      Buffer.from([0xff, 0xfe]),
      Buffer.from('Half \ud83d here.\r\nMore.\r\n', 'utf16le'),
    ]);
    await fs.writeFile(path.join(folder, 'wide.txt'), utf16);
    await fs.writeFile(path.join(folder, 'marked.txt'), '\uFEFFMarked words.\r\nMore.\r\n');
    const { code, out, err } = await galley(['import', 'wide.txt', 'marked.txt', '--json']);
    expect(code).toBe(0);
    expect(out).toContain('Half \uFFFD here.');
    expect(out).not.toMatch(/\uFEFF|\\r/u);
    expect(err).toMatch(/^note: wide\.txt: .*U\+FFFD/mu);
    expect(err).toMatch(/^note: marked\.txt: /mu);
    expect(err).not.toContain('error');
  });

  const shared = path.join(root, '../shared/sample-page.txt');

  test.for([
    {
      name: 'a page of a paper',
      file: path.join(root, 'test/fixtures/wire-page.txt'),
      stamp: ['2024-03-03T09:40:00+09:00', '9:40 JST, March 3, 2024'],
      titles: ['Top Articles in Harbor News', 'HN ACCESS RANKING'],
    },
    {
      name: 'the sample page',
      file: shared,
      stamp: ['2021-12-25T11:01:00+09:00', '11:01 JST, December 25, 2021'],
      titles: ['Top Articles in Politics', 'JN ACCESS RANKING'],
    },
  ])('recognises $name', async ({ file, stamp: [instant, printed], titles }, context) => {
    context.skip(file === shared && !existsSync(file), '../shared/sample-page.txt is not there');
    const { galley } = await cliPlace();
    const { code, out, err } = await galley(['import', file, '--json']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const { stamp, body } = parseArticle(JSON.parse(out));
    expect(stamp).toEqual({ instant, zone: 'Asia/Tokyo', printed });
    expect(body[0]).toMatchObject({
      type: 'dateline',
      places: [{ name: 'TOKYO' }],
      source: 'Jiji Press',
      printed: 'TOKYO (Jiji Press) — ',
    });
    expect(body.filter(({ type }) => type === 'paragraph').length).toBe(7);
    const boxes = body.filter((block) => block.type === 'sidebar');
    expect(boxes.map(({ title }) => title)).toEqual(titles);
    for (const box of boxes)
      expect(box.body).toMatchObject([{ type: 'list', items: { length: 5 } }]);
  });
});

describe('galley export', () => {
  const story = {
    ...article(p('Ships may pass again.')),
    headline: 'Harbour opens',
    edNote: 'SECRET',
  };

  test('works on an article outside of any desk', async () => {
    const { galley, folder } = await cliPlace();
    await fs.mkdir(path.join(folder, 'story'));
    await fs.writeFile(path.join(folder, 'story', 'article.json'), serializeArticle(story));
    const printed = await galley(['export', 'story', '--format', 'text', '--out', '-']);
    expect(printed).toMatchObject({ code: 0, err: '' });
    expect(printed.out).toContain('Ships may pass again.');
    const page = await galley(['export', 'story/article.json', '--out', 'page.html']);
    expect(page.out).toBe(`${path.join(folder, 'page.html')}\n`);
    const html = await fs.readFile(path.join(folder, 'page.html'), 'utf8');
    expect(html).toMatch(/^<!doctype html>/iu);
    expect(html).not.toContain('SECRET');
    await galley(['export', 'story', '--format', 'fragment', '--out', 'out/']);
    expect(await fs.readdir(path.join(folder, 'out'))).toEqual(['harbour-opens.fragment.html']);
    await galley(['export', 'story']);
    expect(await fs.readdir(folder)).toContain('harbour-opens.html');
    await expect(fs.stat(path.join(folder, 'data'))).rejects.toThrow('ENOENT');
  });

  test('of a desk writes every story, reports the bad one, and fails', async () => {
    const { galley, alone, folder } = await cliPlace();
    const desk = path.join(folder, 'desk');
    await galley(['import', '-', '--desk', 'desk'], WIRE);
    const unknown = {
      ...JSON.parse(serializeArticle(story)),
      id: 'strange',
      body: [{ type: 'hologram', id: 'b1', words: 'x' }],
    };
    for (const [name, content] of [
      ['one', serializeArticle({ ...story, id: 'one' })],
      ['two', serializeArticle({ ...story, id: 'two' })],
      ['damaged', '{'],
      ['strange', JSON.stringify(unknown)],
    ] as const) {
      await fs.mkdir(path.join(desk, 'articles', name));
      await fs.writeFile(path.join(desk, 'articles', name, 'article.json'), content);
    }
    const { code, out, err } = await alone(['export', 'desk']);
    expect(code).toBe(1);
    expect(lines(out).length).toBe(3);
    expect(
      lines(err)
        .filter((line) => line.startsWith('error:'))
        .sort(),
    ).toEqual([
      expect.stringMatching(/^error: not-json: .*damaged\/article\.json: /u),
      expect.stringMatching(
        /^error: unknown-block: .*strange\/article\.json: body\[0\]: .*“hologram”/u,
      ),
    ]);
    // Two stories of one name do not take each other's place.
    const pages = (await fs.readdir(path.join(desk, 'exports'), { recursive: true })).filter(
      (name) => name.endsWith('.html'),
    );
    expect(pages.length).toBe(3);
    const again = await galley(['export', 'desk/articles/strange', '--drop-unknown', '--out', '-']);
    expect(again).toMatchObject({ code: 0, err: expect.stringContaining('warning: ') });
  });

  test('prints one article only, and names what is no target', async () => {
    const { galley, folder } = await cliPlace();
    await galley(['import', '-', '--desk', 'desk'], WIRE);
    expect(await galley(['export', 'desk', '--out', '-'])).toMatchObject({ code: 2, out: '' });
    await fs.mkdir(path.join(folder, 'empty'));
    expect((await galley(['export', 'empty'])).err).toMatch(/^error: not-a-target: empty: /u);
    expect((await galley(['export', 'gone'])).err).toMatch(/^error: missing: gone: /u);
    await fs.mkdir(path.join(folder, 'taken', 'inside'), { recursive: true });
    await fs.writeFile(path.join(folder, 'file'), '');
    const [name] = await fs.readdir(path.join(folder, 'desk', 'articles'));
    const { code, err } = await galley([
      'export',
      `desk/articles/${name}`,
      '--out',
      'file/page.html',
    ]);
    expect(code).toBe(1);
    expect(err).toMatch(/^error: not-a-folder: .*file: /mu);
  });
});

describe('galley list', () => {
  test('shows the stories of a desk, also those with a fault', async () => {
    const { galley, folder } = await cliPlace();
    await galley(['import', '-', '--desk', 'desk'], WIRE);
    await fs.mkdir(path.join(folder, 'desk', 'articles', 'damaged'));
    await fs.writeFile(path.join(folder, 'desk', 'articles', 'damaged', 'article.json'), '{');
    const json = lines((await galley(['list', '--desk', 'desk', '--json'])).out).map((line) =>
      JSON.parse(line),
    );
    expect(json.filter(({ fault }) => fault !== undefined).length).toBe(1);
    const { code, out } = await galley(['list', '--desk', 'desk']);
    expect(code).toBe(0);
    expect(lines(out).length).toBe(2);
    expect(out).toContain('damaged/article.json');
  });

  test('does not make a desk', async () => {
    const { galley, folder } = await cliPlace();
    const missing = await galley(['list', '--desk', 'nowhere']);
    expect(missing).toMatchObject({ code: 1, out: '' });
    expect(missing.err).toMatch(/^error: no-desk: .*nowhere/u);
    expect(await fs.readdir(folder)).toEqual([]);
    const own = await galley(['list']);
    expect(own.err).toContain(path.join(folder, 'Documents', 'Galley'));
  });
});

describe.skipIf(!existsSync(path.join(root, 'out/renderer/index.html')))(
  'galley serve (needs the built page)',
  () => {
    test('gives its address on the first line, and ends when it is told to', async () => {
      const { folder } = await cliPlace();
      const args = ['serve', '--desk', path.join(folder, 'desk'), '--port', '0', '--no-open'];
      const child = spawn(pinnedNode, [...nodeFlags, path.join(root, 'electron/cli.ts'), ...args], {
        env: { ...process.env, GALLEY_DATA: path.join(folder, 'data') },
      });
      onTestFinished(() => void child.kill('SIGKILL'));
      let out = '';
      child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
      const address = await eventually(() => {
        const found = /^Galley is at (http:\/\/127\.0\.0\.1:\d+\/)#token=([\w-]{22,})\n/u.exec(out);
        expect(found).not.toBeNull();
        return found![1]!;
      });
      expect((await fetch(address)).status).toBe(200);
      const code = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      expect(await code).toBe(0);
      expect((await fs.readdir(path.join(folder, 'desk', 'articles'))).length).toBe(3);
    });

    test('names a port that is in use', async () => {
      const { alone } = await cliPlace();
      const server = net.createServer();
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      onTestFinished(() => void server.close());
      const { port } = server.address() as net.AddressInfo;
      const { code, out, err } = await alone(['serve', '--desk', 'desk', '--port', String(port)]);
      expect({ code, out }).toEqual({ code: 1, out: '' });
      expect(err).toMatch(new RegExp(`^error: port-in-use: port ${port} `, 'u'));
    });
  },
);
