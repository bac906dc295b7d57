import path from 'node:path';
import { GalleyProcess } from './galley.ts';
import { beginStory, filesOf } from './stories.ts';

export interface RenamesResult {
  renames: number;
  looks: number;
  /** Lists in which a story was missing, stood twice or had words of before. */
  wrong: string[];
  /** Folders in the end that are one too many. */
  doubles: number;
}

/** Renames the folders of stories while the desk is looked at by two Galleys all the time. */
export async function renameDuringLooks(
  home: string,
  { stories, renames }: { stories: number; renames: number },
): Promise<RenamesResult> {
  const desk = path.join(home, 'desk');
  const one = await GalleyProcess.start(desk, path.join(home, 'data-0'));
  const two = await GalleyProcess.start(desk, path.join(home, 'data-1'));
  const galleys = [one, two];
  const result: RenamesResult = { renames: 0, looks: 0, wrong: [], doubles: 0 };
  try {
    const ids: string[] = [];
    for (let at = 0; at < stories; at += 1) {
      // oxlint-disable-next-line no-await-in-loop
      ids.push((await beginStory(galleys)).id);
    }
    const isOver = () => result.renames >= renames;
    const name = async (galley: GalleyProcess, own: readonly string[]) => {
      while (!isOver()) {
        const id = own[result.renames % own.length]!;
        // oxlint-disable-next-line no-await-in-loop
        const { article, hash } = await galley.call('articles.open', { id });
        const slugline = `name-${result.renames}`;
        // oxlint-disable-next-line no-await-in-loop
        await galley.call('articles.save', { article: { ...article, slugline }, base: hash });
        // oxlint-disable-next-line no-await-in-loop
        await galley.call('articles.rename', { id });
        result.renames += 1;
        // oxlint-disable-next-line no-await-in-loop
        const lines = await galley.call('articles.list', {});
        const mine = lines.filter((line) => line.id === id);
        if (mine.length !== 1 || mine[0]?.slugline !== slugline || lines.length !== stories) {
          const lost = ids.filter((story) => !lines.some((line) => line.id === story));
          result.wrong.push(
            `${slugline} of ${id}: ${lines.length} lines, without ${lost.join()}, ${JSON.stringify(mine)}`,
          );
        }
      }
    };
    const look = async (galley: GalleyProcess) => {
      while (!isOver()) {
        // oxlint-disable-next-line no-await-in-loop
        await galley.call('desk.rescan', {});
        result.looks += 1;
      }
    };
    const half = Math.ceil(stories / 2);
    await Promise.all([
      name(one, ids.slice(0, half)),
      name(two, ids.slice(half)),
      look(one),
      look(two),
    ]);
    result.doubles = (await filesOf(desk)).length - stories;
    return result;
  } finally {
    await Promise.all(galleys.map((galley) => galley.kill()));
  }
}
