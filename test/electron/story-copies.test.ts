import { writeFileSync } from 'node:fs';
import fs from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Article } from '../../article/article.ts';
import { serializeArticle } from '../../article/article-file.ts';
import { article, p } from '../article/build.ts';
import { plainText } from '../../article/inline.ts';
import { newArticleId } from '../../article/ids.ts';
import { photograph } from './pictures.ts';
import { type RunningDesk, faultOf, runDesk } from './running-desk.ts';
import { eventually, temporaryFolder } from './temporary.ts';

const [first, second] = [p('The harbour is open.'), p('Ferries sail at noon.')];
const DROPBOX = "article (Ada's conflicted copy 2026-01-02).json";
const BY_HAND = 'article - Copy.json';

/** A story on a desk of its own, as `articles.open` gives it, and the folder it is in. */
async function storyOn(desk: RunningDesk, body: Article['body'] = [first, second]) {
  const story = { ...article(...body), id: newArticleId(), headline: 'Harbour' };
  const opened = await desk.call('import.store', { article: story });
  return { ...opened, id: story.id, folder: await desk.folderOf(story.id) };
}

const write = async (file: string, story: Article) => {
  await fs.mkdir(path.dirname(file), { recursive: true });
  await fs.writeFile(file, serializeArticle(story));
};

const listed = async (desk: RunningDesk) => {
  await desk.call('desk.rescan', {});
  return desk.call('articles.list', {});
};

const words = ({ body }: Article) =>
  body.map((block) => (block.type === 'paragraph' ? plainText(block.content) : block.type));

const trashed = (desk: RunningDesk, id: string) =>
  fs.readdir(path.join(desk.folder, '.galley/trash/conflict copies', id));

/** The versions that this machine keeps of a story. */
const versions = async (desk: RunningDesk, id: string) => {
  const data = await fs.readdir(desk.dataFolder, { recursive: true });
  const own = data.filter((name) => name.includes(`versions/${id}/v`));
  return Promise.all(own.map((name) => fs.readFile(path.join(desk.dataFolder, name), 'utf8')));
};

const change = (of: typeof first, text: string) => ({ ...p(text), id: of.id });

const past = (seconds: number) => new Date(Date.now() - seconds * 1000);

/** The story as another machine has it that saved it in between. */
const elsewhere = (story: Article, fields: Partial<Article>): Article => ({
  ...story,
  ...fields,
  saves: { ...story.saves, elsewhere: 1 },
});

