import fs from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { AppError } from '../../article/app-error.ts';
import type { Article } from '../../article/article.ts';
import type { Length } from '../../article/counts.ts';
import { FORMAT_IDS, type FormatId, formats } from '../../article/formats/formats.ts';
import { parseHouse } from '../../article/house.ts';
import { assetsFolder } from '../checkout.ts';
import { defaultDataFolder } from '../folders.ts';
import { readArticle, readDeskArticle, withFile } from '../services/article-disk.ts';
import { DeskExports, type StoryExport } from '../services/desk-exports.ts';
import { scanDesk } from '../services/desk-scan.ts';
import {
  type ExportOptions,
  readStylesheet,
  renderExport,
  writeExport,
} from '../services/exports.ts';
import { slugOf } from '../services/folder-name.ts';
import { FreeNames } from '../services/free-names.ts';
import { writePage } from '../services/page-folder.ts';
import { PictureCache } from '../services/picture-cache.ts';
import { PublishedMedia } from '../services/published-media.ts';
import { openShelf } from '../services/open-shelf.ts';
import type { Desk } from '../services/desk.ts';
import { type Target, readTarget, storyFiles } from './export-targets.ts';
import { Progress } from './progress.ts';
import { stopSignal } from './stop-signal.ts';
import { type Terminal, eachOf } from './terminal.ts';
import { UsageError } from './usage.ts';

/** One story that goes out. */
interface Job {
  file: string;
  desk: Desk | undefined;
  /** Of those that were not named themselves, spiked ones stay, and no link is followed. */
  isNamed: boolean;
}

/** `galley export`: answers the exit code. */
export async function exportArticles(args: string[], terminal: Terminal): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      format: { type: 'string', default: 'html' },
      out: { type: 'string' },
      'drop-unknown': { type: 'boolean', default: false },
    },
  });
  const { format, out } = values;
  if (!isFormat(format)) {
    throw new UsageError(`--format ${format}: choose ${FORMAT_IDS.join(', ')}`);
  }
  if (formats[format].kind === 'folder' && out === '-') {
    throw new UsageError('--out - prints one file; a page folder needs a folder');
  }
  if (positionals.length === 0) throw new UsageError('which story or desk?');
  return new Export({ format, dropUnknown: values['drop-unknown'] }, out, terminal).run(
    positionals,
  );
}

/** One run of the command. */
class Export {
  private readonly options: ExportOptions;
  private readonly out: string | undefined;
  private readonly terminal: Terminal;
  private readonly desks = new Map<string, Promise<DeskExports>>();
  private readonly closing: (() => void)[] = [];
  private readonly cache = new PictureCache(path.join(defaultDataFolder(), 'pictures'));
  private readonly media = new PublishedMedia(this.cache);
  private readonly signal = stopSignal();
  /** By folder, what was placed in this run: two stories with one name must not take each other's place. */
  private readonly placed = new Map<string, FreeNames>();
  private written = 0;
  private readonly length: Length = { words: 0, characters: 0 };

  constructor(options: ExportOptions, out: string | undefined, terminal: Terminal) {
    this.options = options;
    this.out = out;
    this.terminal = terminal;
  }

  async run(named: readonly string[]): Promise<number> {
    const jobs: Job[] = [];
    let isSeveral = named.length > 1;
    try {
      const found = await eachOf(named, this.terminal, async (one) => {
        const target = await readTarget(one);
        isSeveral ||= target.kind === 'desk';
        jobs.push(...(await this.jobsOf(target)));
      });
      if (this.out === '-' && isSeveral) {
        throw new UsageError('--out - prints one story; name one story');
      }
      const progress = new Progress(jobs.length, this.terminal);
      const work = (job: Job) =>
        this.export(job, isSeveral).finally(() => isSeveral && progress.step());
      const done = await eachOf(jobs, this.terminal, work, this.signal);
      if (isSeveral) progress.end(this.written, this.length);
      return Math.max(found, done);
    } finally {
      for (const close of this.closing) close();
      await this.cache.prune();
    }
  }

  private async jobsOf(target: Target): Promise<Job[]> {
    const { desk } = target;
    if (target.kind === 'article') return [{ file: target.file, desk, isNamed: true }];
    const { shelf } = await this.exportsOf(target.desk);
    const files = await storyFiles(target.desk, shelf.index);
    return files.map((file): Job => ({ file, desk, isNamed: false }));
  }

