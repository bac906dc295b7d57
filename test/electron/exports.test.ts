import fs from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { article, p, runs } from '../article/build.ts';
import { newArticleId } from '../../article/ids.ts';
import { type RunningDesk, faultOf, runDesk } from './running-desk.ts';

async function published(desk: RunningDesk): Promise<string> {
  return (await desk.call('articles.list', { status: 'published' }))[0]!.id;
}

const link = (text: string, id: string) => ({
  text,
  marks: [{ type: 'link' as const, article: id }],
});
const base64 = (bytes: string | Uint8Array) => Buffer.from(bytes).toString('base64');

describe('an export', () => {
  test('goes to the exports of the desk, under the name of the story', async () => {
    const desk = await runDesk({ samples: true });
    const id = await published(desk);
    for (const [format, name] of [
      ['html', 'tide-gauge-data.html'],
      ['fragment', 'tide-gauge-data.fragment.html'],
      ['text', 'tide-gauge-data.txt'],
      ['markdown', 'tide-gauge-data.md'],
    ] as const) {
      const { path: file, folder } = await desk.call('export.run', { id, format });
      expect(folder).toBe(path.join(desk.folder, 'exports', 'tide-gauge-data'));
      expect(file).toBe(path.join(folder, name));
      const rendered = await desk.call('export.render', { id, format });
      expect(await fs.readFile(file, 'utf8')).toBe(rendered.text);
      expect(rendered.fileName).toBe(name);
    }
  });

  test('is what the preview shows, byte for byte, also the second time', async () => {
    const desk = await runDesk({ samples: true });
    const id = await published(desk);
    const { html } = await desk.galley.preview(id);
    for (let time = 0; time < 2; time += 1) {
      const { path: file } = await desk.call('export.run', { id, format: 'html' });
      expect(await fs.readFile(file, 'utf8')).toBe(html);
    }
    expect(html).toContain('font-family');
  });

  test('links to other stories of the desk that have an address, and warns of the others', async () => {
    const desk = await runDesk({ samples: true });
    const [target] = await desk.call('articles.list', { status: 'published' });
    const [draft] = await desk.call('articles.list', { status: 'draft' });
    const story = {
      ...article(
        p(
          runs([
            link('One', target!.id),
            { text: ' ' },
            link('Two', draft!.id),
            { text: ' ' },
            link('Three', 'gone'),
          ]),
        ),
      ),
      id: newArticleId(),
      headline: 'Links',
    };
    await desk.call('import.store', { article: story });
    const { text, warnings } = await desk.call('export.render', {
      id: story.id,
      format: 'fragment',
    });
    expect(text).toContain(`<a href="${target!.canonicalUrl}">One</a> Two Three`);
    expect(warnings.map(({ code }) => code)).toEqual([
      'link-without-address',
      'link-without-address',
    ]);
    expect(warnings[0]?.message).toContain(draft!.headline);
  });

  test('of two stories with one name takes two names, whichever goes first', async () => {
    const desk = await runDesk();
    const ids = [newArticleId(), newArticleId()].sort();
    for (const id of ids) {
      const story = { ...article(p(id)), id, headline: 'The same' };
      await desk.call('import.store', { article: story });
    }
    const folders = [];
    for (const id of ids.toReversed()) {
      folders.push(path.basename((await desk.call('export.run', { id, format: 'html' })).folder));
    }
    expect(folders).toEqual([`the-same-${ids[1]!.slice(-6)}`, 'the-same']);
    // An id is whatever a file says, and leads nowhere.
    const id = 'z/../..';
    await desk.call('import.store', { article: { ...article(p(id)), id, headline: 'The same' } });
    const { folder } = await desk.call('export.run', { id, format: 'html' });
    expect(path.dirname(folder)).toBe(
      path.dirname(
        await desk.call('export.run', { id: ids[0]!, format: 'html' }).then((done) => done.folder),
      ),
    );
  });

  test('stops at what this Galley does not know, unless told to leave it out', async () => {
    const desk = await runDesk();
    const { article: story } = await desk.call('articles.create', {});
    const folder = await desk.folderOf(story.id);
    const strange = { ...story, body: [{ type: 'hologram', id: 'b1', words: 'x' }] };
    await fs.writeFile(path.join(folder, 'article.json'), JSON.stringify(strange));
    const refused = await faultOf(desk.call('export.run', { id: story.id, format: 'html' }));
    expect(refused).toMatchObject({ code: 'unknown-block', path: 'body[0]' });
    expect(await fs.readdir(path.join(desk.folder, 'exports'))).toEqual([]);
    const { warnings } = await desk.call('export.run', {
      id: story.id,
      format: 'html',
      dropUnknown: true,
    });
    expect(warnings.map(({ code }) => code)).toContain('unknown-block');
  });

  test('goes to no folder that was not chosen, and shows no file that is no export', async () => {
    const desk = await runDesk({ samples: true });
    const id = await published(desk);
    const folder = path.join(desk.folder, '..', 'elsewhere');
    expect((await faultOf(desk.call('export.run', { id, format: 'html', folder }))).code).toBe(
      'folder-not-chosen',
    );
    await expect(fs.stat(folder)).rejects.toThrow('ENOENT');
    for (const file of ['/etc/passwd', path.join(desk.folder, 'exports', '..', 'desk.json')]) {
      expect((await faultOf(desk.call('desktop.reveal', { path: file }))).code).toBe(
        'not-exported',
      );
    }
    expect((await faultOf(desk.call('desktop.chooseFolder', {}))).code).toBe('not-able');
  });

  test('is opened by the host, and nothing that was not exported just now', async () => {
    const opened: string[] = [];
    const desk = await runDesk({
      samples: true,
      desktop: {
        abilities: {
          host: 'electron',
          chooseFolder: false,
          open: true,
          reveal: false,
          print: false,
        },
        open: async (file) => void opened.push(file),
      },
    });
    const id = await published(desk);
    const program = path.join(desk.folder, 'exports', 'program.sh');
    await fs.mkdir(path.dirname(program), { recursive: true });
    await fs.writeFile(program, 'echo');
    const refused = await faultOf(desk.call('desktop.open', { path: program }));
    expect(refused.code).toBe('not-exported');
    const { path: file } = await desk.call('export.run', { id, format: 'html' });
    await desk.call('desktop.open', { path: file });
    const { folder } = await desk.call('export.desk', { format: 'text' });
    await desk.call('desktop.open', { path: folder });
    expect(opened).toEqual([file, folder]);
  });

  test('replaces the one before, and nothing in its place stops it from saying why', async () => {
    const desk = await runDesk({ samples: true });
    const id = await published(desk);
    const { path: file } = await desk.call('export.run', { id, format: 'text' });
    await fs.rm(file);
    await fs.mkdir(path.join(file, 'inside'), { recursive: true });
    expect((await faultOf(desk.call('export.run', { id, format: 'text' }))).code).toBe(
      'is-a-folder',
    );
  });
});

