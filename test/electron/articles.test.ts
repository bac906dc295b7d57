import fs from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { VERSION } from '../../article/migrations.ts';
import type { Article } from '../../article/article.ts';
import { serializeArticle } from '../../article/article-file.ts';
import { p } from '../article/build.ts';
import { plainText } from '../../article/inline.ts';
import { type RunningDesk, faultOf, runDesk } from './running-desk.ts';

const words = ({ body }: Article) =>
  body.map((block) => ('content' in block ? plainText(block.content) : ''));

/** A story of three paragraphs on the desk, and the hash of its file. */
async function story(desk: RunningDesk) {
  const { article, hash } = await desk.call('articles.create', {});
  const written = {
    ...article,
    headline: 'Harbour opens',
    body: [p('One.'), p('Two.'), p('Three.')],
  };
  const saved = await desk.call('articles.save', { article: written, base: hash });
  const opened = await desk.call('articles.open', { id: article.id });
  return { article: opened.article, hash: saved.hash, id: article.id };
}

/** The story with other words in one paragraph. */
function rewrite(article: Article, index: number, text: string): Article {
  const body = [...article.body];
  body[index] = { ...p(text), id: body[index]!.id };
  return { ...article, body };
}

/** Another window saves the words that are offered with the story. */
async function takeBack(desk: RunningDesk, id: string) {
  const { recovered } = await desk.call('articles.open', { id, window: 'another' });
  const { article, base } = recovered!;
  return desk.call('articles.save', { article, base, window: 'another' });
}

/** Somebody else writes the file. */
async function changeOutside(desk: RunningDesk, article: Article) {
  await fs.writeFile(
    path.join(await desk.folderOf(article.id), 'article.json'),
    serializeArticle(article),
  );
}

