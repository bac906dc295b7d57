import path from 'node:path';
import { formats } from '../../article/formats/formats.ts';
import { AppError } from '../../article/app-error.ts';
import type { Article } from '../../article/article.ts';
import type { PublishedPicture } from '../../article/html/page-setting.ts';
import type { DeskExported, Exported } from '../contract/exported.ts';
import { readDeskArticle } from './article-disk.ts';
import type { ListFilter } from './article-index.ts';
import type { ArticleShelf } from './article-shelf.ts';
import { type ExportOptions, type RenderedStory, renderExport, writeExport } from './exports.ts';
import { slugOf } from './folder-name.ts';
import { safeName } from './safe-name.ts';
import { isMediaName } from './media-name.ts';
import { type PageProgress, writePage } from './page-folder.ts';
import type { PublishedMedia } from './published-media.ts';
import { publishedPicture } from './story-pictures.ts';

/** A story of the desk in a format, and the names that it goes out under. */
export interface StoryExport extends RenderedStory {
  slug: string;
  fileName: string;
}

/** How the export of a whole desk goes on; `signal` ends it. */
export interface DeskProgress {
  signal?: AbortSignal | undefined;
  /** Told after each story, how many of how many are done. */
  onStory?: (done: number, total: number, headline: string) => void;
}

/**
 * Stories that go into files of their own at the same time: the disk and we wait less for each other.
 * Pages have pictures, which are large, and go one after another.
 */
const FILES_AT_ONCE = 4;

/** The AppError that refuses a story; any other error is a bug and goes on. */
function refusal(error: unknown): AppError {
  if (error instanceof AppError) return error;
  throw error;
}

/** Exports of a desk's stories: links between them find their addresses. */
export class DeskExports {
  readonly media: PublishedMedia;
  readonly shelf: ArticleShelf;
  private readonly stylesheet: string;
  /** When the desk was last seen to be there. */
  private seen = -Infinity;

  constructor(shelf: ArticleShelf, stylesheet: string, media: PublishedMedia) {
    this.shelf = shelf;
    this.stylesheet = stylesheet;
    this.media = media;
  }

  /** The story as it stands in its file. Throws an AppError of reading or of publishing. */
  async render(id: string, options: ExportOptions): Promise<StoryExport> {
    const folder = this.articleFolder(id);
    const { article } = await readDeskArticle(folder);
    return this.renderArticle(article, folder, options);
  }

  /** A story of this desk, whose pictures lie in `folder`. Throws an AppError of publishing. */
  async renderArticle(
    article: Article,
    folder: string,
    options: ExportOptions,
  ): Promise<StoryExport> {
    const { desk, index } = this.shelf;
    const slug = this.slug(article);
    const rendered = await renderExport(article, folder, options, {
      house: desk.house,
      stylesheet: this.stylesheet,
      media: this.media,
      resolve: (linked) => index.story(linked),
    });
    return { ...rendered, slug, fileName: formats[options.format].fileName(slug) };
  }

  /**
   * Writes the story to `exports/SLUG/` of the desk, or into `folder`: a file straight into it, a
   * page folder under its own name.
   */
  async write(
    id: string,
    options: ExportOptions,
    folder?: string,
    progress: PageProgress = {},
  ): Promise<Exported> {
    const story = await this.render(id, options);
    if (folder === undefined) await this.requireDesk();
    if (formats[options.format].kind === 'text') {
      return writeExport(folder ?? this.folderOf(story), story.fileName, story, progress);
    }
    const place = folder === undefined ? this.folderOf(story) : path.join(folder, story.slug);
    const { fileName, text: html, pictures, warnings, words, characters } = story;
    const parts = { fileName, html, pictures, source: this.articleFolder(id) };
    const file = await writePage(place, parts, this.media, progress);
    return { path: file, folder: place, warnings, words, characters };
  }

  /**
   * Writes the stories that a filter finds; without one every story of the desk that is not spiked.
   * One that cannot be written is reported and the others go on; after a stop those that were
   * written stay. The disk is not waited for at each file: what a power cut takes can be made again.
   */
  async writeAll(
    { format, dropUnknown = false, ...filter }: ExportOptions & ListFilter,
    folder: string | undefined,
    { signal, onStory }: DeskProgress = {},
  ): Promise<DeskExported> {
    const isWhole = filter.search === undefined && filter.status === undefined;
    const stories = this.shelf.index
      .list(filter)
      .filter(({ status }) => !isWhole || status !== 'spiked');
    const done: DeskExported = {
      folder: folder ?? this.shelf.desk.exports,
      written: 0,
      words: 0,
      characters: 0,
      failed: [],
      warned: [],
      cancelled: false,
    };
    const write = (id: string) =>
      this.write(id, { format, dropUnknown }, folder, { signal, durable: false }).catch(refusal);
    const atOnce = formats[format].kind === 'folder' ? 1 : FILES_AT_ONCE;
    for (let at = 0; at < stories.length; at += atOnce) {
      if (signal?.aborted) break;
      const batch = stories.slice(at, at + atOnce);
      // oxlint-disable-next-line no-await-in-loop
      const outcomes = await Promise.all(batch.map(({ id }) => write(id)));
      for (const [index, { id, headline }] of batch.entries()) {
        const outcome = outcomes[index]!;
        if (outcome instanceof AppError) {
          if (outcome.code === 'cancelled') continue;
          done.failed.push({ id, headline, message: outcome.message });
        } else {
          done.written += 1;
          const { warnings, words, characters } = outcome;
          done.words += words;
          done.characters += characters;
          if (warnings.length > 0) done.warned.push({ id, headline, warnings });
        }
        onStory?.(at + index + 1, stories.length, headline);
      }
    }
    return { ...done, cancelled: signal?.aborted === true };
  }

  /** Where stored pictures of a story are on its page; those that cannot be read are left out. */
  async publishedPictures(
    id: string,
    files: readonly string[],
  ): Promise<Record<string, PublishedPicture>> {
    const folder = this.articleFolder(id);
    const found: [file: string, picture: PublishedPicture][] = [];
    for (const file of files.filter(isMediaName)) {
      try {
        // oxlint-disable-next-line no-await-in-loop
        const picture = publishedPicture(file, await this.media.sizes(folder, file));
        if (picture !== undefined) found.push([file, picture]);
      } catch (error) {
        if (!(error instanceof AppError)) throw error;
      }
    }
    return Object.fromEntries(found);
  }

  /** A bare mount point must not be taken for the desk; once a second is enough of looking. */
  private async requireDesk(): Promise<void> {
    if (performance.now() - this.seen < 1000) return;
    await this.shelf.desk.refresh();
    this.seen = performance.now();
  }

  /** Where a story goes unless somewhere else is chosen. */
  folderOf({ slug }: Pick<StoryExport, 'slug'>): string {
    return path.join(this.shelf.desk.exports, slug);
  }

  private articleFolder(id: string): string {
    return this.shelf.path(this.shelf.folder(id));
  }

  /** The name of the story in exports; where two would share one, the older keeps it. */
  private slug(article: Article): string {
    const slug = slugOf(article);
    const [oldest = article.id] = this.shelf.index.idsWithSlug(slug);
    return oldest === article.id ? slug : `${slug}-${safeName(article.id).slice(-6)}`;
  }
}
