import path from 'node:path';
import { parseArgs } from 'node:util';
import { countsByCharacter } from '../../article/stats.ts';
import type { ArticleSummary } from '../contract/calls.ts';
import { defaultDataFolder, defaultDeskFolder } from '../folders.ts';
import { openDesk } from '../services/desk.ts';
import { scanDesk } from '../services/desk-scan.ts';
import { openShelf } from '../services/open-shelf.ts';
import type { Terminal } from './terminal.ts';

/** `galley list`: answers the exit code. */
export async function listArticles(args: string[], terminal: Terminal): Promise<number> {
  const { values } = parseArgs({
    args,
    options: { desk: { type: 'string' }, json: { type: 'boolean', default: false } },
  });
  const desk = await openDesk(path.resolve(values.desk ?? defaultDeskFolder()));
  const { shelf } = await openShelf(desk, defaultDataFolder());
  try {
    await scanDesk(desk.articles, shelf.index);
    for (const line of shelf.index.list()) {
      if (values.json) terminal.print(`${JSON.stringify(line)}\n`);
      else {
        const { modified, status, slugline, headline, fault, copies = [] } = line;
        const noted = copies.map(({ place }) => `another copy: articles/${place}`);
        if (fault !== undefined) noted.unshift(fault);
        const shown = [headline || 'Untitled', ...noted].join(' ! ');
        const cells = [modified.slice(0, 16), status, shownLength(line), slugline, shown];
        terminal.print(`${cells.join('\t')}\n`);
      }
    }
    return 0;
  } finally {
    shelf.index.close();
  }
}

/** `412w`, or `2530c` for a story that is measured in characters. */
function shownLength({ language, words, characters }: ArticleSummary): string {
  return countsByCharacter(language) ? `${characters}c` : `${words}w`;
}
