import { execFile } from 'node:child_process';
import fs from 'node:fs/promises';
import net from 'node:net';
import path from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, onTestFinished, test } from 'vitest';
import { image, p } from '../article/build.ts';
import { mediaName } from '../../electron/services/media-name.ts';
import { pictureType } from '../../electron/services/picture-type.ts';
import { cliPlace } from './cli-place.ts';
import { type RunningDesk, faultOf, runDesk } from './running-desk.ts';
import { temporaryFolder } from './temporary.ts';
import { flat } from './pictures.ts';

const run = promisify(execFile);

/** Things that are no file of words, by what a person would call them. */
const oddThings: Record<string, (place: string) => Promise<unknown>> = {
  pipe: (place) => run('mkfifo', [place]),
  async socket(place) {
    // The name of a socket may not be as long as that of a file.
    const near = path.join('/tmp', `galley-${process.pid}-${Date.now()}`);
    const server = net.createServer().listen(near);
    await new Promise((resolve) => server.once('listening', resolve));
    onTestFinished(() => void server.close());
    await fs.rename(near, place);
  },
  endless: (place) => fs.symlink('/dev/zero', place),
  async large(place) {
    await fs.writeFile(place, '');
    await fs.truncate(place, 2 * 1024 ** 3);
  },
  folder: (place) => fs.mkdir(place),
};
const names = Object.keys(oddThings);

/** A running desk with one sound story, and one story whose file is something else. */
async function oddDesk(thing: string): Promise<RunningDesk & { id: string; file: string }> {
  const desk = await runDesk();
  const { article, hash } = await desk.call('articles.create', {});
  await desk.call('articles.save', { article: { ...article, headline: 'Sound' }, base: hash });
  const { article: odd } = await desk.call('articles.create', {});
  const file = path.join(await desk.folderOf(odd.id), 'article.json');
  await fs.rm(file);
  await oddThings[thing]!(file);
  return { ...desk, id: odd.id, file };
}

describe.skipIf(process.platform === 'win32')('in the place of a story', () => {
  test.each(names)(
    'something that is no file of words (%s) is a fault with its name',
    async (thing) => {
      const { call, id, file } = await oddDesk(thing);
      const before = process.memoryUsage().rss;
      await call('desk.rescan', {});
      const lines = await call('articles.list', {});
      expect(lines.length).toBe(2);
      const fault = lines.find((line) => line.id === id)?.fault;
      expect(fault).toContain(file);
      expect(fault).toMatch(/; (?:move it away|split it|put what it leads to)/u);
      expect((await faultOf(call('articles.open', { id }))).message).toBe(fault);
      expect((await faultOf(call('export.run', { id, format: 'text' }))).message).toBe(fault);
      expect(process.memoryUsage().rss - before).toBeLessThan(100e6);
    },
  );

  test.each(names)(
    'it (%s) neither holds up the command line nor hides the others',
    async (thing) => {
      const { folder, file, galley } = await oddDesk(thing);
      await galley.close();
      const { galley: command, alone } = await cliPlace();
      const listed = await alone(['list', '--desk', folder]);
      expect(listed.out).toContain('Sound');
      expect(listed.out).toContain(file);
      expect((await command(['search', '--desk', folder, 'sound'])).out).toContain('[Sound]');
      for (const named of [folder, path.dirname(file), file]) {
        const checked = await command(['check', named]);
        expect(checked.code, checked.err).toBe(1);
        expect(checked.out + checked.err).toContain(file);
      }
      const exported = await command([
        'export',
        '--format',
        'text',
        '--out',
        `${folder}-out/`,
        folder,
      ]);
      expect(exported.err).toContain(file);
      expect(exported.out.trim().split('\n').length).toBe(1);
      const imported = await alone(['import', file]);
      expect(imported.code).toBe(1);
      expect(imported.err).toContain(file);
    },
    30_000,
  );

  test.each(names)('a desk.json that is none (%s) is named', async (thing) => {
    const desk = await runDesk();
    await desk.galley.close();
    const file = path.join(desk.folder, 'desk.json');
    await fs.rm(file);
    await oddThings[thing]!(file);
    const { dataFolder, folder } = desk;
    expect((await faultOf(runDesk({ folder, dataFolder }))).message).toContain(file);
  });
});

describe.skipIf(process.platform === 'win32')('in the data folder', () => {
  test.each(names)('odd settings (%s) are as none', async (thing) => {
    const dataFolder = await temporaryFolder();
    await oddThings[thing]!(path.join(dataFolder, 'settings.json'));
    const desk = await runDesk({ dataFolder });
    expect((await desk.call('settings.read', {})).theme).toBe('system');
  });

  test.each(names)('odd words that were kept (%s) are told with the story', async (thing) => {
    const desk = await runDesk();
    const { article } = await desk.call('articles.create', {});
    const [own] = await fs.readdir(path.join(desk.dataFolder, 'desks'));
    const journal = path.join(desk.dataFolder, 'desks', own!, 'journal');
    await fs.mkdir(journal, { recursive: true });
    await oddThings[thing]!(path.join(journal, `${article.id}.json`));
    const opened = await desk.call('articles.open', { id: article.id });
    expect(opened.notices.join()).toContain(journal);
  });

  test.each(names)('an odd base (%s) is none: both sides are joined', async (thing) => {
    const desk = await runDesk();
    const { article, hash } = await desk.call('articles.create', {});
    const { id } = article;
    const first = await desk.call('articles.save', {
      article: { ...article, body: [p('One.')] },
      base: hash,
    });
    await desk.call('articles.save', {
      article: { ...article, body: [p('Two.')] },
      base: first.hash,
    });
    const [own] = await fs.readdir(path.join(desk.dataFolder, 'desks'));
    const bases = path.join(desk.dataFolder, 'desks', own!, 'versions', id, 'bases');
    for (const name of await fs.readdir(bases)) {
      await fs.rm(path.join(bases, name));
      await oddThings[thing]!(path.join(bases, name));
    }
    const saved = await desk.call('articles.save', {
      article: { ...article, body: [p('Three.')] },
      base: first.hash,
    });
    const merged = JSON.stringify(saved.merged);
    for (const words of ['Two.', 'Three.']) expect(merged).toContain(words);
  });
});

