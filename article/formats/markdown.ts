import type { Nodes } from 'mdast';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { toMarkdown } from 'mdast-util-to-markdown';
import { isDateline } from '../blocks/dateline/lead.ts';
import { isWrittenParagraph } from '../blocks/paragraph/paragraphs.ts';
import { printedByline } from '../byline.ts';
import { safeHref, webAddress } from '../html/href.ts';
import { blocksToHast } from '../html/lower.ts';
import { collapseText, hasInk } from '../html/white-space.ts';
import { printFrontMatter } from '../markdown/front-matter.ts';
import { markdownFromHast } from '../markdown/from-hast.ts';
import type { Published } from '../publish.ts';
import { type Format, type RenderOptions, settingOf } from './format.ts';

/**
 * Markdown (CommonMark with the tables and strikethrough of GitHub) under YAML front matter with
 * the published fields. The dateline stands as it is printed at the head of the lead, and in the
 * front matter, by which it is known again. For the form of each block see `markdownFromHast`;
 * `readMarkdown` reads all of it back.
 */
export const markdown = {
  id: 'markdown',
  kind: 'text',
  mediaType: 'text/markdown',
  about: 'with front matter',
  pictures: 'apart',
  fileName: (slug) => `${slug}.md`,
  for: 'readers',
  render(published: Published, options: RenderOptions) {
    const tree = markdownFromHast(blocksToHast(published.body, settingOf(published, options)));
    const parts = [printFrontMatter(fieldsOf(published)), printMarkdown(tree)];
    return parts.filter((part) => part !== '').join('\n');
  },
} satisfies Format;

/** A tree as Markdown text that ends with a newline, or as nothing. */
export function printMarkdown(tree: Nodes): string {
  return toMarkdown(tree, {
    bullet: '-',
    rule: '*',
    ruleSpaces: true,
    emphasis: '*',
    fences: true,
    listItemIndent: 'one',
    extensions: [gfmToMarkdown({ tablePipeAlign: false })],
  });
}

function fieldsOf(published: Published): Record<string, unknown> {
  const { stamp, corrections, bylines, language } = published;
  const line = collapseText;
  const orNone = (text: string) => line(text) || undefined;
  return {
    title: orNone(published.headline),
    kicker: orNone(published.kicker),
    standfirst: orNone(published.standfirst),
    // Set by hand to nothing, it says that there is none.
    byline:
      line(published.byline) || (printedByline({ bylines, language }) === '' ? undefined : ''),
    authors: bylines
      .filter(({ name }) => hasInk(name))
      .map(({ name, role, url }) => ({
        name: line(name),
        ...(role === 'author' ? {} : { role }),
        ...(url === undefined || safeHref(url) === undefined ? {} : { url }),
      })),
    section: orNone(published.section),
    keywords: published.keywords.map(line).filter(hasInk),
    language,
    date: stamp?.instant,
    stamp: stamp?.printed,
    zone: stamp?.zone,
    canonical: webAddress(published.canonicalUrl),
    slug: orNone(published.urlSlug),
    dateline: datelineOf(published),
    corrections: corrections
      .filter(({ text }) => hasInk(text))
      .map(({ kind, at, text }) => ({ kind, at, text: line(text) })),
  };
}

/** The dateline at the head of the lead, as it is printed. */
function datelineOf({ body }: Published): string | undefined {
  const lead = body.find((block) => isDateline(block) || isWrittenParagraph(block));
  return isDateline(lead) ? lead.printed : undefined;
}