describe('a copy that a sync program left beside a story', () => {
  test('is merged by itself where the two changed different paragraphs, and kept as a version', async () => {
    const desk = await runDesk();
    const { article: story, hash, id, folder } = await storyOn(desk);
    const mine = { ...story, body: [change(first, 'The harbour is open again.'), second] };
    await desk.call('articles.save', { article: mine, base: hash });
    const theirs = elsewhere(story, { body: [first, change(second, 'Ferries sail at one.')] });
    await write(path.join(folder, DROPBOX), theirs);

    await eventually(async () => expect(await fs.readdir(folder)).toEqual(['article.json']));
    const merged = await desk.inFile(id);
    expect(words(merged)).toEqual(['The harbour is open again.', 'Ferries sail at one.']);
    // So that the other Galley sees that its words are in here.
    expect(merged.saves).toMatchObject({ elsewhere: 1 });
    expect(await versions(desk, id)).toEqual([serializeArticle(theirs)]);
    await eventually(async () =>
      expect((await desk.call('articles.list', {}))[0]?.copies).toBeUndefined(),
    );
    expect(desk.events).toContainEqual({
      name: 'article-changed',
      data: { id, hash: (await desk.call('articles.open', { id })).hash, here: false },
    });
  });

  test('goes by itself when the story has all that it has', async () => {
    const desk = await runDesk();
    const { article: story, hash, id, folder } = await storyOn(desk);
    const mine = { ...story, body: [change(first, 'The harbour is open again.'), second] };
    await desk.call('articles.save', { article: mine, base: hash });
    await write(path.join(folder, DROPBOX), story);
    await eventually(async () => expect(await fs.readdir(folder)).toEqual(['article.json']));
    expect(words(await desk.inFile(id))).toEqual(words(mine));
    expect(await versions(desk, id)).toEqual([serializeArticle(story)]);
  });

  test('stays where the sync program is writing another in its place as it is merged', async () => {
    const desk = await runDesk();
    const { article: story, id, folder } = await storyOn(desk);
    const theirs = elsewhere(story, { body: [...story.body, p('And more.')] });
    const file = path.join(folder, DROPBOX);
    desk.galley.events.subscribe(({ name }) => {
      if (name === 'article-changed') writeFileSync(file, '{ "half": ');
    });
    await write(file, theirs);
    await eventually(async () => expect(words(await desk.inFile(id))).toEqual(words(theirs)));
    // Behind the work that was begun by the look.
    await desk.call('articles.open', { id });
    expect((await listed(desk))[0]?.copies).toHaveLength(1);
    expect(await fs.readFile(file, 'utf8')).toBe('{ "half": ');
  });

  test('stays to be asked about where the two changed one paragraph', async () => {
    const desk = await runDesk();
    const { article: story, hash, id, folder } = await storyOn(desk);
    const mine = { ...story, body: [change(first, 'Mine.'), second] };
    await desk.call('articles.save', { article: mine, base: hash });
    await write(path.join(folder, DROPBOX), elsewhere(story, { body: [change(first, 'Theirs.')] }));
    expect((await listed(desk))[0]?.copies).toHaveLength(1);
    // Behind the work that was begun by the look.
    await desk.call('articles.open', { id });
    expect((await listed(desk))[0]?.copies).toHaveLength(1);
    expect(words(await desk.inFile(id))).toEqual(words(mine));
    expect(await desk.call('articles.list', {})).toHaveLength(1);
  });

  test('that came while Galley was not running is merged when it starts', async () => {
    const before = await runDesk();
    const { article: story, id, folder } = await storyOn(before);
    const theirs = elsewhere(story, { body: [...story.body, p('And more.')] });
    await before.galley.close();
    await write(path.join(folder, DROPBOX), theirs);
    const desk = await runDesk(before);
    await eventually(async () =>
      expect(words(await desk.inFile(id))).toEqual([...words(story), 'And more.']),
    );
  });

  test('with the same words leads to the same file on every machine, which nobody has to merge', async () => {
    const files: string[] = [];
    const one = await runDesk();
    const { article: story, id } = await storyOn(one);
    const body = [...story.body, p('And more.')];
    const [ada, ben] = [1, 2].map((n) => ({
      ...story,
      body,
      modified: `2030-01-02T10:00:0${n}.000Z`,
      saves: { ...story.saves, [`machine${n}`]: 1 },
    }));
    for (const [main, copy] of [
      [ada!, ben!],
      [ben!, ada!],
    ] as const) {
      const desk = await runDesk();
      const folder = path.join(desk.folder, 'articles/harbour');
      await write(path.join(folder, DROPBOX), copy);
      await write(path.join(folder, 'article.json'), main);
      await eventually(async () => expect(await fs.readdir(folder)).toEqual(['article.json']));
      files.push(await fs.readFile(path.join(folder, 'article.json'), 'utf8'));
      expect((await desk.inFile(id)).saves).toMatchObject({ machine1: 1, machine2: 1 });
    }
    expect(files[0]).toBe(files[1]);
  });
});

describe('a file that a person has put beside a story', () => {
  test.each(['article (old).json', 'article-before-cuts.json', 'article 2.json'])(
    '%s stays as it is, and nothing of it goes into the story',
    async (name) => {
      const desk = await runDesk();
      const { article: story, id, folder } = await storyOn(desk);
      await write(path.join(folder, name), elsewhere(story, { body: [...story.body, p('Cut.')] }));
      expect((await listed(desk))[0]?.copies).toHaveLength(1);
      // Behind the work that was begun by the look.
      await desk.call('articles.open', { id });
      expect((await listed(desk))[0]?.copies).toHaveLength(1);
      expect(words(await desk.inFile(id))).toEqual(words(story));
    },
  );

  test('is merged where a sync program that calls its copies so looks after the desk', async () => {
    const home = await temporaryFolder();
    await fs.mkdir(path.join(home, '.stfolder'));
    const desk = await runDesk({ folder: path.join(home, 'desk') });
    const { article: story, id, folder } = await storyOn(desk);
    const theirs = elsewhere(story, { body: [...story.body, p('And more.')] });
    await write(path.join(folder, 'article 2.json'), theirs);
    await eventually(async () => expect(await fs.readdir(folder)).toEqual(['article.json']));
    expect(words(await desk.inFile(id))).toEqual(words(theirs));
    expect(await versions(desk, id)).toEqual([serializeArticle(theirs)]);
  });
});

