import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { GalleyProcess } from '../torture/galley.ts';
import { beginStory } from '../torture/stories.ts';
import { Typist } from '../torture/typist.ts';
import { temporaryFolder } from './temporary.ts';

/** So much longer for each file: a save then takes five seconds. */
const SLOW = 800;

test.concurrent.for([4000, 9000])(
  'a Galley that is killed after %i ms of typing, on a disk where a save takes five seconds, lost one second at most',
  async (killAfter, { onTestFinished }) => {
    const home = await temporaryFolder(onTestFinished);
    const [desk, data] = [path.join(home, 'desk'), path.join(home, 'data')];
    const before = await GalleyProcess.start(desk, data);
    const story = await beginStory([before]);
    await before.kill();
    const slow = await GalleyProcess.start(desk, data, { slow: SLOW });
    const typist = new Typist(slow, story.id, story.paragraphs[0]!);
    typist.begin((await typist.open()).opened);
    await sleep(killAfter);
    const killed = performance.now();
    typist.stop();
    await slow.kill();

    const after = await GalleyProcess.start(desk, data);
    const { file, kept } = await new Typist(after, story.id, story.paragraphs[0]!).open();
    await after.kill();
    const found = new Set([...file, ...kept]);
    const { typed } = typist;
    const lost = typed.filter(({ word, at }) => at < killed - 1000 && !found.has(word));
    expect(lost).toEqual([]);
    expect(typed.length).toBeGreaterThan(10);
  },
);
