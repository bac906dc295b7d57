import fs from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, test } from 'vitest';
import { VERSION } from '../../article/migrations.ts';
import type { Article } from '../../article/article.ts';
import { linesOf } from '../../article/blocks/holds.ts';
import { p } from '../article/build.ts';
import type { Events } from '../../electron/contract/events.ts';
import { type RunningDesk, faultOf, runDesk } from '../electron/running-desk.ts';
import { eventually } from '../electron/temporary.ts';
import { speakTo, stubWindow } from './window.ts';

stubWindow();
const { desk: shown, readDesk } = await import('../../renderer/app/desk/desk-store.ts');
const { takeUpChange } = await import('../../renderer/app/session/take-up.ts');
const { closeArticle, duplicateArticle, newArticle, opened, openArticle } =
  await import('../../renderer/app/session/open-article.ts');
const { askToTrash, tellBack, trashArticle } =
  await import('../../renderer/app/session/trash-article.ts');
const { dialogs } = await import('../../renderer/app/dialog-store.ts');
const { takeUpPeople } = await import('../../renderer/app/people/follow-presence.ts');
const { unwritten } = await import('../../renderer/app/session/sessions.ts');
const { notices } = await import('../../renderer/app/notices.ts');

/** Makes the file of a story one that can be read and not written. */
async function lock(desk: RunningDesk, id: string): Promise<string> {
  const file = path.join(await desk.folderOf(id), 'article.json');
  const text = await fs.readFile(file, 'utf8');
  await fs.writeFile(file, text.replace(/"version": \d+/u, `"version": ${VERSION + 1}`));
  return file;
}

/** A story of a desk, open in the window. */
async function open() {
  const desk = await runDesk();
  speakTo(desk);
  const { id } = (await desk.call('articles.create', {})).article;
  await readDesk();
  await openArticle(id);
  const { session } = opened.snapshot();
  if (session === undefined) throw new Error('nothing is open');
  return { desk, session, id };
}

/** Opens another story, and this one again. */
async function leaveAndComeBack({ desk, id }: Awaited<ReturnType<typeof open>>) {
  const other = (await desk.call('articles.create', {})).article.id;
  await openArticle(other);
  await openArticle(id);
  return opened.snapshot().session!;
}

/** A story that was begun in the window. */
async function begin() {
  const { desk } = await open();
  await newArticle();
  const { session } = opened.snapshot();
  return { desk, session: session!, id: session!.id };
}

const isOnDesk = async (id: string) => {
  await readDesk();
  return shown.snapshot().all.some((article) => article.id === id);
};

describe('a copy of a story', () => {
  test('has the last words of it', async () => {
    const { session, id } = await open();
    session.change({ headline: 'Harbour opens' });
    await duplicateArticle(id);
    const copy = opened.snapshot().session!;
    expect(copy.id).not.toBe(id);
    expect(copy.snapshot().article.headline).toBe('Harbour opens');
  });

  test('is not made of an old file when the last words cannot be written', async () => {
    const { desk, session, id } = await open();
    const file = await lock(desk, id);
    session.change({ headline: 'Harbour opens' });
    const fault = await faultOf(duplicateArticle(id));
    expect(fault.code).toBe('unsaved');
    expect(fault.message).toContain(file);
    expect(opened.snapshot().session).toBe(session);
    await readDesk();
    expect(shown.snapshot().all).toHaveLength(1);
  });
});

test('a story that came from a file says what could not be brought along', async () => {
  const { desk } = await open();
  const { id } = (await desk.call('articles.create', {})).article;
  await openArticle(id, { notices: ['A picture was not taken.'] });
  expect(opened.snapshot()).toMatchObject({
    session: { id },
    notices: ['A picture was not taken.'],
  });
});

