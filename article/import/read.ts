import { AppError } from '../app-error.ts';
import { type Article, newerVersion } from '../article.ts';
import { readArticleFile } from '../article-file.ts';
import type { House } from '../house.ts';
import type { KeptPicture } from '../html/kept-picture.ts';
import { hasInk } from '../html/white-space.ts';
import { newArticleId } from '../ids.ts';
import { hasFrontMatter } from '../markdown/front-matter.ts';
import { readHtml } from './html.ts';
import { readMarkdown } from './markdown.ts';
import { readWire } from './wire.ts';

/** Text from outside; `name` is the name of its file, empty for pasted text. */
export interface ImportSource {
  name: string;
  text: string;
}

export interface ImportOptions {
  /** An article file keeps its id, instead of being a new story (default false). */
  keepId?: boolean;
}

/** A story that was read. */
export interface ImportReading {
  article: Article;
  /** What was mended or taken, in words for the person. */
  notices: string[];
  /** Pictures that the text held in itself, to be stored beside the story. */
  pictures: KeptPicture[];
}

/** Files of other programs that are not read, by how they begin and how they are called. */
const FOREIGN: readonly { kind: string; start?: RegExp; name: RegExp }[] = [
  { kind: 'Word', start: /^(?:PK\p{Cc}{2}|\u00D0\u00CF\p{Cc}\u00E0)/u, name: /\.doc[xm]?$/iu },
  { kind: 'PDF', start: /^%PDF-/u, name: /\.pdf$/iu },
  { kind: 'RTF', start: /^\{\\rtf/u, name: /\.rtf$/iu },
  { kind: 'OpenDocument', name: /\.odt$/iu },
];

const MARKDOWN_NAME = /\.(?:md|markdown|mdown|mkd)$/iu;
const HTML_NAME = /\.x?html?$/iu;
const HTML_START =
  /^\s*(?:<\?xml[^>]*>\s*)?(?:<!doctype html|<!--|<(?:html|head|body|meta|article|main|section|div|p|h[1-6]|ul|ol|table)[\s>])/iu;

/**
 * Reads an article from an article file, Markdown, HTML or wire copy, by what the text is. One
 * without a headline has the name of its file as slugline. Throws an
 * AppError: `word-file` or `unsupported` (with the advice to paste), and what the readers throw (`not-json`, `invalid`, `newer-version`, `nul`, `too-large`). `now` is RFC 3339.
 */
export function readImport(
  { name, text }: ImportSource,
  house: House,
  now: string,
  options: ImportOptions = {},
): ImportReading {
  refuseForeign(name, text);
  const content = text.replace(/^\uFEFF/u, '');
  if (/\.json$/iu.test(name) || /^\s*\{[^]*"galley-article"/u.test(content)) {
    const { article, readOnly, notices } = readArticleFile(text);
    // Taken in as a story of this desk, what the newer version says would be written back wrongly.
    if (readOnly) throw newerVersion(article.version);
    const kept = options.keepId ? article : { ...article, id: newArticleId() };
    return { article: kept, notices, pictures: [] };
  }
  return named(readText(name, text, content, house, now), name);
}

/** A story without a headline is known by the name of its file. */
function named(reading: ImportReading, name: string): ImportReading {
  const [, slug = ''] = /([^/\\]+)\.\w{1,8}$/u.exec(name) ?? [];
  const { article } = reading;
  if (!hasInk(slug) || hasInk(article.headline) || hasInk(article.slugline)) return reading;
  return { ...reading, article: { ...article, slugline: slug } };
}

function readText(
  name: string,
  text: string,
  content: string,
  house: House,
  now: string,
): ImportReading {
  if (MARKDOWN_NAME.test(name) || (!HTML_NAME.test(name) && hasFrontMatter(content))) {
    return readMarkdown(text, house, now);
  }
  if (HTML_NAME.test(name) || HTML_START.test(content)) return readHtml(text, house, now);
  return { ...readWire(text, house, now), pictures: [] };
}

/**
 * Throws an AppError `word-file` or `unsupported` for a file of another program, by its name or
 * its first characters; of a file that may not be text, its first bytes as Latin-1.
 */
export function refuseForeign(name: string, text: string): void {
  const found =
    FOREIGN.find((format) => format.name.test(name)) ??
    FOREIGN.find((format) => format.start?.test(text));
  if (found === undefined) return;
  throw new AppError(
    found.kind === 'Word' ? 'word-file' : 'unsupported',
    `${found.kind} files cannot be read; open it in its own program, copy the text and paste it into Galley`,
  );
}