  private async export({ file, desk, isNamed }: Job, isSeveral: boolean): Promise<void> {
    const { article } = await (isNamed ? readArticle(file) : readDeskArticle(path.dirname(file)));
    if (!isNamed && article.status === 'spiked') {
      this.terminal.warn(`note: ${file}: is spiked and does not go out\n`);
      return;
    }
    const exports = desk === undefined ? undefined : await this.exportsOf(desk);
    let story: StoryExport;
    try {
      story =
        exports === undefined
          ? await this.renderAlone(article, path.dirname(file))
          : await exports.renderArticle(article, path.dirname(file), this.options);
    } catch (error) {
      throw withFile(error, file);
    }
    for (const { path: place, message } of story.warnings) {
      this.terminal.warn(`warning: ${file}: ${place}: ${message}\n`);
    }
    if (this.out === '-') {
      this.terminal.print(story.text);
      return;
    }
    const written = await (formats[this.options.format].kind === 'folder'
      ? this.writePage(story, exports, file)
      : this.writeFile(story, exports, isSeveral));
    this.written += 1;
    this.length.words += story.words;
    this.length.characters += story.characters;
    this.terminal.print(`${written}\n`);
  }

  private async writePage(
    story: StoryExport,
    exports: DeskExports | undefined,
    file: string,
  ): Promise<string> {
    const { slug, fileName, text: html, pictures } = story;
    const own = exports?.folderOf(story);
    const parent = this.out ?? (own === undefined ? '.' : path.dirname(own));
    const folder = path.join(path.resolve(parent), this.freeName(path.resolve(parent), slug, ''));
    const parts = { fileName, html, pictures, source: path.dirname(file) };
    try {
      return await writePage(folder, parts, this.media, { signal: this.signal });
    } catch (error) {
      throw error instanceof AppError && error.code === 'picture-missing'
        ? withFile(error, file)
        : error;
    }
  }

  private async writeFile(
    story: StoryExport,
    exports: DeskExports | undefined,
    isSeveral: boolean,
  ): Promise<string> {
    const [folder, fileName] = await this.place(story, exports, isSeveral);
    return (await writeExport(folder, fileName, story, { durable: !isSeveral })).path;
  }

  private async place(
    story: StoryExport,
    exports: DeskExports | undefined,
    isSeveral: boolean,
  ): Promise<[folder: string, fileName: string]> {
    const { out } = this;
    let folder = out === undefined ? exports?.folderOf(story) : path.resolve(out);
    folder ??= process.cwd();
    if (out !== undefined && !isSeveral && !/[\\/]$/u.test(out) && !(await isFolder(folder))) {
      return [path.dirname(folder), path.basename(folder)];
    }
    const { base, end } = splitName(story.fileName);
    return [folder, this.freeName(folder, base, end)];
  }

  /** A name in the folder that no other story of this run has. */
  private freeName(folder: string, base: string, end: string): string {
    const names = this.placed.get(folder) ?? new FreeNames();
    this.placed.set(folder, names);
    return names.take(base) + end;
  }

  private async renderAlone(article: Article, folder: string): Promise<StoryExport> {
    const slug = slugOf(article);
    const rendered = await renderExport(article, folder, this.options, {
      house: parseHouse({}),
      media: this.media,
      stylesheet: await readStylesheet(assetsFolder),
      resolve: () => undefined,
    });
    return { ...rendered, slug, fileName: formats[this.options.format].fileName(slug) };
  }

  private exportsOf(desk: Desk): Promise<DeskExports> {
    const known = this.desks.get(desk.folder) ?? this.openExports(desk);
    this.desks.set(desk.folder, known);
    return known;
  }

  private async openExports(desk: Desk): Promise<DeskExports> {
    const { shelf } = await openShelf(desk, defaultDataFolder());
    this.closing.push(() => shelf.index.close());
    await scanDesk(desk.articles, shelf.index);
    return new DeskExports(shelf, await readStylesheet(assetsFolder), this.media);
  }
}

function isFormat(text: string): text is FormatId {
  return Object.hasOwn(formats, text);
}

/** `mitsubishi-leak` and `.fragment.html`. */
function splitName(fileName: string): { base: string; end: string } {
  const dot = `${fileName}.`.indexOf('.');
  return { base: fileName.slice(0, dot), end: fileName.slice(dot) };
}

function isFolder(place: string): Promise<boolean> {
  return fs.stat(place).then(
    (stats) => stats.isDirectory(),
    () => false,
  );
}