test('a window tells its host which words are in no file, and why', async () => {
  const { desk, session, id } = await open();
  session.change({ headline: 'Harbour opens' });
  await session.flush();
  expect(unwritten().filter(({ article }) => article.id === id)).toEqual([]);
  const file = await lock(desk, id);
  session.change({ headline: 'Harbour closes' });
  await session.flush();
  expect(unwritten().filter(({ article }) => article.id === id)).toEqual([
    { article: session.snapshot().article, reason: expect.stringContaining(file) },
  ]);
});

describe('a story that was left', () => {
  test('can be undone when it is opened again', async () => {
    const story = await open();
    story.session.change({ headline: 'Harbour opens' });
    const again = await leaveAndComeBack(story);
    expect(again).not.toBe(story.session);
    again.timeline.undo();
    expect(again.snapshot().article.headline).toBe('');
    expect((await leaveAndComeBack(story)).snapshot().article.headline).toBe('');
    expect((await story.desk.inFile(story.id)).headline).toBe('');
  });

  test('holds no words in memory that nothing can bring back', async () => {
    setFlagsFromString('--expose-gc');
    const collect = runInNewContext('gc') as () => void;
    const leaveOne = async () => {
      const { desk, session, id } = await open();
      session.change({ headline: 'Harbour opens' });
      await session.flush();
      const words = new WeakRef(session.snapshot().article);
      await openArticle((await desk.call('articles.create', {})).article.id);
      return { words, id };
    };
    const { words, id } = await leaveOne();
    await eventually(() => {
      collect();
      expect(words.deref() === undefined).toBe(true);
    });
    await openArticle(id);
    expect(opened.snapshot().session?.timeline.snapshot().canUndo).toBe(true);
  });

  test('is forgotten with what was done to it when it goes to the trash', async () => {
    const { desk, session, id } = await open();
    session.change({ headline: 'Harbour opens' });
    await trashArticle(id);
    expect(opened.snapshot().session).toBeUndefined();
    await desk.call('articles.restore', { id });
    await openArticle(id);
    const again = opened.snapshot().session!;
    expect(again.snapshot().article.headline).toBe('Harbour opens');
    expect(again.timeline.snapshot().canUndo).toBe(false);
  });
});

describe('a story on its way to the trash', () => {
  test('takes no more words, which would be lost', async () => {
    const { desk, id } = await open();
    const { handlers } = desk.galley;
    const trash = handlers['articles.trash'];
    const { promise: released, resolve: release } = Promise.withResolvers<void>();
    const { promise: arrived, resolve: arrive } = Promise.withResolvers<void>();
    handlers['articles.trash'] = async (args) => {
      arrive();
      await released;
      return trash(args);
    };
    const trashed = trashArticle(id);
    await arrived;
    expect(opened.snapshot().session).toBeUndefined();
    release();
    await trashed;
    expect(await isOnDesk(id)).toBe(false);
  });

  test('is asked about where someone else is in it', async () => {
    const { desk, id } = await open();
    const ana = { id, installation: 'ana', name: 'Ana', machine: 'desk', since: '', writes: true };
    takeUpPeople([ana]);
    await askToTrash(id);
    expect(dialogs.snapshot().open).toMatchObject({ kind: 'trash', id, people: [{ name: 'Ana' }] });
    expect(await isOnDesk(id)).toBe(true);
    takeUpPeople([]);
    await askToTrash(id);
    expect(await isOnDesk(id)).toBe(false);
    // She goes on writing.
    notices.set({ list: [] });
    await trashArticle((await desk.call('articles.create', {})).article.id);
    tellBack({ id, headline: 'Harbour', by: 'ana' });
    expect(notices.snapshot().list.at(-1)?.text).toBe(
      'Ana went on writing: “Harbour” is on the desk again.',
    );
  });

  test('that comes back with what is typed into it here can be left there, with these words', async () => {
    const { desk, session, id } = await open();
    await desk.call('settings.change', { person: { name: 'Ana' } });
    await desk.call('articles.trash', { id });
    session.change({ headline: 'Written on' });
    await session.flush();
    expect(session.snapshot().fromTrash).toEqual({ name: 'Ana', here: true });
    expect(await isOnDesk(id)).toBe(true);
    await trashArticle(id);
    expect(await isOnDesk(id)).toBe(false);
    await desk.call('articles.restore', { id });
    expect((await desk.inFile(id)).headline).toBe('Written on');
  });

  test('is shown again where it cannot get there', async () => {
    const { desk, session, id } = await open();
    await fs.rename(desk.folder, `${desk.folder}-away`);
    await faultOf(trashArticle(id));
    await fs.rename(`${desk.folder}-away`, desk.folder);
    expect(opened.snapshot().session).toBe(session);
    session.change({ headline: 'Harbour opens' });
    await session.flush();
    expect((await desk.inFile(id)).headline).toBe('Harbour opens');
  });
});