describe('a copy that lies beside a story', () => {
  test('is found while the story itself is unchanged, and is no story of its own', async () => {
    const desk = await runDesk();
    const { article: story, id, folder } = await storyOn(desk);
    expect(await listed(desk)).toHaveLength(1);
    // Long enough for the story to be no longer looked into at each look.
    for (const place of [path.join(folder, 'article.json'), folder])
      await fs.utimes(place, past(60), past(60));
    await listed(desk);

    // Another program has changed it: nobody knows which of the two is newer.
    const modified = '2026-01-02T10:00:00.000Z';
    await write(path.join(folder, DROPBOX), { ...story, headline: 'Port', modified });
    await fs.utimes(folder, past(30), past(30));
    const [line, ...others] = await listed(desk);
    expect(others).toEqual([]);
    expect(line?.fault).toBeUndefined();
    const place = `${path.basename(folder)}/${DROPBOX}`;
    expect(line?.copies).toEqual([{ place, source: 'Ada', modified: '2026-01-02T10:00:00.000Z' }]);
    expect((await desk.call('articles.list', { search: 'ferries' })).length).toBe(1);
    await eventually(() =>
      expect(desk.events).toContainEqual({ name: 'desk-changed', data: { ids: [id] } }),
    );

    await fs.rm(path.join(folder, DROPBOX));
    expect((await listed(desk))[0]?.copies).toBeUndefined();
  });

  test('is one whatever is in it, unless the name may be that of another file', async () => {
    const desk = await runDesk();
    const { article: story, folder } = await storyOn(desk);
    await fs.writeFile(path.join(folder, 'article 2.json'), 'cut o');
    await fs.writeFile(path.join(folder, 'article-notes.json'), '{"notes": []}');
    await write(path.join(folder, 'article-ADA-PC.json'), { ...story, headline: 'Port' });
    await fs.symlink('/etc/hosts', path.join(folder, 'article (1).json'));
    const [line] = await listed(desk);
    expect(line?.copies?.map(({ place }) => path.basename(place))).toEqual([
      'article 2.json',
      'article-ADA-PC.json',
    ]);
  });

  test('stays with the story when that is saved and its folder renamed', async () => {
    const desk = await runDesk();
    const { article: story, hash, id, folder } = await storyOn(desk);
    await write(path.join(folder, BY_HAND), story);
    await listed(desk);
    await desk.call('articles.save', { article: { ...story, headline: 'Ferries' }, base: hash });
    const renamed = await desk.call('articles.rename', { id });
    const [line] = await desk.call('articles.list', {});
    expect(line?.copies?.[0]?.place).toBe(`${renamed.folder}/${BY_HAND}`);
  });

  test('is merged: what either side has is in the story, and the copy is in the trash', async () => {
    const desk = await runDesk();
    const { article: story, hash, id, folder } = await storyOn(desk);
    const mine = { ...story, body: [change(first, 'The harbour is open again.'), second] };
    await desk.call('articles.save', { article: mine, base: hash });
    const theirs = elsewhere(story, { body: [first, change(second, 'Ferries sail at one.')] });
    await write(path.join(folder, BY_HAND), theirs);
    const place = (await listed(desk))[0]!.copies![0]!.place;

    expect(await desk.call('copies.compare', { id, place })).toEqual([
      { ours: 'The harbour is open again.', theirs: 'The harbour is open.' },
      { ours: 'Ferries sail at noon.', theirs: 'Ferries sail at one.' },
    ]);
    const merging = await desk.call('copies.merge', { id, place });
    // A look at the desk may tell of it, too.
    const told = { name: 'article-changed', data: { id, hash: merging.hash } };
    expect(desk.events).toContainEqual(
      expect.objectContaining({ ...told, data: expect.objectContaining(told.data) }),
    );
    expect(merging).toEqual({ hash: (await desk.call('articles.open', { id })).hash });
    const merged = await desk.inFile(id);
    expect(words(merged)).toEqual(['The harbour is open again.', 'Ferries sail at one.']);
    // So that the other Galley sees that its words are in here.
    expect(merged.saves).toMatchObject({ elsewhere: 1 });
    expect((await listed(desk))[0]?.copies).toBeUndefined();
    expect(await fs.readdir(folder)).toEqual(['article.json']);
    expect(await trashed(desk, id)).toEqual([BY_HAND]);
  });

  test('where both say different things, the story stays and the copy is a story of its own', async () => {
    const desk = await runDesk();
    const { article: story, hash, id, folder } = await storyOn(desk);
    const mine = { ...story, body: [change(first, 'Mine.'), second] };
    await desk.call('articles.save', { article: mine, base: hash });
    const theirs = elsewhere(story, {
      body: [change(first, 'Theirs.'), second, p('And more.')],
      edNote: 'Hold for 6 p.m.',
    });
    await write(path.join(folder, BY_HAND), theirs);
    const place = (await listed(desk))[0]!.copies![0]!.place;

    const { keptAs } = await desk.call('copies.merge', { id, place });
    expect(words(await desk.inFile(id))).toEqual(['Mine.', 'Ferries sail at noon.', 'And more.']);
    expect(keptAs?.headline).toBe('Harbour (conflict copy)');
    const copy = await desk.inFile(keptAs!.id);
    expect(words(copy)).toContain('Theirs.');
    expect(copy.edNote).toBe(
      'Hold for 6 p.m.\n\nCopy of the story “Harbour”, with the words that could not be merged: Paragraph 1.',
    );
    expect(await trashed(desk, id)).toEqual([BY_HAND]);
  });

  test('that counts the same saves never takes the place of the words in the story', async () => {
    const desk = await runDesk();
    const { article: story, id, folder } = await storyOn(desk);
    // Another program has changed one of the two, nobody knows which.
    const other = { ...story, body: [change(first, 'Changed by hand.'), second] };
    await write(path.join(folder, 'article (1).json'), other);
    const place = (await listed(desk))[0]!.copies![0]!.place;
    const { keptAs } = await desk.call('copies.merge', { id, place });
    expect(words(await desk.inFile(id))).toEqual(words(story));
    expect(words(await desk.inFile(keptAs!.id))).toContain('Changed by hand.');
  });

  test('is set aside: it goes to the trash as it is, and the story stays', async () => {
    const desk = await runDesk();
    const { article: story, id, folder } = await storyOn(desk);
    const copy = { ...story, headline: 'Another' };
    for (const at of [1, 2]) {
      await write(path.join(folder, 'article 2.json'), copy);
      const place = (await listed(desk))[0]!.copies![0]!.place;
      await desk.call('copies.setAside', { id, place });
      expect((await desk.call('articles.list', {}))[0]?.copies).toBeUndefined();
      expect(await trashed(desk, id)).toHaveLength(at);
    }
    expect((await desk.inFile(id)).headline).toBe('Harbour');
    // It is not taken for the story itself.
    expect((await faultOf(desk.call('articles.restore', { id }))).code).toBe('not-in-trash');
  });

  test('cannot be merged when it holds another story or cannot be read, and stays', async () => {
    const desk = await runDesk();
    const { id, folder } = await storyOn(desk);
    await write(path.join(folder, 'article (1).json'), { ...article(p('x')), id: newArticleId() });
    await fs.writeFile(path.join(folder, 'article (2).json'), '{');
    const places = (await listed(desk))[0]!.copies!.map(({ place }) => place);
    const codes: string[] = [];
    for (const place of places)
      codes.push((await faultOf(desk.call('copies.merge', { id, place }))).code);
    expect(codes).toEqual(['another-story', 'not-json']);
    expect((await fs.readdir(folder)).length).toBe(3);
  });

  test('that another Galley has merged meanwhile is told to be gone', async () => {
    const desk = await runDesk();
    const { article: story, id, folder } = await storyOn(desk);
    await write(path.join(folder, BY_HAND), story);
    const place = (await listed(desk))[0]!.copies![0]!.place;
    await fs.rm(path.join(folder, BY_HAND));
    expect((await faultOf(desk.call('copies.merge', { id, place }))).code).toBe('no-copy');
    expect((await desk.call('articles.list', {}))[0]?.copies).toBeUndefined();
  });

  test('stays known while the whole desk is away', async () => {
    const desk = await runDesk();
    const { article: story, id, folder } = await storyOn(desk);
    await write(path.join(folder, BY_HAND), story);
    const place = (await listed(desk))[0]!.copies![0]!.place;
    const away = `${desk.folder}-away`;
    await fs.rename(desk.folder, away);
    expect((await faultOf(desk.call('copies.merge', { id, place }))).code).not.toBe('no-copy');
    await fs.rename(away, desk.folder);
    expect((await listed(desk))[0]?.copies).toHaveLength(1);
    await desk.call('copies.merge', { id, place });
    expect(await trashed(desk, id)).toEqual([BY_HAND]);
  });

  test('is only what a look at the desk has found', async () => {
    const desk = await runDesk();
    const { id, folder } = await storyOn(desk);
    for (const place of [`${path.basename(folder)}/article.json`, '../desk.json', '']) {
      const fault = await faultOf(desk.call('copies.setAside', { id, place }));
      expect(fault.code).toBe('no-copy');
    }
  });
});

