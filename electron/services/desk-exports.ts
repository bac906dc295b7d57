import path from 'node:path';
import type { Article } from '../../article/article.ts';
import type { Rendered } from '../../article/formats/format.ts';
import type { Exported } from '../contract/calls.ts';
import { articleFile, readArticle } from './article-disk.ts';
import type { ArticleShelf } from './article-shelf.ts';
import { type ExportOptions, exportFileName, renderExport, writeExport } from './exports.ts';
import { slugOf } from './folder-name.ts';

/** A story of the desk in a format, and the names that it goes out under. */
export interface StoryExport extends Rendered {
  slug: string;
  fileName: string;
}

/** Exports of a desk's stories: links between them find their addresses. */
export class DeskExports {
  private readonly shelf: ArticleShelf;
  private readonly stylesheet: string;

  constructor(shelf: ArticleShelf, stylesheet: string) {
    this.shelf = shelf;
    this.stylesheet = stylesheet;
  }

  /** The story as it stands in its file. Throws an AppError of reading or of publishing. */
  async render(id: string, options: ExportOptions): Promise<StoryExport> {
    const { article } = await readArticle(articleFile(this.shelf.path(this.shelf.folder(id))));
    return this.renderArticle(article, options);
  }

  /** A story of this desk. Throws an AppError of publishing. */
  renderArticle(article: Article, options: ExportOptions): StoryExport {
    const { desk, index } = this.shelf;
    const slug = this.slug(article);
    const rendered = renderExport(article, options, {
      house: desk.house,
      stylesheet: this.stylesheet,
      resolve: (linked) => index.story(linked),
    });
    return { ...rendered, slug, fileName: exportFileName(slug, options.format) };
  }

  /** Writes the story to `exports/SLUG/` of the desk, or straight into `folder`. */
  async write(id: string, options: ExportOptions, folder?: string): Promise<Exported> {
    const story = await this.render(id, options);
    // A bare mount point must not be taken for the desk.
    if (folder === undefined) await this.shelf.desk.refresh();
    return writeExport(folder ?? this.folderOf(story), story.fileName, story);
  }

  /** Where a story goes unless somewhere else is chosen. */
  folderOf({ slug }: Pick<StoryExport, 'slug'>): string {
    return path.join(this.shelf.desk.exports, slug);
  }

  /** The name of the story in exports; where two would share one, the older keeps it. */
  private slug(article: Article): string {
    const slug = slugOf(article);
    const [oldest = article.id] = this.shelf.index.idsWithSlug(slug);
    return oldest === article.id ? slug : `${slug}-${article.id.slice(-6).toLowerCase()}`;
  }
}
