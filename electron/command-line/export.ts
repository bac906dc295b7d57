import fs from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { Article } from '../../article/article.ts';
import { type FormatId, formats } from '../../article/formats/formats.ts';
import { parseHouse } from '../../article/house.ts';
import { assetsFolder } from '../checkout.ts';
import { defaultDataFolder } from '../folders.ts';
import { articleFile, readArticle, withFile } from '../services/article-disk.ts';
import { DeskExports, type StoryExport } from '../services/desk-exports.ts';
import { scanDesk } from '../services/desk-scan.ts';
import {
  type ExportOptions,
  exportFileName,
  readStylesheet,
  renderExport,
  writeExport,
} from '../services/exports.ts';
import { freeName, slugOf } from '../services/folder-name.ts';
import { openShelf } from '../services/open-shelf.ts';
import type { Desk } from '../services/desk.ts';
import { type Target, readTarget } from './export-targets.ts';
import { type Terminal, eachOf } from './terminal.ts';
import { UsageError } from './usage.ts';

/** One story that goes out. */
interface Job {
  file: string;
  desk: Desk | undefined;
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
    throw new UsageError(`--format ${format}: choose ${Object.keys(formats).join(', ')}`);
  }
  if (positionals.length === 0) throw new UsageError('which article or desk?');
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
  /** Files written in this run: two stories with one name must not take each other's place. */
  private readonly written: string[] = [];

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
        throw new UsageError('--out - prints one article; name one article');
      }
      const done = await eachOf(jobs, this.terminal, (job) => this.export(job, isSeveral));
      return Math.max(found, done);
    } finally {
      for (const close of this.closing) close();
    }
  }

  private async jobsOf(target: Target): Promise<Job[]> {
    const { desk } = target;
    if (target.kind === 'article') return [{ file: target.file, desk }];
    await this.exportsOf(target.desk);
    const folders = await fs.readdir(target.desk.articles, { withFileTypes: true });
    return folders
      .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
      .map(({ name }) => ({ file: articleFile(path.join(target.desk.articles, name)), desk }))
      .sort((a, b) => (a.file < b.file ? -1 : 1));
  }

  private async export({ file, desk }: Job, isSeveral: boolean): Promise<void> {
    const { article } = await readArticle(file);
    const exports = desk === undefined ? undefined : await this.exportsOf(desk);
    let story: StoryExport;
    try {
      story =
        exports === undefined
          ? await this.renderAlone(article)
          : exports.renderArticle(article, this.options);
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
    const [folder, fileName] = await this.place(story, exports, isSeveral);
    const { path: written } = await writeExport(folder, fileName, story);
    this.terminal.print(`${written}\n`);
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
    const taken = this.written
      .filter((one) => path.dirname(one) === folder)
      .map((one) => splitName(path.basename(one)).base);
    const fileName = freeName(base, taken) + end;
    this.written.push(path.join(folder, fileName));
    return [folder, fileName];
  }

  private async renderAlone(article: Article): Promise<StoryExport> {
    const slug = slugOf(article);
    const rendered = renderExport(article, this.options, {
      house: parseHouse({}),
      stylesheet: await readStylesheet(assetsFolder),
      resolve: () => undefined,
    });
    return { ...rendered, slug, fileName: exportFileName(slug, this.options.format) };
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
    return new DeskExports(shelf, await readStylesheet(assetsFolder));
  }
}

function isFormat(text: string): text is FormatId {
  return Object.hasOwn(formats, text);
}

/** `mitsubishi-leak` and `.fragment.html`. */
function splitName(fileName: string): { base: string; end: string } {
  const dot = fileName.indexOf('.');
  return { base: fileName.slice(0, dot), end: fileName.slice(dot) };
}

function isFolder(place: string): Promise<boolean> {
  return fs.stat(place).then(
    (stats) => stats.isDirectory(),
    () => false,
  );
}