describe('a story', () => {
  test('begins with what the house and the person always fill in', async () => {
    const desk = await runDesk();
    await desk.call('house.change', { changes: { language: 'ja' } });
    const person = { name: 'R. Desk', byline: 'The Harbour Desk', section: 'Ports' };
    await desk.call('settings.change', { person });
    const { article } = await desk.call('articles.create', {});
    expect(article).toMatchObject({
      language: 'ja',
      section: 'Ports',
      status: 'draft',
      bylines: [{ name: 'The Harbour Desk', role: 'author' }],
    });
    expect(await desk.inFile(article.id)).toEqual(article);
  });

  test.each([
    ['en', 'By The Harbour Desk'],
    ['fr', 'Par The Harbour Desk'],
    ['de', 'by The Harbour Desk'],
  ])('in %s has the byline of the settings once, though they say %j', async (language, byline) => {
    const desk = await runDesk();
    await desk.call('house.change', { changes: { language } });
    await desk.call('settings.change', { person: { name: '', byline, section: '' } });
    const { article } = await desk.call('articles.create', {});
    expect(article.bylines).toEqual([{ name: 'The Harbour Desk', role: 'author' }]);
  });

  test('is saved as its canonical file, and opens as it was saved', async () => {
    const desk = await runDesk();
    const { article, hash, id } = await story(desk);
    const file = path.join(await desk.folderOf(id), 'article.json');
    expect(await fs.readFile(file, 'utf8')).toBe(serializeArticle(article));
    const opened = await desk.call('articles.open', { id });
    expect(opened).toEqual({ article, hash, readOnly: false, notices: [] });
  });

  test('that has not changed is not written again', async () => {
    const desk = await runDesk();
    const { article, hash, id } = await story(desk);
    const file = path.join(await desk.folderOf(id), 'article.json');
    const before = await fs.stat(file, { bigint: true });
    const saved = await desk.call('articles.save', { article, base: hash });
    expect(saved).toEqual({ hash, modified: article.modified, saves: article.saves });
    expect((await fs.stat(file, { bigint: true })).mtimeNs).toBe(before.mtimeNs);
  });

  test('saved many times at once ends with the last words', async () => {
    const desk = await runDesk();
    let { article, hash } = await story(desk);
    const id = article.id;
    for (let round = 0; round < 20; round += 1) {
      article = rewrite(article, 1, `Round ${round}.`);
      ({ hash } = await desk.call('articles.save', { article, base: hash }));
    }
    expect(words(await desk.inFile(id))).toEqual(['One.', 'Round 19.', 'Three.']);
    const folder = await desk.folderOf(id);
    expect(await fs.readdir(folder)).toEqual(['article.json']);
  });

  test('names its folder after its day and slugline when asked to', async () => {
    const desk = await runDesk();
    const { article, hash, id } = await story(desk);
    const stamp = { instant: '2021-12-25T23:30:00+09:00', zone: 'Asia/Tokyo', printed: 'x' };
    const named = { ...article, slugline: 'Mitsubishi leak: 2/3 — “Überfall”', stamp };
    await desk.call('articles.save', { article: named, base: hash });
    const { folder } = await desk.call('articles.rename', { id });
    expect(folder).toBe('2021-12-25-mitsubishi-leak-2-3-überfall');
    expect(path.basename(await desk.folderOf(id))).toBe(folder);
    expect(await desk.call('articles.rename', { id })).toEqual({ folder });
    expect((await desk.call('articles.open', { id })).article.slugline).toBe(named.slugline);
  });

  test('never takes the folder of another with the same name', async () => {
    const desk = await runDesk();
    const folders = new Set<string>();
    for (let count = 0; count < 3; count += 1) {
      const { id } = await story(desk);
      folders.add((await desk.call('articles.rename', { id })).folder);
    }
    expect(folders.size).toBe(3);
    expect([...folders].every((folder) => /-harbour-opens(?:-\d)?$/u.test(folder))).toBe(true);
  });

  test('is duplicated as a draft of its own', async () => {
    const desk = await runDesk({ samples: true });
    const published = (await desk.call('articles.list', { status: 'published' }))[0]!;
    const { article } = await desk.call('articles.duplicate', { id: published.id });
    const original = await desk.inFile(published.id);
    expect(article.id).not.toBe(original.id);
    expect(article).toMatchObject({ status: 'draft', history: [], body: original.body });
    expect(article).not.toHaveProperty('canonicalUrl');
    expect((await desk.call('articles.list', {})).length).toBe(4);
  });

  test('goes to the trash and comes back', async () => {
    const desk = await runDesk();
    const { article, id } = await story(desk);
    await desk.call('articles.trash', { id });
    expect(await desk.call('articles.list', {})).toEqual([]);
    expect((await faultOf(desk.call('articles.open', { id }))).code).toBe('no-article');
    await desk.call('articles.restore', { id });
    expect(await desk.inFile(id)).toEqual(article);
    expect((await desk.call('articles.list', {})).map((line) => line.id)).toEqual([id]);
    expect((await faultOf(desk.call('articles.restore', { id }))).code).toBe('not-in-trash');
  });

  test('comes back from the trash also where a file of the system lies beside it', async () => {
    const desk = await runDesk();
    const { id } = await story(desk);
    await desk.call('articles.trash', { id });
    const stray = path.join(desk.folder, '.galley', 'trash', id, '.DS_Store');
    // Disks do not tell times apart that are closer.
    await new Promise((resolve) => setTimeout(resolve, 50));
    await fs.writeFile(stray, 'system');
    await desk.call('articles.restore', { id });
    expect((await desk.inFile(id)).id).toBe(id);
    expect(await fs.readFile(stray, 'utf8')).toBe('system');
    expect((await faultOf(desk.call('articles.restore', { id }))).code).toBe('not-in-trash');
  });

  test('whose id is a path stays inside the folders', async () => {
    const desk = await runDesk();
    const { article } = await desk.call('articles.create', {});
    const sly = { ...article, id: '../../../../sly', headline: '../../../../sly' };
    const { hash } = await desk.call('import.store', { article: sly });
    await desk.call('articles.save', {
      article: rewrite({ ...sly, body: [p('One.')] }, 0, 'Two.'),
      base: hash,
      keepVersion: true,
    });
    await desk.call('articles.trash', { id: sly.id });
    await desk.call('articles.restore', { id: sly.id });
    expect(path.dirname(await desk.folderOf(sly.id))).toBe(path.join(desk.folder, 'articles'));
    const place = path.dirname(desk.folder);
    expect((await fs.readdir(place)).sort()).toEqual(['data', 'desk']);
    expect((await fs.readdir(path.join(place, '..'))).includes('sly')).toBe(false);
  });

  test('kept as a version stays, whatever is saved after it', async () => {
    const desk = await runDesk();
    const { article, hash, id } = await story(desk);
    const first = rewrite(article, 0, 'Kept words.');
    const saved = await desk.call('articles.save', {
      article: first,
      base: hash,
      keepVersion: true,
    });
    await desk.call('articles.save', { article: rewrite(first, 0, 'Other.'), base: saved.hash });
    const versions = await fs.readdir(desk.dataFolder, { recursive: true });
    const kept = versions.filter((name) => /versions.*Z-[0-9a-f]{8}\.json$/u.test(name));
    expect(kept.length).toBe(1);
    expect(await fs.readFile(path.join(desk.dataFolder, kept[0]!), 'utf8')).toContain(
      'Kept words.',
    );
    expect(kept[0]).toContain(id);
  });
});

