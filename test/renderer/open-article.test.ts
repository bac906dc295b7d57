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
import { type App, createApp } from '../../renderer/app/app.ts';
import {
  closeArticle,
  duplicateArticle,
  newArticle,
  openArticle,
} from '../../renderer/app/session/open-article.ts';
import { takeUpChange } from '../../renderer/app/session/take-up.ts';
import { askToTrash, tellBack, trashArticle } from '../../renderer/app/session/trash-article.ts';
import { clientOf, openWindow } from './window.ts';

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
  const app = openWindow(desk);
  const { id } = (await desk.call('articles.create', {})).article;
  await app.desk.read();
  await openArticle(app, id);
  const { session } = app.opened.snapshot();
  if (session === undefined) throw new Error('nothing is open');
  return { app, desk, session, id };
}

/** Opens another story, and this one again. */
async function leaveAndComeBack({ app, desk, id }: Awaited<ReturnType<typeof open>>) {
  const other = (await desk.call('articles.create', {})).article.id;
  await openArticle(app, other);
  await openArticle(app, id);
  return app.opened.snapshot().session!;
}

/** A story that was begun in the window. */
async function begin() {
  const { app, desk } = await open();
  await newArticle(app);
  const { session } = app.opened.snapshot();
  return { app, desk, session: session!, id: session!.id };
}

const isOnDesk = async ({ desk }: App, id: string) => {
  await desk.read();
  return desk.snapshot().all.some((article) => article.id === id);
};

describe('a copy of a story', () => {
  test('has the last words of it', async () => {
    const { app, session, id } = await open();
    session.change({ headline: 'Harbour opens' });
    await duplicateArticle(app, id);
    const copy = app.opened.snapshot().session!;
    expect(copy.id).not.toBe(id);
    expect(copy.snapshot().article.headline).toBe('Harbour opens');
  });

  test('is not made of an old file when the last words cannot be written', async () => {
    const { app, desk, session, id } = await open();
    const file = await lock(desk, id);
    session.change({ headline: 'Harbour opens' });
    const fault = await faultOf(duplicateArticle(app, id));
    expect(fault.code).toBe('unsaved');
    expect(fault.message).toContain(file);
    expect(app.opened.snapshot().session).toBe(session);
    await app.desk.read();
    expect(app.desk.snapshot().all).toHaveLength(1);
  });
});

test('a story that came from a file says what could not be brought along', async () => {
  const { app, desk } = await open();
  const { id } = (await desk.call('articles.create', {})).article;
  await openArticle(app, id, { notices: ['A picture was not taken.'] });
  expect(app.opened.snapshot()).toMatchObject({
    session: { id },
    notices: ['A picture was not taken.'],
  });
});

test('a window tells its host which words are in no file, and why', async () => {
  const { app, desk, session, id } = await open();
  session.change({ headline: 'Harbour opens' });
  await session.flush();
  expect(app.sessions.unwritten().filter(({ article }) => article.id === id)).toEqual([]);
  const file = await lock(desk, id);
  session.change({ headline: 'Harbour closes' });
  await session.flush();
  expect(app.sessions.unwritten().filter(({ article }) => article.id === id)).toEqual([
    { article: session.snapshot().article, reason: expect.stringContaining(file) },
  ]);
});

/** Leaves a story for another; holds nothing of its words. */
async function leaveOne() {
  const { app, desk, session, id } = await open();
  session.change({ headline: 'Harbour opens' });
  await session.flush();
  const words = new WeakRef(session.snapshot().article);
  await openArticle(app, (await desk.call('articles.create', {})).article.id);
  return { app, words, id };
}

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
    const { app, words, id } = await leaveOne();
    await eventually(() => {
      collect();
      expect(words.deref() === undefined).toBe(true);
    });
    await openArticle(app, id);
    expect(app.opened.snapshot().session?.timeline.snapshot().canUndo).toBe(true);
  });

  test('is forgotten with what was done to it when it goes to the trash', async () => {
    const { app, desk, session, id } = await open();
    session.change({ headline: 'Harbour opens' });
    await trashArticle(app, id);
    expect(app.opened.snapshot().session).toBeUndefined();
    await desk.call('articles.restore', { id });
    await openArticle(app, id);
    const again = app.opened.snapshot().session!;
    expect(again.snapshot().article.headline).toBe('Harbour opens');
    expect(again.timeline.snapshot().canUndo).toBe(false);
  });
});

