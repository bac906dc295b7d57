import fs from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { AppError } from '../../article/app-error.ts';
import type { Article } from '../../article/article.ts';
import { serializeArticle } from '../../article/article-file.ts';
import { p } from '../article/build.ts';
import { plainText } from '../../article/inline.ts';
import { ArticleSession } from '../../renderer/app/session/article-session.ts';
import { Timeline } from '../../renderer/app/session/timeline.ts';
import { Typing } from '../../renderer/app/session/typing.ts';
import type { SaveCall } from '../../renderer/app/session/session-host.ts';
import { type RunningDesk, runDesk } from '../electron/running-desk.ts';

/** A story of two paragraphs on a real desk, open in a session. */
async function open(save?: (desk: RunningDesk) => SaveCall) {
  const desk = await runDesk();
  const made = await desk.call('articles.create', {});
  const article = { ...made.article, headline: 'Harbour', body: [p('One.'), p('Two.')] };
  await desk.call('articles.save', { article, base: made.hash });
  const opened = await desk.call('articles.open', { id: article.id });
  const kept: Article[] = [];
  const session = new ArticleSession(
    opened,
    {
      save: save?.(desk) ?? ((args) => desk.call('articles.save', { ...args, window: 'w1' })),
      async keep(words) {
        kept.push(words);
        await desk.call('articles.keep', { article: words });
      },
      isOwn: () => false,
    },
    new Timeline({ typing: new Typing() }),
  );
  onTestFinished(() => session.dispose());
  return { desk, session, id: article.id, kept };
}

/** The article with other words in one paragraph. */
function rewrite(article: Article, index: number, text: string): Pick<Article, 'body'> {
  return {
    body: article.body.map((block, at) => (at === index ? { ...p(text), id: block.id } : block)),
  };
}

const words = ({ body }: Article) =>
  body.map((block) => ('content' in block ? plainText(block.content) : ''));

const never = () => Promise.reject(new Error('a read-only article is never written'));

/** Somebody else changes the file. */
async function changeOutside(desk: RunningDesk, id: string, change: (found: Article) => object) {
  const found = await desk.inFile(id);
  const file = path.join(await desk.folderOf(id), 'article.json');
  await fs.writeFile(file, serializeArticle({ ...found, ...change(found) }));
}

/** Lets a test hold a save back between the disk and its answer. */
function gate() {
  const arrived = Promise.withResolvers<void>();
  const opened = Promise.withResolvers<void>();
  let held = true;
  const through =
    (desk: RunningDesk): SaveCall =>
    async (args) => {
      const saved = await desk.call('articles.save', args);
      if (held) {
        held = false;
        arrived.resolve();
        await opened.promise;
      }
      return saved;
    };
  return { through, arrived: arrived.promise, release: () => opened.resolve() };
}

/** A host that writes, and is killed before its answers are heard; `start` starts it again. */
function mute() {
  let isMute = true;
  const sent: string[] = [];
  const through =
    (desk: RunningDesk): SaveCall =>
    async (args) => {
      sent.push(words(args.article).join(' '));
      if (!isMute) return desk.call('articles.save', args);
      // Only the first comes as far as the file.
      if (sent.length === 1) await desk.call('articles.save', args);
      throw new AppError('unreachable', 'no answer');
    };
  return { through, sent, speak: () => (isMute = false) };
}

