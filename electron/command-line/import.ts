import path from 'node:path';
import { parseArgs } from 'node:util';
import { isParagraph } from '../../article/blocks/paragraph/paragraphs.ts';
import { AppError } from '../../article/app-error.ts';
import { articleToJson } from '../../article/article-file.ts';
import { plainText } from '../../article/inline.ts';
import type { Article } from '../../article/article.ts';
import { type House, parseHouse } from '../../article/house.ts';
import { defaultDataFolder } from '../folders.ts';
import { scanDesk } from '../services/desk-scan.ts';
import { readImportFile } from '../services/import.ts';
import { takePictures } from '../services/import-pictures.ts';
import { openKnownDesk } from '../services/known-desks.ts';
import { openShelf } from '../services/open-shelf.ts';
import { readBytes } from '../services/read-text.ts';
import type { ArticleShelf } from '../services/article-shelf.ts';
import { type Terminal, eachOf } from './terminal.ts';
import { UsageError } from './usage.ts';

/** `galley import`: answers the exit code. */
export async function importFiles(args: string[], terminal: Terminal): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { desk: { type: 'string' }, json: { type: 'boolean', default: false } },
  });
  if (positionals.length === 0) throw new UsageError('which file? (- is the standard input)');
  const shelf = values.desk === undefined ? undefined : await shelfOf(values.desk);
  const house = shelf?.desk.house ?? parseHouse({});
  try {
    return await eachOf(positionals, terminal, async (file) => {
      const { article, furnish } = await readOne(file, house, terminal, shelf !== undefined);
      const stored = await shelf?.add(article, furnish);
      if (values.json) terminal.print(`${JSON.stringify(articleToJson(article))}\n`);
      else terminal.print(`${file}: ${summary(article)}${stored ? ` -> ${stored.folder}` : ''}\n`);
    });
  } finally {
    shelf?.index.close();
  }
}

async function shelfOf(folder: string): Promise<ArticleShelf> {
  const desk = await openKnownDesk(path.resolve(folder), defaultDataFolder());
  const { shelf } = await openShelf(desk, defaultDataFolder());
  await scanDesk(desk.articles, shelf.index);
  return shelf;
}

/** Reads a file; its pictures are taken only where they can be stored. */
async function readOne(
  file: string,
  house: House,
  terminal: Terminal,
  isStored: boolean,
): Promise<{ article: Article; furnish?: (folder: string) => Promise<void> }> {
  const isInput = file === '-';
  const bytes = isInput ? await terminal.readInput() : await readNamed(file);
  const name = isInput ? 'standard input' : file;
  const reading = readImportFile(name, bytes, house, new Date().toISOString());
  const taken = isStored
    ? await takePictures(
        reading.article,
        reading.pictures,
        isInput ? undefined : path.dirname(file),
      )
    : { article: reading.article, notices: [] };
  for (const notice of [...reading.notices, ...taken.notices]) {
    terminal.warn(`note: ${name}: ${notice}\n`);
  }
  return taken;
}

async function readNamed(file: string): Promise<Uint8Array> {
  try {
    return await readBytes(file);
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'is-a-folder') throw error;
    const message = `${file}: is a folder; name the files in it, such as ${path.join(file, '*')}`;
    throw new AppError('is-a-folder', message, { cause: error });
  }
}

function summary({ headline, body }: Article): string {
  const blocks = `${body.length} block${body.length === 1 ? '' : 's'}`;
  const lead = body.find(isParagraph);
  const words = headline || (lead === undefined ? '' : plainText(lead.content));
  return `${words.length > 60 ? `${words.slice(0, 59)}…` : words} (${blocks})`;
}