describe('a file that someone else changed', () => {
  test('is merged with what was written here, word for word', async () => {
    const desk = await runDesk();
    const { article, hash, id } = await story(desk);
    await changeOutside(desk, rewrite(article, 2, 'Theirs.'));
    const saved = await desk.call('articles.save', {
      article: rewrite(article, 0, 'Ours.'),
      base: hash,
    });
    expect(saved.keptAs).toBeUndefined();
    expect(words(saved.merged!)).toEqual(['Ours.', 'Two.', 'Theirs.']);
    expect(await desk.inFile(id)).toEqual(saved.merged);
    const next = rewrite(saved.merged!, 1, 'Later.');
    expect((await desk.call('articles.save', { article: next, base: saved.hash })).merged).toBe(
      undefined,
    );
  });

  test('is noticed when size and times are as they were', async () => {
    const desk = await runDesk();
    const { article, hash, id } = await story(desk);
    const file = path.join(await desk.folderOf(id), 'article.json');
    const { atime, mtime, size } = await fs.stat(file);
    await changeOutside(desk, rewrite(article, 2, 'Eerht.'));
    await fs.utimes(file, atime, mtime);
    expect((await fs.stat(file)).size).toBe(size);
    const saved = await desk.call('articles.save', {
      article: rewrite(article, 0, 'Ours.'),
      base: hash,
    });
    expect(words(saved.merged!)).toEqual(['Ours.', 'Two.', 'Eerht.']);
  });

  test('stays the story when the same paragraph was changed, and ours is kept beside it', async () => {
    const desk = await runDesk();
    const { article, hash, id } = await story(desk);
    const theirs = rewrite(article, 1, 'Theirs.');
    await changeOutside(desk, theirs);
    const ours = rewrite(article, 1, 'Ours.');
    const saved = await desk.call('articles.save', { article: ours, base: hash });
    expect(saved.merged).toEqual(theirs);
    expect(await desk.inFile(id)).toEqual(theirs);
    const copy = await desk.inFile(saved.keptAs!.id);
    expect(words(copy)).toEqual(['One.', 'Ours.', 'Three.']);
    expect(copy.headline).toBe('Harbour opens (conflict copy)');
    expect(copy.edNote).toBe(
      'Copy of the story “Harbour opens”, with the words that could not be merged: Paragraph 2.',
    );
    const lines = await desk.call('articles.list', {});
    expect(lines.map((line) => line.headline).sort()).toEqual([
      'Harbour opens',
      'Harbour opens (conflict copy)',
    ]);
    const after = await desk.call('articles.save', {
      article: rewrite(saved.merged!, 0, 'Next.'),
      base: saved.hash,
    });
    expect(after.keptAs).toBeUndefined();
  });

  test('is joined with ours when no common version is known: what differs there is kept as a version', async () => {
    const desk = await runDesk();
    const { article, hash, id } = await story(desk);
    for (const name of await fs.readdir(desk.dataFolder, { recursive: true })) {
      if (name.endsWith('bases'))
        await fs.rm(path.join(desk.dataFolder, name), { recursive: true });
    }
    await changeOutside(desk, rewrite(article, 0, 'Theirs.'));
    const added = { ...p('Four.'), id: 'four' };
    const ours = rewrite({ ...article, body: [...article.body, added] }, 0, 'Ours.');
    const saved = await desk.call('articles.save', { article: ours, base: hash });
    expect(saved.keptAs).toBeUndefined();
    expect(words(saved.merged!)).toEqual(['Theirs.', 'Two.', 'Three.', 'Four.']);
    expect(await desk.inFile(id)).toEqual(saved.merged);
    const told = desk.events.find(({ name }) => name === 'words-kept');
    const { file } = told!.data as { file: string };
    expect(words(JSON.parse(await fs.readFile(file, 'utf8')) as Article)).toEqual(words(ours));
  });

  test('to the same words is no conflict', async () => {
    const desk = await runDesk();
    const { article, hash, id } = await story(desk);
    const same = rewrite(article, 1, 'Same.');
    await changeOutside(desk, { ...same, modified: '2030-01-01T00:00:00.000Z' });
    const saved = await desk.call('articles.save', { article: same, base: hash });
    expect(saved).toMatchObject({ modified: '2030-01-01T00:00:00.000Z' });
    expect(saved.keptAs).toBeUndefined();
    expect((await desk.call('articles.open', { id })).hash).toBe(saved.hash);
  });

  test('in a folder that was removed is put back with our words', async () => {
    const desk = await runDesk();
    const { article, hash, id } = await story(desk);
    await fs.rm(await desk.folderOf(id), { recursive: true });
    await desk.call('articles.save', { article: rewrite(article, 0, 'Ours.'), base: hash });
    expect(words(await desk.inFile(id))).toEqual(['Ours.', 'Two.', 'Three.']);
    expect((await desk.call('articles.list', {})).length).toBe(1);
  });
});

