import fs from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createArticle } from '../../article/article.ts';
import { p } from '../article/build.ts';
import { ArticleSession } from '../../renderer/app/session/article-session.ts';
import { Timeline } from '../../renderer/app/session/timeline.ts';
import { Typing } from '../../renderer/app/session/typing.ts';
import { photograph } from './pictures.ts';
import { type RunningDesk, faultOf, runDesk } from './running-desk.ts';
import { eventually } from './temporary.ts';

/** A story that is open in a window. */
async function open() {
  const desk = await runDesk();
  const { article } = await desk.call('articles.create', { window: 'window' });
  const opened = await desk.call('articles.open', { id: article.id, window: 'window' });
  const session = new ArticleSession(
    opened,
    {
      save: (args) => desk.call('articles.save', { ...args, window: 'window' }),
      keep: (words) => desk.call('articles.keep', { article: words, window: 'window' }),
      isOwn: () => false,
    },
    new Timeline({ typing: new Typing() }),
  );
  onTestFinished(() => session.dispose());
  return { desk, session, id: article.id };
}

/** Takes the disk of a desk away and leaves what it was mounted on; answers what brings it back. */
async function unmount({ folder }: RunningDesk, leave: readonly string[]) {
  await fs.rename(folder, `${folder}-away`);
  await fs.mkdir(folder);
  for (const name of leave) await fs.mkdir(path.join(folder, name));
  return async () => {
    await fs.rm(folder, { recursive: true });
    await fs.rename(`${folder}-away`, folder);
  };
}

describe.for([[[]], [['articles', '.galley', 'exports']]])(
  'a desk whose disk is gone, and %j is where it was',
  ([leave]) => {
    test('takes nothing, and nothing is made in its place', async () => {
      const { desk, session, id } = await open();
      session.change({ headline: 'Harbour', body: [p('One.')] });
      await session.flush();
      const mount = await unmount(desk, leave ?? []);
      const { article } = session.snapshot();
      const base = session.fileHash;
      const base64 = (await photograph()).toString('base64');
      const other = createArticle(new Date().toISOString(), { headline: 'Other' });
      const tries = {
        save: () => desk.call('articles.save', { article: { ...article, kicker: 'x' }, base }),
        over: () => desk.call('articles.save', { article, base, over: true }),
        create: () => desk.call('articles.create', {}),
        rename: () => desk.call('articles.rename', { id }),
        duplicate: () => desk.call('articles.duplicate', { id }),
        copy: () => desk.call('articles.duplicate', { id, article }),
        trash: () => desk.call('articles.trash', { id }),
        restore: () => desk.call('articles.restore', { id }),
        picture: () => desk.call('media.add', { id, name: 'quay.jpg', base64 }),
        import: () => desk.call('import.store', { article: other }),
        open: () => desk.call('articles.open', { id }),
        house: () => desk.call('house.change', { changes: { name: 'Other' } }),
      };
      const faults: Record<string, string> = {};
      for (const [name, work] of Object.entries(tries)) {
        // oxlint-disable-next-line no-await-in-loop
        faults[name] = (await faultOf(work())).code;
      }
      expect(faults).toEqual(
        Object.fromEntries(Object.keys(tries).map((name) => [name, 'desk-vanished'])),
      );
      await faultOf(desk.call('export.run', { id, format: 'html' }));
      expect((await desk.call('export.desk', { format: 'html' })).failed).toHaveLength(1);
      await faultOf(desk.call('desk.rescan', {}));
      expect((await fs.readdir(desk.folder, { recursive: true })).toSorted()).toEqual(
        (leave ?? []).toSorted(),
      );
      expect(await desk.call('articles.list', {})).toHaveLength(1);
      await mount();
    });

    test('is gone on with when it is back: nothing typed is lost, and no one has to ask', async () => {
      const { desk, session, id } = await open();
      session.change({ headline: 'Harbour', body: [p('One.')] });
      await session.flush();
      const mount = await unmount(desk, leave ?? []);
      let typed = '';
      for (let at = 0; at < 20; at += 1) {
        typed += `w${at} `;
        session.change({ standfirst: typed });
        // oxlint-disable-next-line no-await-in-loop
        await sleep(100);
      }
      expect(session.snapshot().save.kind).toBe('failed');
      await mount();
      typed += 'after';
      session.change({ standfirst: typed });
      await eventually(async () => expect((await desk.inFile(id)).standfirst).toBe(typed));
      await eventually(() => expect(session.snapshot().save.kind).toBe('saved'));
      const told = () => desk.events.filter(({ name }) => name === 'desk-reachable');
      await eventually(() => expect(told().at(-1)).toMatchObject({ data: { reachable: true } }));
      expect(await desk.call('articles.list', {})).toHaveLength(1);
      expect((await desk.call('articles.open', { id })).recovered).toBeUndefined();
    });
  },
);

describe.for([
  ['nothing', async () => {}],
  ['an empty folder', (folder: string) => fs.mkdir(folder)],
] as const)('a start that finds %s where the desk was', ([, leave]) => {
  async function start() {
    const desk = await runDesk({ samples: true });
    await desk.galley.close();
    await fs.rename(desk.folder, `${desk.folder}-away`);
    await leave(desk.folder);
    return { desk, again: (anew?: boolean) => runDesk({ ...desk, ...(anew && { anew }) }) };
  }

  test('makes no desk there, says what can be done, and goes on when it is back', async () => {
    const { desk, again } = await start();
    const fault = await faultOf(again());
    expect(fault.code).toBe('desk-missing');
    expect(fault.message).toContain(desk.folder);
    expect(await fs.readdir(desk.folder).catch(() => [])).toEqual([]);
    await fs.rm(desk.folder, { recursive: true, force: true });
    await fs.rename(`${desk.folder}-away`, desk.folder);
    expect(await (await again()).call('articles.list', {})).toHaveLength(3);
  });

  test('makes a new one when it is told to', async () => {
    const { again } = await start();
    const made = await again(true);
    expect(await made.call('articles.list', {})).toEqual([]);
    await made.galley.close();
    await again();
  });
});