describe('a folder with a story that another folder has', () => {
  test('is a copy and no story, and no export has it', async () => {
    const desk = await runDesk();
    const { id, folder } = await storyOn(desk);
    for (const end of [' (1)', ' - Copy', " (Ada's conflicted copy 2026-01-02)"])
      await fs.cp(folder, folder + end, { recursive: true });
    const stories = await listed(desk);
    expect(stories.map((story) => story.id)).toEqual([id]);
    const sources = stories[0]?.copies?.map(({ source }) => source);
    expect(sources).toEqual(['', 'Ada', '']);
    const exported = await desk.call('export.desk', { format: 'text' });
    expect(exported).toMatchObject({ written: 1, failed: [] });
  });

  test('of a desk that is new here is told by its longer name', async () => {
    const before = await runDesk();
    const { id, folder } = await storyOn(before);
    await fs.cp(folder, path.join(path.dirname(folder), '0 Copy of it, and longer than its name'), {
      recursive: true,
    });
    await before.galley.close();
    const desk = await runDesk({ folder: before.folder });
    const [line, ...others] = await listed(desk);
    expect(others).toEqual([]);
    expect(line?.id).toBe(id);
    expect(line?.copies?.map(({ place }) => place)).toEqual([
      '0 Copy of it, and longer than its name',
    ]);
  });

  test('is merged with its pictures', async () => {
    const desk = await runDesk();
    const { article: story, id, folder } = await storyOn(desk);
    const copy = `${folder} (1)`;
    await write(
      path.join(copy, 'article.json'),
      elsewhere(story, { body: [...story.body, p('!')] }),
    );
    const base64 = (await photograph()).toString('base64');
    const { file } = await desk.call('media.add', { id, name: 'a.jpg', base64 });
    await fs.rename(path.join(folder, 'media'), path.join(copy, 'media'));
    const place = (await listed(desk))[0]!.copies![0]!.place;
    expect(place).toBe(path.basename(copy));
    await desk.call('copies.merge', { id, place });
    expect(words(await desk.inFile(id))).toEqual([...words(story), '!']);
    expect(await fs.readdir(path.join(folder, 'media'))).toEqual([file]);
    expect(await trashed(desk, id)).toEqual([path.basename(copy)]);
    expect(await listed(desk)).toHaveLength(1);
  });

  test('is the story when the other folder has gone', async () => {
    const desk = await runDesk();
    const { id, folder } = await storyOn(desk);
    await fs.cp(folder, `${folder} (1)`, { recursive: true });
    await listed(desk);
    await fs.rm(folder, { recursive: true });
    const [line, ...others] = await listed(desk);
    expect(others).toEqual([]);
    expect(line).toMatchObject({ id, headline: 'Harbour' });
    expect(line?.copies).toBeUndefined();
  });

  test('stays the copy when someone else renames the folder of the story', async () => {
    const desk = await runDesk();
    const { article: story, folder } = await storyOn(desk);
    await write(`${folder} (1)/article.json`, { ...story, headline: 'Copied' });
    await listed(desk);
    await fs.rename(folder, `${folder}, renamed to a longer name`);
    const [line, ...others] = await listed(desk);
    expect(others).toEqual([]);
    expect(line?.headline).toBe('Harbour');
    expect(line?.copies?.map(({ place }) => place)).toEqual([`${path.basename(folder)} (1)`]);
  });
});
