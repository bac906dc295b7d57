import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import type { Article } from '../../article/article.ts';
import { p } from '../../article/build.ts';
import { plainText } from '../../article/inline.ts';
import { ArticleSession } from '../../renderer/session/article-session.ts';
import { GalleyProcess } from '../torture/galley.ts';
import { type BegunStory, beginStory } from '../torture/stories.ts';
import { temporaryFolder } from './temporary.ts';

/** So much longer for each file: a save then takes five seconds. */
const SLOW = 800;

const textOf = ({ body }: Article) =>
  body.map((block) => ('content' in block ? plainText(block.content) : '')).join('\n');

/** Types a word at each tenth of a second, and answers them with their times when Galley is killed. */
async function typeUntilKilled(
  galley: GalleyProcess,
  { id, paragraphs }: BegunStory,
  killAfter: number,
): Promise<{ word: string; at: number }[]> {
  const opened = await galley.call('articles.open', { id, window: 'window' });
  const session = new ArticleSession(opened, {
    save: (args) => galley.call('articles.save', { ...args, window: 'window' }),
    keep: (article) => galley.call('articles.keep', { article, window: 'window' }),
  });
  const typed: { word: string; at: number }[] = [];
  const start = performance.now();
  while (performance.now() - start < killAfter) {
    const word = `w${typed.length}z`;
    const { body } = session.snapshot().article;
    session.change({
      body: body.map((block) =>
        block.id === paragraphs[0] && 'content' in block
          ? { ...p(`${plainText(block.content)} ${word}`), id: block.id }
          : block,
      ),
    });
    typed.push({ word, at: performance.now() - start });
    // oxlint-disable-next-line no-await-in-loop
    await sleep(100);
  }
  session.dispose();
  await galley.kill();
  return typed;
}

test.concurrent.for([4000, 9000])(
  'a Galley that is killed after %i ms of typing, on a disk where a save takes five seconds, lost one second at most',
  async (killAfter, { onTestFinished }) => {
    const home = await temporaryFolder(onTestFinished);
    const [desk, data] = [path.join(home, 'desk'), path.join(home, 'data')];
    const before = await GalleyProcess.start(desk, data);
    const story = await beginStory([before]);
    await before.kill();
    const slow = await GalleyProcess.start(desk, data, { slow: SLOW });
    const typed = await typeUntilKilled(slow, story, killAfter);

    const after = await GalleyProcess.start(desk, data);
    const { article, recovered } = await after.call('articles.open', { id: story.id });
    await after.kill();
    const found = `${textOf(article)}\n${recovered ? textOf(recovered.article) : ''}`;
    const lost = typed.filter(({ word, at }) => at < killAfter - 1000 && !found.includes(word));
    expect(lost).toEqual([]);
    expect(typed.length).toBeGreaterThan(10);
  },
);