describe('a save whose answer did not arrive', () => {
  const window = 'window';

  test('is gone on from: the next one does not meet its own words', async () => {
    const desk = await runDesk();
    const { article, hash, id } = await story(desk);
    const save = (text: string) =>
      desk.call('articles.save', { article: rewrite(article, 0, text), base: hash, window });
    await save('One, begun.');
    await save('One, begun and gone on.');
    const saved = await save('One, begun and ended.');
    expect(saved.keptAs).toBeUndefined();
    expect(words(await desk.inFile(id))).toEqual(['One, begun and ended.', 'Two.', 'Three.']);
    expect(await desk.call('articles.list', {})).toHaveLength(1);
  });

  test('is gone on from also where someone else has written since', async () => {
    const desk = await runDesk();
    const { article, hash, id } = await story(desk);
    const save = (text: string) =>
      desk.call('articles.save', { article: rewrite(article, 0, text), base: hash, window });
    await changeOutside(desk, rewrite(article, 1, 'Two, theirs.'));
    await save('One, begun.');
    await changeOutside(desk, rewrite(await desk.inFile(id), 2, 'Three, theirs.'));
    const { merged } = await save('One, begun and ended.');
    const all = ['One, begun and ended.', 'Two, theirs.', 'Three, theirs.'];
    expect(words(merged!)).toEqual(all);
    expect(words(await desk.inFile(id))).toEqual(all);
    expect(await desk.call('articles.list', {})).toHaveLength(1);
  });
});

test('words that one window could not write stay kept when another writes its own', async () => {
  const desk = await runDesk();
  const { article, hash, id } = await story(desk);
  await desk.call('articles.keep', { article: rewrite(article, 0, 'Kept.'), window: 'one' });
  const other = rewrite(article, 1, 'Written.');
  await desk.call('articles.save', { article: other, base: hash, window: 'two' });
  const { recovered } = await desk.call('articles.open', { id });
  expect(words(recovered!.article)).toEqual(['Kept.', 'Two.', 'Three.']);
});

