import type { Element } from 'hast';
import { articleToHast } from '../html/article-element.ts';
import { element, frame } from '../html/element.ts';
import { newsArticleJson } from '../html/json-ld.ts';
import { languageAttributes } from '../html/language.ts';
import { type Metadata, metadataOf } from '../html/metadata.ts';
import { serializeElement } from '../html/serialize.ts';
import { collapseText, hasInk } from '../html/white-space.ts';
import type { Published } from '../publish.ts';
import { type Format, type RenderOptions, settingOf } from './format.ts';

/**
 * A complete page that stands alone: the article, what it says about itself to programs, and the
 * stylesheet inside. It has no script and asks nothing of anyone.
 */
export const html = {
  id: 'html',
  kind: 'text',
  mediaType: 'text/html',
  about: 'a page that stands alone (the default)',
  pictures: 'apart',
  fileName: (slug) => `${slug}.html`,
  for: 'readers',
  render(published: Published, options: RenderOptions) {
    const house = collapseText(options.house?.name ?? '');
    const main = element('main', {}, [articleToHast(published, settingOf(published, options))]);
    const nameplate = element('header', { className: ['nameplate'] }, [element('p', {}, house)]);
    const page = element('html', { lang: 'en', ...languageAttributes(published.language) }, [
      frame('head', [], headOf(published, house, options)),
      frame('body', [], hasInk(house) ? [nameplate, main] : [main]),
    ]);
    return `<!DOCTYPE html>\n${serializeElement(page)}\n`;
  },
} satisfies Format;

function headOf(published: Published, house: string, options: RenderOptions): Element[] {
  const { stylesheet = '', hasMedia = false, media } = options;
  const metadata = metadataOf(published, hasMedia ? media : undefined);
  const { title, description, canonical } = metadata;
  return [
    element('meta', { charSet: 'utf-8' }),
    element('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    element('title', {}, title),
    ...(description === '' ? [] : [element('meta', { name: 'description', content: description })]),
    ...(canonical === '' ? [] : [element('link', { rel: ['canonical'], href: canonical })]),
    element('meta', { name: 'color-scheme', content: 'light dark' }),
    ...openGraph(metadata, house),
    element('script', { type: 'application/ld+json' }, newsArticleJson(published, metadata, house)),
    // A stylesheet cannot end its own element.
    ...(stylesheet === ''
      ? []
      : [element('style', {}, `\n${stylesheet.replaceAll('</', '<\\/')}`)]),
  ];
}

function openGraph(metadata: Metadata, house: string): Element[] {
  const properties: [string, string][] = [
    ['og:type', 'article'],
    ['og:title', metadata.title],
    ['og:description', metadata.description],
    ['og:url', metadata.canonical],
    ['og:site_name', house],
    ...imageProperties(metadata),
    ['article:published_time', metadata.published],
    ['article:modified_time', metadata.modified],
    ['article:section', metadata.section],
    ...metadata.keywords.map((keyword): [string, string] => ['article:tag', keyword]),
  ];
  return properties
    .filter(([, content]) => hasInk(content))
    .map(([property, content]) => element('meta', { property, content }));
}

function imageProperties({ image }: Metadata): [string, string][] {
  if (image === undefined) return [];
  return [
    ['og:image', image.address],
    ['og:image:width', String(image.width)],
    ['og:image:height', String(image.height)],
    ['og:image:alt', image.alt],
  ];
}