describe('a story that was begun and has no word', () => {
  test('does not stay on the desk when it is closed', async () => {
    const { id } = await begin();
    closeArticle();
    await eventually(async () => expect(await isOnDesk(id)).toBe(false));
  });

  test('nor when the next story cannot be opened', async () => {
    const { id } = await begin();
    await openArticle('gone');
    expect(opened.snapshot().fault?.id).toBe('gone');
    await eventually(async () => expect(await isOnDesk(id)).toBe(false));
  });

  test('stays with a word', async () => {
    const { desk, session, id } = await begin();
    session.change({ headline: 'Harbour opens' });
    closeArticle();
    await eventually(async () => expect((await desk.inFile(id)).headline).toBe('Harbour opens'));
    expect(await isOnDesk(id)).toBe(true);
  });

  test('is not looked for when somebody has removed it already', async () => {
    const { desk, id } = await begin();
    await desk.call('articles.trash', { id });
    notices.set({ list: [] });
    closeArticle();
    await eventually(async () => expect(await isOnDesk(id)).toBe(false));
    expect(notices.snapshot().list).toEqual([]);
  });
});

/** Another window of the desk writes a kicker into the story. */
async function saveElsewhere(desk: RunningDesk, id: string, kicker: string): Promise<void> {
  await changeElsewhere(desk, id, { kicker });
}

async function changeElsewhere(desk: RunningDesk, id: string, change: Partial<Article>) {
  const { article, hash } = await desk.call('articles.open', { id });
  await desk.call('articles.save', { article: { ...article, ...change }, base: hash });
}

/** Holds the answer to the next save of this window back until `release`. */
function holdAnswer({ galley: { handlers } }: RunningDesk) {
  const { promise: released, resolve: release } = Promise.withResolvers<void>();
  const { promise: arrived, resolve: arrive } = Promise.withResolvers<void>();
  const save = handlers['articles.save'];
  handlers['articles.save'] = async (args) => {
    handlers['articles.save'] = save;
    const saved = await save(args);
    arrive();
    await released;
    return saved;
  };
  return { arrived, release };
}

/** Tells the window all that was told of saves; resolves when it is done with that. */
async function tellAll({ events }: RunningDesk): Promise<void> {
  const changes = events.filter(({ name }) => name === 'article-changed');
  await Promise.all(changes.map(({ data }) => takeUpChange(data as Events['article-changed'])));
}

describe('what another window saved', () => {
  test('is taken up without a word', async () => {
    const { desk, session, id } = await open();
    await saveElsewhere(desk, id, 'Elsewhere');
    await tellAll(desk);
    expect(session.snapshot().article.kicker).toBe('Elsewhere');
    expect(notices.snapshot().list).toEqual([]);
  });

  test('is taken up also where it is told before the answer to the save before it', async () => {
    const { desk, session, id } = await open();
    const { arrived, release } = holdAnswer(desk);
    session.change({ headline: 'Ours' });
    const flushed = session.flush();
    await arrived;
    await saveElsewhere(desk, id, 'Elsewhere');
    const takenUp = tellAll(desk);
    release();
    await Promise.all([flushed, takenUp]);
    expect(session.snapshot()).toMatchObject({
      article: { headline: 'Ours', kicker: 'Elsewhere' },
      save: { kind: 'saved' },
    });
  });
});