describe('a story on its way to the trash', () => {
  test('takes no more words, which would be lost', async () => {
    const { app, desk, id } = await open();
    const { handlers } = desk.galley;
    const trash = handlers['articles.trash'];
    const { promise: released, resolve: release } = Promise.withResolvers<void>();
    const { promise: arrived, resolve: arrive } = Promise.withResolvers<void>();
    handlers['articles.trash'] = async (args) => {
      arrive();
      await released;
      return trash(args);
    };
    const trashed = trashArticle(app, id);
    await arrived;
    expect(app.opened.snapshot().session).toBeUndefined();
    release();
    await trashed;
    expect(await isOnDesk(app, id)).toBe(false);
  });

  test('is asked about where someone else is in it', async () => {
    const { app, desk, id } = await open();
    const ana = { id, installation: 'ana', name: 'Ana', machine: 'desk', since: '', writes: true };
    app.presence.takeUp([ana]);
    await askToTrash(app, id);
    expect(app.dialogs.snapshot().open).toMatchObject({
      kind: 'trash',
      id,
      people: [{ name: 'Ana' }],
    });
    expect(await isOnDesk(app, id)).toBe(true);
    app.presence.takeUp([]);
    await askToTrash(app, id);
    expect(await isOnDesk(app, id)).toBe(false);
    // She goes on writing.
    app.notices.set({ list: [] });
    await trashArticle(app, (await desk.call('articles.create', {})).article.id);
    tellBack(app, { id, headline: 'Harbour', by: 'ana' });
    expect(app.notices.snapshot().list.at(-1)?.text).toBe(
      'Ana went on writing: “Harbour” is on the desk again.',
    );
  });

  test('that comes back with what is typed into it here can be left there, with these words', async () => {
    const { app, desk, session, id } = await open();
    await desk.call('settings.change', { person: { name: 'Ana' } });
    await desk.call('articles.trash', { id });
    session.change({ headline: 'Written on' });
    await session.flush();
    expect(session.snapshot().fromTrash).toEqual({ name: 'Ana', here: true });
    expect(await isOnDesk(app, id)).toBe(true);
    await trashArticle(app, id);
    expect(await isOnDesk(app, id)).toBe(false);
    await desk.call('articles.restore', { id });
    expect((await desk.inFile(id)).headline).toBe('Written on');
  });

  test('is shown again where it cannot get there', async () => {
    const { app, desk, session, id } = await open();
    await fs.rename(desk.folder, `${desk.folder}-away`);
    await faultOf(trashArticle(app, id));
    await fs.rename(`${desk.folder}-away`, desk.folder);
    expect(app.opened.snapshot().session).toBe(session);
    session.change({ headline: 'Harbour opens' });
    await session.flush();
    expect((await desk.inFile(id)).headline).toBe('Harbour opens');
  });
});

describe('a story that was begun and has no word', () => {
  test('does not stay on the desk when it is closed', async () => {
    const { app, id } = await begin();
    closeArticle(app);
    await eventually(async () => expect(await isOnDesk(app, id)).toBe(false));
  });

  test('nor when the next story cannot be opened', async () => {
    const { app, id } = await begin();
    await openArticle(app, 'gone');
    expect(app.opened.snapshot().fault?.id).toBe('gone');
    await eventually(async () => expect(await isOnDesk(app, id)).toBe(false));
  });

  test('stays with a word', async () => {
    const { app, desk, session, id } = await begin();
    session.change({ headline: 'Harbour opens' });
    closeArticle(app);
    await eventually(async () => expect((await desk.inFile(id)).headline).toBe('Harbour opens'));
    expect(await isOnDesk(app, id)).toBe(true);
  });

  test('is not looked for when somebody has removed it already', async () => {
    const { app, desk, id } = await begin();
    await desk.call('articles.trash', { id });
    app.notices.set({ list: [] });
    closeArticle(app);
    await eventually(async () => expect(await isOnDesk(app, id)).toBe(false));
    expect(app.notices.snapshot().list).toEqual([]);
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
async function tellAll(app: App, { events }: RunningDesk): Promise<void> {
  const changes = events.filter(({ name }) => name === 'article-changed');
  await Promise.all(
    changes.map(({ data }) => takeUpChange(app, data as Events['article-changed'])),
  );
}

describe('what another window saved', () => {
  test('is taken up without a word', async () => {
    const { app, desk, session, id } = await open();
    await saveElsewhere(desk, id, 'Elsewhere');
    await tellAll(app, desk);
    expect(session.snapshot().article.kicker).toBe('Elsewhere');
    expect(app.notices.snapshot().list).toEqual([]);
  });

  test('is taken up also where it is told before the answer to the save before it', async () => {
    const { app, desk, session, id } = await open();
    const { arrived, release } = holdAnswer(desk);
    session.change({ headline: 'Ours' });
    const flushed = session.flush();
    await arrived;
    await saveElsewhere(desk, id, 'Elsewhere');
    const takenUp = tellAll(app, desk);
    release();
    await Promise.all([flushed, takenUp]);
    expect(session.snapshot()).toMatchObject({
      article: { headline: 'Ours', kicker: 'Elsewhere' },
      save: { kind: 'saved' },
    });
  });
});

test('two apps in one page share its storage and their desk, and nothing else', async () => {
  const { app, desk, session, id } = await open();
  const other = createApp(clientOf(desk));
  await openArticle(other, id);
  const there = other.opened.snapshot().session!;
  session.change({ headline: 'Here' });
  there.change({ kicker: 'There' });
  await session.flush();
  await there.flush();
  expect(there.snapshot().article).toMatchObject({ headline: 'Here', kicker: 'There' });
  await tellAll(app, desk);
  expect(session.snapshot().article).toMatchObject({ headline: 'Here', kicker: 'There' });
  there.timeline.undo();
  expect(there.snapshot().article).toMatchObject({ headline: 'Here', kicker: '' });
  other.notices.tell('There');
  closeArticle(other);
  expect(app.notices.snapshot().list).toEqual([]);
  expect(app.opened.snapshot().session).toBe(session);
});

describe('words that meet those of another window', () => {
  test('become one story beside it, also while one types on', async () => {
    const { app, desk, session, id } = await open();
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
    await tellAll(app, desk);
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

  test('are said to be in the way of an undo, which leaves them', async () => {
    const { app, desk, session, id } = await open();
    session.change({ standfirst: 'Ours' });
    await session.flush();
    await changeElsewhere(desk, id, { standfirst: 'Theirs' });
    await tellAll(app, desk);
    session.timeline.undo();
    expect(session.snapshot().article.standfirst).toBe('Theirs');
    expect(app.notices.snapshot().list.at(-1)?.text).toMatch(
      /^Someone else has changed these words/u,
    );
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