describe('words', () => {
  test('are in the file within a second, also during steady typing', async () => {
    const { desk, session, id } = await open();
    for (let typed = 1; typed <= 24; typed += 1) {
      session.change({ standfirst: 'x'.repeat(typed) });
      expect(session.snapshot().save.kind).toBe('saving');
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    expect((await desk.inFile(id)).standfirst.length).toBeGreaterThan(3);
  });

  test('of a save whose answer was not heard are sent again before what was typed since, and no copy is made', async () => {
    const { through, sent, speak } = mute();
    const { desk, session, id } = await open(through);
    const type = (text: string) => session.change(rewrite(session.snapshot().article, 0, text));
    type('One a.');
    await session.flush();
    type('One b.');
    await session.flush();
    const again = await runDesk({ folder: desk.folder, dataFolder: desk.dataFolder });
    desk.call = again.call;
    speak();
    type('One c.');
    await session.flush();
    expect(sent).toEqual(['One a. Two.', 'One a. Two.', 'One a. Two.', 'One c. Two.']);
    expect(session.snapshot()).toMatchObject({ keptAs: undefined, save: { kind: 'saved' } });
    expect(words(await again.inFile(id))).toEqual(['One c.', 'Two.']);
    expect(await again.call('articles.list', {})).toHaveLength(1);
  });

  test('of a save that was only asked for are not written over those of others that came since', async () => {
    const { through, sent, speak } = mute();
    const { desk, session, id } = await open(through);
    await session.flush({ keepVersion: true });
    expect(session.snapshot().save.kind).toBe('failed');
    speak();
    await session.flush();
    expect(session.snapshot().save, 'the file has every word').toEqual({ kind: 'saved' });
    await changeOutside(desk, id, (found) => rewrite(found, 1, 'Theirs.'));
    session.takeUp(await desk.call('articles.open', { id }));
    session.change(rewrite(session.snapshot().article, 0, 'Ours.'));
    await session.flush();
    expect(sent.slice(1)).toEqual(['Ours. Theirs.']);
    expect(words(await desk.inFile(id))).toEqual(['Ours.', 'Theirs.']);
  });

  test('count as saved only when they are in the file', async () => {
    const { through, arrived, release } = gate();
    const { desk, session, id } = await open(through);
    session.change({ headline: 'Harbour opens' });
    const written = session.flush();
    await arrived;
    expect(session.snapshot().save.kind).toBe('saving');
    release();
    await written;
    expect(session.snapshot().save).toEqual({ kind: 'saved' });
    expect(session.dirty).toBe(false);
    expect(await desk.inFile(id)).toEqual(session.snapshot().article);
  });

  test('typed while others are being written are written next', async () => {
    const { through, arrived, release } = gate();
    const { desk, session, id } = await open(through);
    session.change({ headline: 'First' });
    const written = session.flush();
    await arrived;
    session.change({ headline: 'First and second' });
    release();
    await written;
    expect(session.dirty).toBe(true);
    expect(session.snapshot().save.kind).toBe('saving');
    await session.flush();
    expect((await desk.inFile(id)).headline).toBe('First and second');
  });

  test('are sent once, however many ask for it while a save is on its way', async () => {
    let sending = 0;
    const sent: string[] = [];
    const { session } = await open((desk) => async (args) => {
      sending += 1;
      sent.push(`${sending} ${args.article.headline}${args.keepVersion ? ', kept' : ''}`);
      const saved = await desk.call('articles.save', args);
      sending -= 1;
      return saved;
    });
    session.change({ headline: 'First' });
    const first = session.flush();
    await new Promise((resolve) => setTimeout(resolve));
    session.change({ headline: 'Second' });
    await Promise.all([first, session.flush(), session.flush({ keepVersion: true })]);
    expect(sent).toEqual(['1 First', '1 Second', '1 Second, kept']);
    expect(session.snapshot()).toMatchObject({ save: { kind: 'saved' }, changedBy: undefined });
  });

  test('are saved also where a view of them fails', async () => {
    const told = vi.spyOn(console, 'error').mockImplementation(() => {});
    onTestFinished(() => told.mockRestore());
    const { desk, session, id } = await open();
    session.change({ headline: 'Harbour opens' });
    const heard: string[] = [];
    session.subscribe(() => {
      throw new Error('a view');
    });
    session.subscribe(() => heard.push(session.snapshot().save.kind));
    await session.flush();
    expect(session.snapshot().save).toEqual({ kind: 'saved' });
    expect(heard).toEqual(['saved']);
    expect((await desk.inFile(id)).headline).toBe('Harbour opens');
    expect(String(told.mock.calls[0])).toContain('a view');
  });

  test('that take long to be written are said to, until a late answer says that they are', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    onTestFinished(() => void vi.useRealTimers());
    const { promise: answers, resolve: answer } = Promise.withResolvers<void>();
    const { desk, session, id } = await open((running) => async (args) => {
      await answers;
      return running.call('articles.save', args);
    });
    const state = () => session.snapshot().save;
    session.change({ headline: 'Harbour opens' });
    const written = session.flush();
    await vi.advanceTimersByTimeAsync(1900);
    expect(state()).toEqual({ kind: 'saving' });
    await vi.advanceTimersByTimeAsync(200);
    expect(state()).toEqual({ kind: 'saving', slow: 'still' });
    session.change({ standfirst: 'Typed meanwhile' });
    const repeated = session.flush();
    expect(state(), 'a repeated save changes nothing').toEqual({ kind: 'saving', slow: 'still' });
    await vi.advanceTimersByTimeAsync(13_000);
    expect(state()).toEqual({ kind: 'saving', slow: 'long' });
    vi.useRealTimers();
    answer();
    await written;
    expect(state(), 'the words that were typed since').toEqual({ kind: 'saving' });
    await repeated;
    expect(state()).toEqual({ kind: 'saved' });
    expect(await desk.inFile(id)).toMatchObject({
      headline: 'Harbour opens',
      standfirst: 'Typed meanwhile',
    });
  });

  test('typed while a save is under way are kept on this machine within a second, until they are saved', async () => {
    const { through, arrived, release } = gate();
    const { desk, session, id, kept } = await open(through);
    session.change({ headline: 'First' });
    const written = session.flush();
    await arrived;
    session.change({ headline: 'First and second' });
    await sleep(900);
    expect(kept.map(({ headline }) => headline)).toEqual(['First and second']);
    session.change({ headline: 'First, second and third' });
    await sleep(900);
    expect(kept.at(-1)!.headline).toBe('First, second and third');
    await sleep(900);
    expect(kept, 'once').toHaveLength(2);
    release();
    await written;
    await session.flush();
    expect((await desk.inFile(id)).headline).toBe('First, second and third');
    expect((await desk.call('articles.open', { id })).recovered).toBeUndefined();
  });

  test('typed while none can be written are kept on this machine within a second', async () => {
    const { desk, session, id, kept } = await open();
    await fs.rename(desk.folder, `${desk.folder}-away`);
    session.change({ headline: 'Kept' });
    await session.flush();
    session.change({ standfirst: 'And more' });
    await sleep(900);
    expect(kept.at(-1)).toMatchObject({ headline: 'Kept', standfirst: 'And more' });
    await fs.rename(`${desk.folder}-away`, desk.folder);
    await session.flush();
    expect((await desk.call('articles.open', { id })).recovered).toBeUndefined();
  });

  test('that were recovered stand alone: what only the file had is not left among them', async () => {
    const { desk, session, id } = await open();
    const recovered = session.snapshot().article;
    session.change({ urgency: 2, stamp: { printed: '11:01 JST' } });
    await session.flush();
    session.replace(recovered);
    await session.flush();
    const { modified, saves = {} } = await desk.inFile(id);
    expect(await desk.inFile(id)).toEqual({ ...recovered, modified, saves });
  });

  test('that cannot be written are kept, with the reason, until they can be', async () => {
    const { desk, session, id } = await open();
    const folder = await desk.folderOf(id);
    await fs.rename(folder, `${desk.folder}-aside`);
    await fs.rm(path.dirname(folder), { recursive: true });
    await fs.writeFile(path.dirname(folder), 'in the way');
    session.change({ headline: 'Kept' });
    await session.flush();
    expect(session.snapshot().save).toEqual({
      kind: 'failed',
      reason: expect.stringContaining('articles'),
    });
    session.change({ standfirst: 'And more' });
    expect(session.snapshot().save.kind, 'the warning stays while one types').toBe('failed');
    expect(session.snapshot().article).toMatchObject({ headline: 'Kept', standfirst: 'And more' });

    await fs.rm(path.dirname(folder));
    await fs.mkdir(path.dirname(folder));
    await fs.rename(`${desk.folder}-aside`, folder);
    await session.flush();
    expect(session.snapshot().save).toEqual({ kind: 'saved' });
    expect(await desk.inFile(id)).toMatchObject({ headline: 'Kept', standfirst: 'And more' });
  });

  test('cannot be changed in an article that is read-only', async () => {
    const { desk, id } = await open();
    const opened = await desk.call('articles.open', { id });
    const session = new ArticleSession(
      { ...opened, readOnly: true },
      { save: never, keep: never, isOwn: () => false },
      new Timeline({ typing: new Typing() }),
    );
    session.change({ headline: 'Other' });
    await session.flush({ keepVersion: true });
    expect(session.snapshot()).toMatchObject({
      article: { headline: 'Harbour' },
      save: { kind: 'read-only' },
    });
  });

  test('lose the NUL characters that some programs put on the clipboard', async () => {
    const { desk, session, id } = await open();
    session.change({ headline: 'Har\0bour' });
    await session.flush();
    expect(session.snapshot().save.kind).toBe('saved');
    expect((await desk.inFile(id)).headline).toBe('Harbour');
  });

  test('of an optional field can be taken away again', async () => {
    const { desk, session, id } = await open();
    session.change({ urgency: 2 });
    await session.flush();
    session.change({ urgency: undefined });
    await session.flush();
    expect('urgency' in (await desk.inFile(id))).toBe(false);
  });
});

