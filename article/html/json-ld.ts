import { withoutSeparator } from '../dateline/separators.ts';
import type { Published } from '../publish.ts';
import type { Metadata } from './metadata.ts';
import { isInstant } from './instant.ts';
import { collapseText, hasInk } from './white-space.ts';

/**
 * The article as schema.org NewsArticle, JSON that is safe inside a `script` element. What is empty
 * is left out.
 */
export function newsArticleJson(
  published: Published,
  metadata: Metadata,
  publisher: string,
): string {
  const { dateline } = metadata;
  const places = dateline?.places.map(({ name, region, country }) =>
    filled({
      '@type': 'Place',
      name,
      address: orNothing(filled({ addressRegion: region, addressCountry: country })),
    }),
  );
  const corrections = published.corrections
    .filter(({ text }) => hasInk(text))
    .map(({ text, at }) =>
      filled({
        '@type': 'CorrectionComment',
        text: collapseText(text),
        datePublished: isInstant(at) ? at : '',
      }),
    );
  const json = JSON.stringify(
    filled({
      '@context': 'https://schema.org',
      '@type': 'NewsArticle',
      headline: metadata.title,
      description: metadata.description,
      url: metadata.canonical,
      image: metadata.image?.address,
      dateline: dateline === undefined ? '' : withoutSeparator(dateline.printed),
      locationCreated: places,
      datePublished: metadata.published,
      dateModified: metadata.modified,
      author: metadata.authors.map((author) => ({ '@type': 'Person', ...author })),
      articleSection: metadata.section,
      keywords: metadata.keywords,
      inLanguage: published.language,
      publisher: hasInk(publisher)
        ? { '@type': 'NewsMediaOrganization', name: collapseText(publisher) }
        : undefined,
      correction: corrections,
    }),
  );
  // Nothing in the data may end the element or begin a comment in it.
  return json.replace(
    /[<\u2028\u2029]/gu,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

type Data = Record<string, unknown>;

function filled(data: Data): Data {
  return Object.fromEntries(
    Object.entries(data).filter(
      ([, value]) =>
        value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0),
    ),
  );
}

function orNothing(data: Data): Data | undefined {
  return Object.keys(data).length === 0 ? undefined : data;
}