describe('words that a window is still trying to write', () => {
  test('are not offered any more once it has written them, whoever opened the story meanwhile', async () => {
    const desk = await runDesk();
    const { article, hash, id } = await story(desk);
    const kept = rewrite(article, 0, 'Kept.');
    await desk.call('articles.keep', { article: kept, window: 'one' });
    await desk.call('articles.open', { id, window: 'two' });
    const newer = rewrite(article, 0, 'Kept, and typed on.');
    await desk.call('articles.save', { article: newer, base: hash, window: 'one' });
    expect((await desk.call('articles.open', { id, window: 'two' })).recovered).toBeUndefined();
  });

  test('are not forgotten where another window refuses those it was offered before', async () => {
    const desk = await runDesk();
    const { article, id } = await story(desk);
    const keep = (text: string) =>
      desk.call('articles.keep', { article: rewrite(article, 0, text), window: 'one' });
    await keep('Kept.');
    await desk.call('articles.open', { id, window: 'two' });
    await keep('Kept, and typed on.');
    await desk.call('articles.forgetRecovered', { id });
    await desk.galley.close();
    const { recovered } = await (await runDesk(desk)).call('articles.open', { id });
    expect(words(recovered!.article)[0]).toBe('Kept, and typed on.');
  });

  test('are not offered where the file has them among others', async () => {
    const desk = await runDesk();
    const { article, hash, id } = await story(desk);
    const kept = rewrite(article, 0, 'Kept.');
    await desk.call('articles.keep', { article: kept, window: 'one' });
    const more = rewrite(kept, 1, 'More.');
    await desk.call('articles.save', { article: more, base: hash, window: 'two' });
    expect((await desk.call('articles.open', { id })).recovered).toBeUndefined();
  });

  test('go on from what the window was having written when Galley was killed: no copy is made', async () => {
    const desk = await runDesk();
    const { article, hash, id } = await story(desk);
    const save = desk.call('articles.save', {
      article: rewrite(article, 0, 'One at the harb'),
      base: hash,
      window: 'one',
    });
    await desk.call('articles.keep', {
      article: rewrite(article, 0, 'One at the quay.'),
      window: 'one',
    });
    await save;
    await desk.galley.close();
    const again = await runDesk(desk);
    expect((await takeBack(again, id)).keptAs).toBeUndefined();
    expect(words(await again.inFile(id))).toEqual(['One at the quay.', 'Two.', 'Three.']);
  });
});

describe('words that a window went on with while those of others waited to be shown', () => {
  test('are taken back as they are, beside those of the others', async () => {
    const desk = await runDesk();
    const { article, hash, id } = await story(desk);
    const theirs = rewrite(article, 1, 'Theirs.');
    await desk.call('articles.save', { article: theirs, base: hash, window: 'two' });
    const ours = rewrite(article, 0, 'One at the harb');
    await desk.call('articles.save', { article: ours, base: hash, window: 'one' });
    // The window has not taken up what the answer says.
    const more = rewrite(article, 0, 'One at the quay.');
    await desk.call('articles.keep', { article: more, window: 'one' });
    await desk.galley.close();
    const again = await runDesk(desk);
    expect((await takeBack(again, id)).keptAs).toBeUndefined();
    expect(words(await again.inFile(id))).toEqual(['One at the quay.', 'Theirs.', 'Three.']);
  });

  test('are offered also where what was sent before them cannot be kept or read', async () => {
    const desk = await runDesk();
    const { article, hash, id } = await story(desk);
    // Both together are larger than a file of words may be.
    const long = 'w'.repeat(9_000_000);
    const sent = rewrite(article, 0, long);
    await desk.call('articles.save', { article: sent, base: hash, window: 'one' });
    await desk.call('articles.keep', { article: rewrite(article, 0, `${long}x`), window: 'one' });
    await desk.galley.close();
    const again = await runDesk(desk);
    const { recovered } = await again.call('articles.open', { id });
    expect(words(recovered!.article)[0]?.length).toBe(long.length + 1);
    await again.call('articles.forgetRecovered', { id });
    const [own] = await fs.readdir(path.join(again.dataFolder, 'desks'));
    const journal = path.join(again.dataFolder, 'desks', own!, 'journal');
    await again.call('articles.keep', { article: rewrite(article, 0, 'Kept.'), window: 'two' });
    const [name] = await fs.readdir(journal);
    const entry = JSON.parse(await fs.readFile(path.join(journal, name!), 'utf8')) as object;
    await fs.writeFile(path.join(journal, name!), JSON.stringify({ ...entry, before: 'cut off' }));
    const { recovered: kept } = await again.call('articles.open', { id });
    expect(words(kept!.article)[0]).toBe('Kept.');
  });
});