describe('an import', () => {
  test('is read without being stored, then stored as it was shown', async () => {
    const desk = await runDesk({ samples: true });
    const text = 'OSLO (AP) — Ships may pass again.\n';
    const { article: read } = await desk.call('import.read', { name: '', text });
    expect((await desk.call('articles.list', {})).length).toBe(3);
    const { article: stored, hash } = await desk.call('import.store', { article: read });
    const { saves: _saves, ...shown } = stored;
    expect(shown).toEqual(read);
    const opened = await desk.call('articles.open', { id: read.id });
    expect(opened).toMatchObject({ article: read, hash });
    expect((await faultOf(desk.call('import.store', { article: read }))).code).toBe('doubled');
  });

  test('of a file comes as bytes, and names the file when it is refused', async () => {
    const desk = await runDesk();
    const read = await desk.call('import.read', {
      name: 'a.txt',
      base64: base64('\uFEFFWords.\r\n'),
    });
    expect(read.notices.length).toBeGreaterThan(0);
    for (const [name, bytes, code] of [
      ['a.docx', new Uint8Array([0x50, 0x4b, 3, 4]), 'word-file'],
      ['a.txt', new Uint8Array([0x41, 0xff, 0x00]), 'not-text'],
      ['a.txt', 'a\0b', 'nul'],
      ['a.json', '{', 'not-json'],
    ] as const) {
      const fault = await faultOf(desk.call('import.read', { name, base64: base64(bytes) }));
      expect(fault.code).toBe(code);
      expect(fault.message).toMatch(new RegExp(`^${name}: `, 'u'));
    }
  });
});
