import { AppError } from './app-error.ts';
import type { Article, Byline, Correction, Stamp } from './article.ts';
import type { Block } from './blocks/blocks.ts';
import { type Mapping, holdsOf, mapHeld } from './blocks/holds.ts';
import { specOf } from './blocks/specs.ts';
import { printedByline } from './byline.ts';
import { isEmbargoed } from './embargo.ts';
import { safeHref } from './html/href.ts';
import { isInstant } from './html/instant.ts';
import { type Mark, type Run, joinRuns } from './inline.ts';
import { markSpecs } from './marks/marks.ts';
import { parseStamp } from './stamp/parse.ts';

/** Something the desk should know about an article before it goes out. */
export interface Warning {
  code: string;
  message: string;
  path: string;
}

/** What is known of another story of the desk that this one links to. */
export interface LinkedStory {
  headline: string;
  canonicalUrl?: string;
}

export interface PublishOptions {
  /** Finds another story of the desk by its id; answers undefined for one that is not there. */
  resolve?: (articleId: string) => LinkedStory | undefined;
  /** Leave out blocks and marks that this Galley does not know, instead of stopping at them. */
  dropUnknown?: boolean;
  /** The time it is (RFC 3339), to tell of an embargo that is still ahead. */
  now?: string;
}

/**
 * All of an article that readers may see, and nothing else: every format is made from this, so what
 * is not listed here (note to the desk, comments, history, …) cannot get out. What wires say besides
 * is in `HandedOver`.
 */
export interface Published {
  id: string;
  language: string;
  kicker: string;
  headline: string;
  standfirst: string;
  /** The byline as it is printed, empty for none. */
  byline: string;
  bylines: Pick<Byline, 'name' | 'role' | 'url'>[];
  section: string;
  keywords: string[];
  canonicalUrl: string;
  urlSlug: string;
  stamp: Stamp | undefined;
  modified: string;
  corrections: Correction[];
  /** Blocks with the keys that their holds name: no suggestions, comments, notes; each link a URL. */
  body: Block[];
}

/** All of an article that other newsrooms get: what readers do, and what a desk has to know. */
export interface HandedOver
  extends
    Published,
    Pick<Article, 'slugline' | 'genre' | 'urgency' | 'created' | 'status' | 'embargo'> {
  /** Which issue of the story it is: 1, and one more each time it was published again or put right. */
  issue: number;
}

/** Adds to what is published of an article what other newsrooms are told of it. */
export function handOver(published: Published, article: Article): HandedOver {
  const { slugline, genre, urgency, created, status, embargo } = article;
  const times = article.history.filter(({ to }) => to === 'published').length;
  return {
    ...published,
    slugline,
    genre,
    created,
    status,
    ...(urgency !== undefined && { urgency }),
    ...(embargo !== undefined && {
      embargo: { local: embargo.local, instant: embargo.instant, zone: embargo.zone },
    }),
    issue: Math.max(1, times) + article.corrections.length,
  };
}

/**
 * Takes from an article what may be published. Throws an AppError `unknown-block` or
 * `unknown-mark` with the path of what this Galley cannot render, unless told to drop it.
 */
export function publish(
  article: Article,
  options: PublishOptions = {},
): { published: Published; warnings: Warning[] } {
  const publisher = new Publisher(options);
  const body = publisher.blocks(article.body, 'body');
  const { warnings } = publisher;
  if (article.headline.trim() === '') {
    warnings.push({
      code: 'no-headline',
      path: 'headline',
      message: 'The story has no headline; it goes out as “Untitled”.',
    });
  }
  warnings.push(...embargoWarnings(article, options.now));
  if (article.stamp !== undefined && article.stamp.instant === undefined) {
    warnings.push({
      code: 'stamp-in-doubt',
      path: 'stamp',
      message:
        parseStamp(article.stamp.printed, { zone: 'UTC' }) === undefined
          ? `“${article.stamp.printed}” is not understood as a time; it goes out as it is.`
          : `The time of “${article.stamp.printed}” is not certain; choose its time zone.`,
    });
  }
  if (article.canonicalUrl && !/^https?:\/\/[^/]/iu.test(article.canonicalUrl.trim())) {
    warnings.push({
      code: 'address-not-published',
      path: 'canonicalUrl',
      message: `“${article.canonicalUrl}” is no web address; the page goes out without one.`,
    });
  }
  return {
    published: {
      id: article.id,
      language: article.language,
      kicker: article.kicker,
      headline: article.headline,
      standfirst: article.standfirst,
      byline: printedByline(article),
      bylines: article.bylines.map(({ name, role, url }) =>
        url === undefined ? { name, role } : { name, role, url },
      ),
      section: article.section,
      keywords: article.keywords,
      canonicalUrl: article.canonicalUrl ?? '',
      urlSlug: article.urlSlug,
      stamp: article.stamp && publishedStamp(article.stamp),
      modified: article.modified,
      corrections: article.corrections.map(({ at, kind, text }) => ({ at, kind, text })),
      body,
    },
    warnings,
  };
}