test('words for a story that was moved to the trash bring it back with its pictures', async () => {
  const desk = await runDesk();
  const { article, hash, id } = await story(desk);
  const media = path.join(await desk.folderOf(id), 'media');
  await fs.mkdir(media);
  await fs.writeFile(path.join(media, 'kept.txt'), 'beside the story');
  await desk.call('articles.trash', { id });
  await desk.call('articles.save', { article: rewrite(article, 0, 'Ours.'), base: hash });
  expect(words(await desk.inFile(id))).toEqual(['Ours.', 'Two.', 'Three.']);
  const back = path.join(await desk.folderOf(id), 'media', 'kept.txt');
  expect(await fs.readFile(back, 'utf8')).toBe('beside the story');
});

describe('words that cannot be written', () => {
  test('are refused with the reason, kept, and offered when the story is opened', async () => {
    const desk = await runDesk();
    const { article, hash, id } = await story(desk);
    const away = `${desk.folder}-away`;
    await fs.rename(desk.folder, away);
    const ours = rewrite(article, 0, 'Not in any file.');
    const fault = await faultOf(desk.call('articles.save', { article: ours, base: hash }));
    expect(fault.code).toBe('desk-vanished');
    expect(fault.message).toContain(desk.folder);
    // Nothing was made where a disk will be mounted again.
    await expect(fs.stat(desk.folder)).rejects.toThrow('ENOENT');

    await fs.rename(away, desk.folder);
    await desk.galley.close();
    const again = await runDesk(desk);
    const opened = await again.call('articles.open', { id });
    expect(words(opened.article)).toEqual(['One.', 'Two.', 'Three.']);
    expect(words(opened.recovered!.article)).toEqual(['Not in any file.', 'Two.', 'Three.']);
    expect(opened.recovered!.reason).toBe(fault.message);

    await again.call('articles.save', { article: opened.recovered!.article, base: opened.hash });
    expect(words(await again.inFile(id))).toEqual(['Not in any file.', 'Two.', 'Three.']);
    expect((await again.call('articles.open', { id })).recovered).toBeUndefined();
  });

  test('are forgotten when the person refuses them', async () => {
    const desk = await runDesk();
    const { article, hash, id } = await story(desk);
    const away = `${desk.folder}-away`;
    await fs.rename(desk.folder, away);
    await faultOf(desk.call('articles.save', { article: rewrite(article, 0, 'No.'), base: hash }));
    await fs.rename(away, desk.folder);
    expect((await desk.call('articles.open', { id })).recovered).toBeDefined();
    await desk.call('articles.forgetRecovered', { id });
    expect((await desk.call('articles.open', { id })).recovered).toBeUndefined();
  });

  test('wait for an answer, whatever is written and saved until then', async () => {
    const desk = await runDesk();
    const { article, hash, id } = await story(desk);
    const away = `${desk.folder}-away`;
    const lose = async (text: string) => {
      await fs.rename(desk.folder, away);
      await faultOf(desk.call('articles.save', { article: rewrite(article, 0, text), base: hash }));
      await fs.rename(away, desk.folder);
    };
    await lose('First lost.');
    await desk.call('articles.open', { id });
    await lose('Second lost.');
    const opened = await desk.call('articles.open', { id });
    const going = rewrite(opened.article, 1, 'Going on.');
    await desk.call('articles.save', { article: going, base: opened.hash });

    const offered = async () => {
      const { recovered } = await desk.call('articles.open', { id });
      return recovered && words(recovered.article)[0];
    };
    expect(await offered()).toBe('First lost.');
    await desk.call('articles.forgetRecovered', { id });
    expect(await offered()).toBe('Second lost.');
    await desk.call('articles.forgetRecovered', { id });
    expect(await offered()).toBeUndefined();
    expect(words(await desk.inFile(id))).toEqual(['One.', 'Going on.', 'Three.']);
  });

  test('do not replace a damaged file; they wait until it is whole again', async () => {
    const desk = await runDesk();
    const { article, hash, id } = await story(desk);
    const file = path.join(await desk.folderOf(id), 'article.json');
    const text = await fs.readFile(file, 'utf8');
    await fs.writeFile(file, text.slice(0, 100));
    const ours = rewrite(article, 0, 'Ours.');
    const fault = await faultOf(desk.call('articles.save', { article: ours, base: hash }));
    expect(fault.code).toBe('not-json');
    expect(await fs.readFile(file, 'utf8')).toBe(text.slice(0, 100));
    await fs.writeFile(file, text);
    expect((await desk.call('articles.open', { id })).recovered?.article).toEqual(ours);
  });

  test('of a story whose folder is gone come back with the next start', async () => {
    const desk = await runDesk();
    const { article, hash, id } = await story(desk);
    const away = `${desk.folder}-away`;
    const storyFolder = path.basename(await desk.folderOf(id));
    await fs.rename(desk.folder, away);
    await faultOf(
      desk.call('articles.save', { article: rewrite(article, 0, 'Ours.'), base: hash }),
    );
    await fs.rename(away, desk.folder);
    await fs.rm(path.join(desk.folder, 'articles', storyFolder), { recursive: true });
    await desk.galley.close();
    const again = await runDesk(desk);
    expect(words(await again.inFile(id))).toEqual(['Ours.', 'Two.', 'Three.']);
  });

  test('that the journal holds in a damaged form do not keep the story from opening', async () => {
    const desk = await runDesk();
    const { id } = await story(desk);
    const [own] = await fs.readdir(path.join(desk.dataFolder, 'desks'));
    const journal = path.join(desk.dataFolder, 'desks', own!, 'journal');
    await fs.mkdir(journal);
    await fs.writeFile(path.join(journal, `${id}.json`), '{"article":');
    const opened = await desk.call('articles.open', { id });
    expect(opened.recovered).toBeUndefined();
    expect(opened.notices.join()).toContain(path.join(journal, `${id}.json`));
  });
});