describe('words that meet those of another window', () => {
  test('become one story beside it, also while one types on', async () => {
    const { desk, session, id } = await open();
    session.change({ headline: 'Harbour', standfirst: 'Begun.' });
    await session.flush();
    session.change({ headline: 'Port op', standfirst: 'Ours' });
    await changeElsewhere(desk, id, { headline: 'Harbour shut', standfirst: 'Theirs' });
    const { arrived, release } = holdAnswer(desk);
    const flushed = session.flush();
    await arrived;
    session.change({ headline: 'Port opens', standfirst: 'Ours, typed on' });
    release();
    await flushed;
    await session.flush();
    const stories = await desk.call('articles.list', {});
    expect(stories.map(({ headline }) => headline).toSorted()).toEqual([
      'Harbour shut',
      'Port opens (conflict copy)',
    ]);
    const { article, keptAs } = session.snapshot();
    expect(article).toMatchObject({ headline: 'Harbour shut', standfirst: 'Theirs' });
    expect(keptAs?.headline).toBe('Port opens (conflict copy)');
    expect(await desk.inFile(keptAs?.id ?? '')).toMatchObject({
      headline: 'Port opens (conflict copy)',
      standfirst: 'Ours, typed on',
    });
    expect(session.dirty).toBe(false);
    await changeElsewhere(desk, id, { kicker: 'Later' });
    await tellAll(desk);
    expect(session.snapshot().article.kicker).toBe('Later');
  });

  test('stay kept on this machine as they are typed while the copy is being written', async () => {
    const { desk, session, id } = await open();
    session.change({ standfirst: 'Ours' });
    await changeElsewhere(desk, id, { standfirst: 'Theirs' });
    const first = holdAnswer(desk);
    const copied = session.flush();
    await first.arrived;
    session.change({ standfirst: 'Ours, typed on' });
    first.release();
    await copied;
    const second = holdAnswer(desk);
    const written = session.flush();
    await second.arrived;
    session.change({ standfirst: 'Ours, typed on and on' });
    await sleep(900);
    second.release();
    await written;
    const { recovered } = await desk.call('articles.open', { id });
    expect(recovered?.article.standfirst).toBe('Ours, typed on and on');
    await session.flush();
    expect((await desk.call('articles.open', { id })).recovered).toBeUndefined();
  });

  test('stay in that one where someone has changed it meanwhile, beside what that one says', async () => {
    const { desk, session, id } = await open();
    session.change({ body: [p('Ours.')] });
    await changeElsewhere(desk, id, { body: [p('Theirs.')], standfirst: 'Theirs.' });
    session.change({ standfirst: 'Ours.' });
    const { arrived, release } = holdAnswer(desk);
    const flushed = session.flush();
    await arrived;
    session.change({ standfirst: 'Ours, typed on.' });
    release();
    await flushed;
    const copy = session.snapshot().keptAs?.id ?? '';
    await changeElsewhere(desk, copy, { body: [p('Made better elsewhere.')] });
    await session.flush();
    expect(session.snapshot().keptAs?.id).toBe(copy);
    const { standfirst, body } = await desk.inFile(copy);
    expect(standfirst).toBe('Ours, typed on.');
    expect(linesOf(body)).toEqual(['Made better elsewhere.']);
    expect(await desk.call('articles.list', {})).toHaveLength(2);
  });

  test('leave an undo that takes back what is written from then on, and nothing of theirs', async () => {
    const { desk, session, id } = await open();
    session.change({ standfirst: 'Ours' });
    await changeElsewhere(desk, id, { standfirst: 'Theirs' });
    await session.flush();
    session.change({ kicker: 'After' });
    session.timeline.undo();
    session.timeline.undo();
    await session.flush();
    expect(await desk.inFile(id)).toMatchObject({ standfirst: 'Theirs', kicker: '' });
  });
});