describe('undo', () => {
  test('takes a change of a field back, and that is written as any change is', async () => {
    const { desk, session, id } = await open();
    session.change({ headline: 'Harbour opens', urgency: 2 });
    await session.flush();
    session.timeline.undo();
    expect(session.dirty).toBe(true);
    await session.flush();
    expect(await desk.inFile(id)).toEqual(session.snapshot().article);
    expect((await desk.inFile(id)).headline).toBe('Harbour');
    expect('urgency' in (await desk.inFile(id))).toBe(false);
    session.timeline.redo();
    expect(session.snapshot().article).toMatchObject({ headline: 'Harbour opens', urgency: 2 });
  });

  test('takes back what was done here and nothing of others who changed the story since', async () => {
    const { desk, session, id } = await open();
    const { timeline } = session;
    const article = () => session.snapshot().article;
    session.change({ headline: 'Ours' });
    session.change({ section: 'Ours' });
    await session.flush();
    await changeOutside(desk, id, () => ({ kicker: 'Theirs', section: 'Theirs' }));
    session.takeUp(await desk.call('articles.open', { id }));
    timeline.undo();
    timeline.undo();
    expect(article()).toMatchObject({ headline: 'Harbour', section: 'Theirs', kicker: 'Theirs' });
    timeline.redo();
    await changeOutside(desk, id, () => ({ standfirst: 'Theirs' }));
    await session.flush();
    expect(article()).toMatchObject({ headline: 'Ours', standfirst: 'Theirs', kicker: 'Theirs' });
    timeline.undo();
    expect(article()).toMatchObject({ headline: 'Harbour', standfirst: 'Theirs' });
  });

  test('ends where words of an earlier session were taken', async () => {
    const { session } = await open();
    session.change({ headline: 'Once more' });
    session.replace({ ...session.snapshot().article, headline: 'Recovered' });
    expect(session.timeline.snapshot().canUndo).toBe(false);
  });
});