describe('a folder of rescued words that cannot be read', () => {
  test('is told with every story, and does not keep Galley from starting', async () => {
    const first = await runDesk();
    const { id } = await story(first);
    await first.galley.close();
    const [own] = await fs.readdir(path.join(first.dataFolder, 'desks'));
    const journal = path.join(first.dataFolder, 'desks', own!, 'journal');
    // Rights do not stop everyone who runs the tests.
    const refused = Object.assign(new Error('EACCES'), { code: 'EACCES', syscall: 'scandir' });
    const { readdir } = fs;
    const disk = vi
      .spyOn(fs, 'readdir')
      .mockImplementation((...args: Parameters<typeof readdir>) =>
        args[0] === journal ? Promise.reject(refused) : readdir(...args),
      );
    const told = vi.spyOn(console, 'warn').mockImplementation(() => {});
    onTestFinished(() => void vi.restoreAllMocks());
    const desk = await runDesk(first);
    expect(told.mock.calls.join()).toContain(journal);
    expect((await desk.call('articles.open', { id })).notices.join()).toContain(journal);
    const fault = await faultOf(desk.call('articles.forgetRecovered', { id }));
    expect(fault).toMatchObject({ code: 'journal-unreadable' });
    expect(disk).toHaveBeenCalled();
  });
});

