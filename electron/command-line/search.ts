import path from 'node:path';
import { parseArgs } from 'node:util';
import type { SnippetRun } from '../contract/calls.ts';
import { defaultDataFolder, defaultDeskFolder } from '../folders.ts';
import { articleFile } from '../services/article-disk.ts';
import { openDesk } from '../services/desk.ts';
import { scanDesk } from '../services/desk-scan.ts';
import { openShelf } from '../services/open-shelf.ts';
import type { Terminal } from './terminal.ts';
import { UsageError } from './usage.ts';

/** `galley search`: answers the exit code. */
export async function searchArticles(args: string[], terminal: Terminal): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { desk: { type: 'string' }, json: { type: 'boolean', default: false } },
  });
  const search = positionals.map(asTyped).join(' ');
  if (search.trim() === '') throw new UsageError('which words?');
  const desk = await openDesk(path.resolve(values.desk ?? defaultDeskFolder()));
  const { shelf } = await openShelf(desk, defaultDataFolder());
  try {
    await scanDesk(desk.articles, shelf.index);
    for (const line of shelf.index.list({ search })) {
      const folder = shelf.index.folderOf(line.id);
      const file = folder === undefined ? '' : articleFile(shelf.path(folder));
      if (values.json) terminal.print(`${JSON.stringify({ ...line, path: file })}\n`);
      else {
        const cells = [file, line.headline || 'Untitled', marked(line.snippet ?? [])];
        terminal.print(`${cells.map((cell) => cell.replace(/\s+/gu, ' ')).join('\t')}\n`);
      }
    }
    return 0;
  } finally {
    shelf.index.close();
  }
}

/** The shell has taken the quotes from "a phrase"; an argument with spaces is given them back. */
function asTyped(argument: string, _: number, all: readonly string[]): string {
  const isPhrase = all.length > 1 && /\s/u.test(argument) && !/["()“”:]/u.test(argument);
  return isPhrase ? `"${argument}"` : argument;
}

function marked(runs: readonly SnippetRun[]): string {
  return runs.map(({ text, hit }) => (hit ? `[${text}]` : text)).join('');
}