describe('a change by someone else', () => {
  test('is taken up where nothing is unsaved, and the editor loads it', async () => {
    const { desk, session, id } = await open();
    await changeOutside(desk, id, () => ({ kicker: 'Theirs' }));
    const { load } = session.snapshot();
    session.takeUp(await desk.call('articles.open', { id }));
    expect(session.snapshot()).toMatchObject({ article: { kicker: 'Theirs' }, load: load + 1 });
  });

  test('leaves a story that only a newer Galley can write read-only', async () => {
    const { desk, session, id } = await open();
    await changeOutside(desk, id, () => ({ kicker: 'Theirs' }));
    session.takeUp({ ...(await desk.call('articles.open', { id })), readOnly: true });
    session.change({ kicker: 'Ours' });
    expect(session.snapshot()).toMatchObject({
      article: { kicker: 'Theirs' },
      save: { kind: 'read-only' },
    });
  });

  test('waits for the next save where something is unsaved, and is merged there', async () => {
    const { desk, session, id } = await open();
    session.change(rewrite(session.snapshot().article, 0, 'One, ours.'));
    await changeOutside(desk, id, (found) => rewrite(found, 1, 'Two, theirs.'));
    session.takeUp(await desk.call('articles.open', { id }));
    expect(words(session.snapshot().article)).toEqual(['One, ours.', 'Two.']);
    await session.flush();
    expect(words(session.snapshot().article)).toEqual(['One, ours.', 'Two, theirs.']);
    expect(session.snapshot()).toMatchObject({
      changedBy: [expect.any(String)],
      keptAs: undefined,
      load: 1,
    });
    expect(words(await desk.inFile(id))).toEqual(['One, ours.', 'Two, theirs.']);
  });

  test('at the same place of a line is there beside what was written here', async () => {
    const { desk, session, id } = await open();
    session.change(rewrite(session.snapshot().article, 0, 'One. Ours.'));
    await changeOutside(desk, id, (found) => rewrite(found, 0, 'One. Theirs.'));
    await session.flush();
    expect(words(session.snapshot().article)).toEqual(['One. Ours. Theirs.', 'Two.']);
    expect(session.snapshot().keptAs).toBeUndefined();
  });

  test('of the same words leaves both: theirs in the story, ours beside it', async () => {
    const { desk, session, id } = await open();
    session.change(rewrite(session.snapshot().article, 0, 'Ours.'));
    await changeOutside(desk, id, (found) => rewrite(found, 0, 'Theirs.'));
    await session.flush();
    expect(words(session.snapshot().article)).toEqual(['Theirs.', 'Two.']);
    const { keptAs } = session.snapshot();
    expect(words(await desk.inFile(keptAs?.id ?? ''))).toEqual(['Ours.', 'Two.']);
    session.acknowledge('keptAs', 'changedBy');
    expect(session.snapshot()).toMatchObject({ changedBy: undefined, keptAs: undefined });
  });

  test('of words in which one types is shown after a pause, never under the hands', async () => {
    const { desk, session, id } = await open();
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
    onTestFinished(() => void vi.useRealTimers());
    const saved = vi.fn<() => void>();
    session.subscribe(saved);
    const pass = async (time: number) => {
      saved.mockClear();
      await vi.advanceTimersByTimeAsync(time);
      for (let wait = 0; wait < 100 && saved.mock.calls.length === 0; wait += 1)
        // oxlint-disable-next-line no-await-in-loop
        await sleep(20);
    };
    session.change(rewrite(session.snapshot().article, 0, 'Ours.'));
    await changeOutside(desk, id, (found) => rewrite(found, 0, 'Theirs.'));
    await pass(600);
    expect(session.snapshot().keptAs, 'these words are safe').toBeDefined();
    expect(words(session.snapshot().article), 'and still there').toEqual(['Ours.', 'Two.']);
    session.change(rewrite(session.snapshot().article, 0, 'Ours and more.'));
    await vi.advanceTimersByTimeAsync(1400);
    expect(session.snapshot().load).toBe(0);
    await pass(100);
    await pass(1500);
    expect(words(session.snapshot().article)).toEqual(['Theirs.', 'Two.']);
    expect(session.dirty).toBe(false);
    const copy = await desk.inFile(session.snapshot().keptAs?.id ?? '');
    expect(words(copy)).toEqual(['Ours and more.', 'Two.']);
  });

  test('is said with who made it, until the person has seen that they write, too', async () => {
    const { desk, session, id } = await open();
    let saves = 0;
    const writeAsAna = async (text: string) => {
      saves += 1;
      await changeOutside(desk, id, (found) => ({
        ...rewrite(found, 1, text),
        saves: { ...found.saves, ana: saves },
      }));
    };
    const told = () => session.snapshot().changedBy?.filter((by) => by === 'ana');
    await writeAsAna('Two, theirs.');
    session.takeUp(await desk.call('articles.open', { id }), 'told');
    expect(told()).toEqual(['ana']);
    session.change(rewrite(session.snapshot().article, 0, 'One, ours.'));
    await writeAsAna('Two, theirs again.');
    await session.flush();
    expect(told(), 'once').toEqual(['ana']);
    session.acknowledge('changedBy');
    await writeAsAna('Two, theirs once more.');
    session.takeUp(await desk.call('articles.open', { id }), 'told');
    expect(words(session.snapshot().article)).toEqual(['One, ours.', 'Two, theirs once more.']);
    expect(told(), 'that is known').toBeUndefined();
    session.change(rewrite(session.snapshot().article, 0, 'One, mine.'));
    await changeOutside(desk, id, (found) => ({
      ...rewrite(found, 0, 'One, hers.'),
      saves: { ...found.saves, ana: 9 },
    }));
    await session.flush();
    expect(session.snapshot().keptAs?.by, 'whose words stand there').toContain('ana');
  });

  test('that arrives while one types elsewhere is merged with what was typed', async () => {
    const { through, arrived, release } = gate();
    const { desk, session, id } = await open(through);
    session.change({ kicker: 'Ours' });
    await changeOutside(desk, id, (found) => rewrite(found, 1, 'Two, theirs.'));
    const written = session.flush();
    await arrived;
    session.change(rewrite(session.snapshot().article, 0, 'One, typed meanwhile.'));
    release();
    await written;
    await session.flush();
    const both = ['One, typed meanwhile.', 'Two, theirs.'];
    expect(words(session.snapshot().article)).toEqual(both);
    expect(words(await desk.inFile(id))).toEqual(both);
    expect((await desk.inFile(id)).kicker).toBe('Ours');
  });

  test('that meets words typed while it was on its way loses neither side', async () => {
    const { through, arrived, release } = gate();
    const { desk, session, id } = await open(through);
    session.change({ kicker: 'Ours' });
    await changeOutside(desk, id, (found) => rewrite(found, 0, 'Theirs.'));
    const written = session.flush();
    await arrived;
    session.change(rewrite(session.snapshot().article, 0, 'Typed meanwhile.'));
    release();
    await written;
    expect(words(session.snapshot().article)).toEqual(['Typed meanwhile.', 'Two.']);
    await session.flush();
    const { keptAs } = session.snapshot();
    expect(words(await desk.inFile(id))).toEqual(['Theirs.', 'Two.']);
    expect(words(await desk.inFile(keptAs?.id ?? ''))).toEqual(['Typed meanwhile.', 'Two.']);
    expect(session.dirty).toBe(false);
  });
});