describe('a file that is not as it should be', () => {
  const damaged: [what: string, content: string | Uint8Array, code: string, says: string][] = [
    ['text that is not JSON', 'Dear reader,', 'not-json', 'Dear'],
    ['an empty file', '', 'not-json', 'article.json'],
    ['a file of NULs', new Uint8Array(500), 'nul', 'offset 0'],
    ['NULs at the end', '{"format": "galley-article"\0\0', 'nul', 'offset 27'],
    [
      'a wrong type',
      '{"format":"galley-article","version":1,"id":"a","created":"","modified":"","body":[{"type":"paragraph","content":[{"text":7}]}]}',
      'invalid',
      'body[0].content[0].text: expected text, got 7',
    ],
    ['another kind of file', '{"format":"letter"}', 'invalid', 'format'],
    ['bytes that are not UTF-8', new Uint8Array([0x7b, 0x22, 0xff, 0x22]), 'not-utf8', 'byte 2'],
    [
      'a version that cannot be read',
      '{"format":"galley-article","version":9,"id":3}',
      'newer-version',
      'version',
    ],
    ['over 16 MB', ' '.repeat(16 * 1024 * 1024 + 1), 'too-large', '16 MB'],
  ];

  test.each(damaged)(
    '%s is listed with its fault, refused, and left as it was',
    async (_, content, code, says) => {
      const desk = await runDesk({ samples: true });
      const folder = path.join(desk.folder, 'articles', '2026-01-01-damaged');
      await fs.mkdir(folder);
      await fs.writeFile(path.join(folder, 'article.json'), content);
      await desk.call('desk.rescan', {});
      const list = await desk.call('articles.list', {});
      const faulty = list.find(({ fault }) => fault !== undefined);
      expect(list.length).toBe(4);
      expect(faulty?.headline).toBe('2026-01-01-damaged');
      expect(faulty?.fault).toContain(says);
      const fault = await faultOf(desk.call('articles.open', { id: faulty!.id }));
      expect(fault.code).toBe(code);
      expect(fault.message).toContain(path.join(folder, 'article.json'));
      const after = await fs.readFile(path.join(folder, 'article.json'));
      expect(after.equals(Buffer.from(content))).toBe(true);
    },
  );

  test('a folder in the place of the file, and none at all, are listed with their fault', async () => {
    const desk = await runDesk();
    const articles = path.join(desk.folder, 'articles');
    await fs.mkdir(path.join(articles, 'a', 'article.json'), { recursive: true });
    await fs.mkdir(path.join(articles, 'b'));
    await desk.call('desk.rescan', {});
    const list = await desk.call('articles.list', {});
    const codes = await Promise.all(
      list.map(async ({ id }) => (await faultOf(desk.call('articles.open', { id }))).code),
    );
    expect(codes.sort()).toEqual(['is-a-folder', 'missing']);
  });

  test('a story of a newer version opens read-only and is never written', async () => {
    const desk = await runDesk();
    const { article, hash, id } = await story(desk);
    const file = path.join(await desk.folderOf(id), 'article.json');
    const newer = (await fs.readFile(file, 'utf8')).replace(
      /"version": \d+/u,
      `"version": ${VERSION + 1}`,
    );
    await fs.writeFile(file, newer);
    const opened = await desk.call('articles.open', { id });
    expect(opened.readOnly).toBe(true);
    for (const base of [hash, opened.hash]) {
      const ours = rewrite(article, 0, 'Ours.');
      const fault = await faultOf(desk.call('articles.save', { article: ours, base }));
      expect(fault.code).toBe('newer-version');
    }
    expect(await fs.readFile(file, 'utf8')).toBe(newer);
  });

  test('a lone surrogate, a byte order mark and CRLF are mended with a notice', async () => {
    const desk = await runDesk();
    const { id } = await story(desk);
    const file = path.join(await desk.folderOf(id), 'article.json');
    const text = (await fs.readFile(file, 'utf8')).replace('One.', 'One\\ud83d.');
    await fs.writeFile(file, `\uFEFF${text.replaceAll('\n', '\r\n')}`);
    const opened = await desk.call('articles.open', { id });
    expect(words(opened.article)[0]).toBe('One\uFFFD.');
    expect(opened.notices.length).toBe(2);
    const article = rewrite(opened.article, 1, 'Ours.');
    const saved = await desk.call('articles.save', { article, base: opened.hash });
    expect(saved.keptAs).toBeUndefined();
  });
});
