import { firstDateline } from '../blocks/dateline/lead.ts';
import { isWrittenParagraph } from '../blocks/paragraph/paragraphs.ts';
import type { Published } from '../publish.ts';
import type { Dateline } from '../blocks/dateline/dateline.ts';
import { bylinesFromText } from '../byline.ts';
import { plainText } from '../inline.ts';
import { picturesOf } from '../pictures.ts';
import { resolveAddress } from './address.ts';
import { printedAuthors } from './byline.ts';
import { webAddress } from './href.ts';
import { isInstant } from './instant.ts';
import type { FindPicture } from './page-setting.ts';
import { collapseText, hasInk } from './white-space.ts';
import { pageWords } from './words.ts';

/** What a page says about itself to programs. Empty text for what is not known. */
export interface Metadata {
  title: string;
  description: string;
  /** An http or https address. */
  canonical: string;
  /** RFC 3339 */
  published: string;
  /** RFC 3339 */
  modified: string;
  section: string;
  keywords: string[];
  authors: { name: string; url?: string }[];
  dateline: Dateline | undefined;
  /** The first picture of the story, where it has an address of its own on the web. */
  image: MetadataImage | undefined;
}

/** A picture by which a page is shown elsewhere. */
export interface MetadataImage {
  /** An http or https address. */
  address: string;
  alt: string;
  /** Pixels */
  width: number;
  /** Pixels */
  height: number;
}

/**
 * Gathers what a page says about itself, all of it from what the page prints. `media` finds the
 * pictures that lie beside the page, if any do.
 */
export function metadataOf(published: Published, media?: FindPicture): Metadata {
  const { stamp, modified } = published;
  const headline = collapseText(published.headline);
  const canonical = webAddress(published.canonicalUrl) ?? '';
  return {
    title: hasInk(headline) ? headline : pageWords(published.language).untitled,
    description: describe(published),
    canonical,
    published: stamp?.instant !== undefined && isInstant(stamp.instant) ? stamp.instant : '',
    modified: isInstant(modified) ? modified : '',
    section: collapseText(published.section),
    keywords: published.keywords.map(collapseText).filter(hasInk),
    authors: authorsOf(published),
    dateline: firstDateline(published.body),
    image: media === undefined ? undefined : imageOf(published, media, canonical),
  };
}

/** A page of no known address cannot say where its pictures are. */
function imageOf(
  { body }: Published,
  media: FindPicture,
  canonical: string,
): MetadataImage | undefined {
  if (canonical === '') return undefined;
  for (const { picture } of picturesOf(body)) {
    const found = picture.file === undefined ? undefined : media(picture.file);
    const address = found === undefined ? undefined : resolveAddress(found.src, canonical);
    if (found === undefined || address === undefined) continue;
    const alt = picture.decorative === true ? '' : collapseText(picture.alt);
    return { address, alt, width: found.width, height: found.height };
  }
  return undefined;
}

/** Names without `By`; from the printed byline where it names nobody that the article knows. */
function authorsOf(published: Published): Metadata['authors'] {
  const known = printedAuthors(published);
  const { byline, language } = published;
  const authors = known.length > 0 ? known : bylinesFromText(collapseText(byline), [], language);
  return authors
    .map(({ name, url }) => ({ name: collapseText(name), url: webAddress(url) }))
    .filter(({ name }) => hasInk(name))
    .map(({ name, url }) => (url === undefined ? { name } : { name, url }));
}

/** The longest description of more than one sentence, in characters. */
const DESCRIPTION_LENGTH = 200;

/** The standfirst, or as many whole sentences of the lead as fit, at least one. */
function describe(published: Published): string {
  const standfirst = collapseText(published.standfirst);
  if (hasInk(standfirst)) return standfirst;
  const lead = published.body.find(isWrittenParagraph);
  if (lead === undefined) return '';
  const text = collapseText(plainText(lead.content));
  if (text.length <= DESCRIPTION_LENGTH) return text;
  let description = '';
  for (const { segment } of sentences(published.language).segment(text)) {
    if (description !== '' && (description + segment).trim().length > DESCRIPTION_LENGTH) break;
    description += segment;
  }
  return description.trim();
}

const segmenters = new Map<string, Intl.Segmenter>();

function sentences(language: string): Intl.Segmenter {
  let segmenter = segmenters.get(language);
  if (segmenter === undefined) {
    const [known] = /^[a-z]{2,3}(?:-|$)/iu.test(language) ? [language.split('-')[0]] : [];
    segmenter = new Intl.Segmenter(known ?? 'en', { granularity: 'sentence' });
    segmenters.set(language, segmenter);
  }
  return segmenter;
}