describe.skipIf(process.platform === 'win32')('a link', () => {
  test('to a story outside the desk is a fault, and is not followed', async () => {
    const desk = await runDesk();
    const { article } = await desk.call('articles.create', {});
    const outside = path.join(await temporaryFolder(), 'secret');
    await fs.rename(await desk.folderOf(article.id), outside);
    await desk.call('desk.rescan', {});
    await fs.symlink(outside, path.join(desk.folder, 'articles', 'by-folder'));
    await fs.mkdir(path.join(desk.folder, 'articles', 'by-file'));
    const file = path.join(desk.folder, 'articles', 'by-file', 'article.json');
    await fs.symlink(path.join(outside, 'article.json'), file);
    await desk.call('desk.rescan', {});
    const lines = await desk.call('articles.list', {});
    expect(lines.map(({ headline }) => headline).sort()).toEqual(['by-file', 'by-folder']);
    for (const { fault } of lines) expect(fault).toContain('a link that leads out of the desk');
    await desk.galley.close();
    const { galley: command } = await cliPlace();
    expect((await command(['check', desk.folder])).out.match(/leads out/gu)?.length).toBe(2);
    const exported = await command(['export', '--out', `${desk.folder}-out/`, desk.folder]);
    expect(exported.err.match(/leads out/gu)?.length).toBe(2);
    expect(exported.out).toBe('');
    // What a person names is theirs to name.
    expect((await command(['check', path.join(outside, 'article.json')])).code).toBe(0);
    const link = path.join(await temporaryFolder(), 'article.json');
    await fs.symlink(path.join(outside, 'article.json'), link);
    expect((await command(['check', link])).code).toBe(0);
  }, 30_000);

  test('to a folder outside the desk tells nothing of copies there, nor is one read', async () => {
    const desk = await runDesk();
    const { article } = await desk.call('articles.create', {});
    const folder = await desk.folderOf(article.id);
    const outside = path.join(await temporaryFolder(), 'secret');
    await fs.cp(folder, outside, { recursive: true });
    await fs.copyFile(path.join(folder, 'article.json'), path.join(outside, 'article (1).json'));
    await fs.symlink(outside, path.join(desk.folder, 'articles', 'by-folder'));
    await fs.cp(folder, `${folder} (1)`, { recursive: true });
    await desk.call('desk.rescan', {});
    const lines = await desk.call('articles.list', {});
    const place = `${path.basename(folder)} (1)`;
    expect(lines.length).toBe(2);
    expect(lines.flatMap(({ copies = [] }) => copies.map((copy) => copy.place))).toEqual([place]);
    // What was a copy leads out by the time that it is merged.
    await fs.rm(`${folder} (1)`, { recursive: true });
    await fs.symlink(outside, `${folder} (1)`);
    const fault = await faultOf(desk.call('copies.merge', { id: article.id, place }));
    expect(fault.message).toContain('a link that leads out of the desk');
    expect((await fs.readdir(outside)).sort()).toEqual(['article (1).json', 'article.json']);
  });

  test('within the desk is followed', async () => {
    const desk = await runDesk();
    const { article } = await desk.call('articles.create', {});
    const file = path.join(await desk.folderOf(article.id), 'article.json');
    await fs.rename(file, path.join(path.dirname(file), 'words.json'));
    await fs.symlink('words.json', file);
    await desk.call('desk.rescan', {});
    expect((await desk.call('articles.open', { id: article.id })).article.id).toBe(article.id);
  });

  test('to a picture outside the desk shows nothing of it, by host, export and copy', async () => {
    const desk = await runDesk();
    const bytes = await flat('jpeg');
    const name = mediaName(bytes, pictureType(bytes, ''));
    const outside = await temporaryFolder();
    await fs.writeFile(path.join(outside, name), bytes);
    for (const links of ['file', 'folder'] as const) {
      const { article, hash } = await desk.call('articles.create', {});
      const { id } = article;
      const body = [p('Words.'), image({ file: name, width: 40, height: 30 })];
      await desk.call('articles.save', { article: { ...article, body }, base: hash });
      const media = path.join(await desk.folderOf(id), 'media');
      if (links === 'folder') await fs.symlink(outside, media);
      else {
        await fs.mkdir(media);
        await fs.symlink(path.join(outside, name), path.join(media, name));
      }
      const shown = await faultOf(desk.galley.picture(`/media/${id}/${name}`));
      expect(shown.message).toContain('a link that leads out of the desk');
      const page = await faultOf(desk.call('export.run', { id, format: 'page' }));
      expect(page.message).toContain('a link that leads out of the desk');
      const copy = await desk.call('articles.duplicate', { id });
      const copied = path.join(await desk.folderOf(copy.article.id), 'media', name);
      await expect(fs.readFile(copied)).rejects.toThrow('ENOENT');
      const other = await flat('jpeg', [41, 30]);
      const added = desk.call('media.add', {
        id,
        name: 'new.jpg',
        base64: other.toString('base64'),
      });
      if (links === 'file') await added;
      else expect((await faultOf(added)).message).toContain('leads out of the desk');
      expect(await fs.readdir(outside)).toEqual([name]);
    }
  });
});
