import path from 'node:path';
import { parseArgs } from 'node:util';
import type { Finding } from '../../article/check.ts';
import { defaultDataFolder } from '../folders.ts';
import type { ArticleIndex } from '../services/article-index.ts';
import { checkStory, copyFinding } from '../services/check-story.ts';
import { scanDesk } from '../services/desk-scan.ts';
import type { Desk } from '../services/desk.ts';
import { openShelf } from '../services/open-shelf.ts';
import { PictureCache } from '../services/picture-cache.ts';
import { PublishedMedia } from '../services/published-media.ts';
import { type Target, readTarget, storyFiles } from './export-targets.ts';
import { type Terminal, eachOf } from './terminal.ts';
import { UsageError } from './usage.ts';

/** `galley check`: answers the exit code, 1 if an export would stop. */
export async function checkArticles(args: string[], terminal: Terminal): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { json: { type: 'boolean', default: false } },
  });
  if (positionals.length === 0) throw new UsageError('which story or desk?');
  const indexes = new Map<string, Promise<ArticleIndex>>();
  const media = new PublishedMedia(new PictureCache(path.join(defaultDataFolder(), 'pictures')));
  const counts = { error: 0, warning: 0, story: 0 };

  const check = async (file: string, { kind, desk }: Target) => {
    const index = desk && (await indexOf(desk, indexes));
    const options = { resolve: (id: string) => index?.story(id), isNamed: kind === 'article' };
    const findings = [
      ...(await checkStory(file, media, options)),
      ...(desk && index ? copiesElsewhere(file, desk, index) : []),
    ];
    counts.story += 1;
    for (const finding of findings) {
      const { severity, code, path: place, message } = finding;
      counts[severity] += 1;
      if (values.json) {
        terminal.print(`${JSON.stringify({ file, path: place, severity, code, message })}\n`);
      } else {
        const where = place === '' ? file : `${file}: ${place}`;
        terminal.print(`${severity}: ${where}: ${message.replace(/\s*\n\s*/gu, ' ')}\n`);
      }
    }
  };

  try {
    const code = await eachOf(positionals, terminal, async (named) => {
      const target = await readTarget(named);
      const files =
        target.kind === 'article'
          ? [target.file]
          : await storyFiles(target.desk, await indexOf(target.desk, indexes));
      for (const file of files) {
        // In the order of the files, also in what is printed.
        // oxlint-disable-next-line no-await-in-loop
        await check(file, target);
      }
    });
    const told = [
      `${inWords(counts.story, 'story', 'stories')} checked`,
      inWords(counts.error, 'error', 'errors'),
      inWords(counts.warning, 'warning', 'warnings'),
    ];
    terminal.warn(`${told.join(', ')}\n`);
    return counts.error > 0 ? 1 : code;
  } finally {
    for (const index of indexes.values()) (await index).close();
  }
}

/** The index says what linked stories are called and where they are. */
function indexOf(desk: Desk, indexes: Map<string, Promise<ArticleIndex>>): Promise<ArticleIndex> {
  const open = async () => {
    const { shelf } = await openShelf(desk, defaultDataFolder());
    await scanDesk(desk.articles, shelf.index);
    return shelf.index;
  };
  const known = indexes.get(desk.folder) ?? open();
  indexes.set(desk.folder, known);
  return known;
}

/** Copies of a story that lie in other folders of the desk. */
function copiesElsewhere(file: string, desk: Desk, index: ArticleIndex): Finding[] {
  const folder = path.basename(path.dirname(file));
  const id = index.known(folder)?.id ?? '';
  return index.copies
    .of(id)
    .filter(({ place }) => place.split('/')[0] !== folder)
    .map(({ place }) => copyFinding(path.join(desk.articles, place)));
}

function inWords(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}