function embargoWarnings(article: Article, now: string | undefined): Warning[] {
  const { embargo } = article;
  if (embargo === undefined) return [];
  const { local, zone, instant } = embargo;
  if (!isInstant(instant)) {
    const message = `“${instant}” is not understood as a time: the embargo holds until it is put right or taken away.`;
    return [{ code: 'embargo-in-doubt', path: 'embargo.instant', message }];
  }
  if (now === undefined || !isEmbargoed(article, now)) return [];
  const message = `Not to be published before ${local} (${zone}).`;
  return [{ code: 'embargoed', path: 'embargo', message }];
}

function publishedStamp({ instant, zone, printed }: Stamp): Stamp {
  return {
    ...(instant !== undefined && { instant }),
    ...(zone !== undefined && { zone }),
    printed,
  };
}

class Publisher {
  readonly warnings: Warning[] = [];
  private readonly options: PublishOptions;
  /** What is published of what a block holds. */
  private readonly published: Mapping = {
    runs: (runs, at) => this.runs(runs, at),
    blocks: (blocks, at) => this.blocks(blocks, at),
    publishing: true,
  };

  constructor(options: PublishOptions) {
    this.options = options;
  }

  blocks(blocks: readonly Block[], path: string): Block[] {
    return blocks.flatMap((block, index) => this.block(block, `${path}[${index}]`));
  }

  private block(block: Block, path: string): Block[] {
    if (block.suggestion?.kind === 'insert') return [];
    if (block.type === 'unknown') {
      this.unknown('unknown-block', `a block of type “${block.was.type}”`, path);
      return [];
    }
    for (const warning of specOf(block).warnings?.(block) ?? []) {
      this.warnings.push({ ...warning, path: [path, warning.path].filter(Boolean).join('.') });
    }
    return [mapHeld(block, holdsOf(block), this.published, path)];
  }

  private runs(runs: readonly Run[], path: string): Run[] {
    const published = runs.flatMap((run, index): Run[] => {
      if ('break' in run) return [{ break: true }];
      const kept: Mark[] = [];
      for (const [n, mark] of (run.marks ?? []).entries()) {
        const at = `${path}[${index}].marks[${n}]`;
        const fate = markSpecs.get(mark.type)?.publish(mark as never);
        if (fate === 'drop') return [];
        if (fate === undefined) this.unknown('unknown-mark', `a mark of type “${mark.type}”`, at);
        if (fate !== 'keep') continue;
        // Only what a reader needs of it: the address of a link, and of all others that it is there.
        if (mark.type === 'link') kept.push(...this.link(mark, at));
        else kept.push({ type: mark.type } as Mark);
      }
      return [kept.length > 0 ? { text: run.text, marks: kept } : { text: run.text }];
    });
    return joinRuns(published);
  }

  private link(mark: Extract<Mark, { type: 'link' }>, path: string): Mark[] {
    if ('href' in mark) {
      if (safeHref(mark.href) !== undefined) return [{ type: 'link', href: mark.href }];
      this.warnings.push({
        code: 'link-not-published',
        path,
        message: `“${mark.href}” is no web, mail or telephone address; its text goes out without a link.`,
      });
      return [];
    }
    const story = this.options.resolve?.(mark.article);
    if (story?.canonicalUrl !== undefined && story.canonicalUrl !== '') {
      return [{ type: 'link', href: story.canonicalUrl }];
    }
    this.warnings.push({
      code: 'link-without-address',
      path,
      message:
        story === undefined
          ? 'A linked story is no longer on the desk; its text goes out without a link.'
          : `“${story.headline}” has no address yet; it goes out without a link.`,
    });
    return [];
  }

  private unknown(code: string, what: string, path: string): void {
    if (this.options.dropUnknown !== true) {
      throw new AppError(
        code,
        `${path}: ${what} is not known to this Galley and would be lost in the export. Update Galley, or agree to leave it out`,
        { path },
      );
    }
    this.warnings.push({ code, path, message: `Left out: ${what}.` });
  }
}
