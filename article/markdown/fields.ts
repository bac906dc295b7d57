import { NOTE_KINDS } from '../kinds.ts';
import type { Article, Byline, Correction, Stamp } from '../article.ts';
import { afterBy, authorName, bylinesFromText, printedAs } from '../byline.ts';
import type { House } from '../house.ts';
import { safeHref } from '../html/href.ts';
import { isInstant } from '../html/instant.ts';
import { collapseText, hasInk } from '../html/white-space.ts';
import { webAddressSchema } from '../schema.ts';
import { formatStamp } from '../stamp/format.ts';
import { parseStamp } from '../stamp/parse.ts';

/** Takes what is understood from the front matter, and knows what is left. */
export class FieldReader {
  private readonly fields: Map<string, unknown>;
  /** The dateline as it is printed; undefined where the front matter has none. */
  readonly dateline: string | undefined = undefined;

  constructor(fields: Record<string, unknown>) {
    this.fields = new Map(Object.entries(fields));
    const printed = this.fields.get('dateline');
    if (typeof printed === 'string' && hasInk(printed)) {
      this.dateline = printed;
      this.fields.delete('dateline');
    }
  }

  /** The text of the first of these keys that has one. */
  text(...keys: string[]): string | undefined {
    for (const key of keys) {
      const value = this.fields.get(key);
      const text = typeof value === 'string' || typeof value === 'number' ? String(value) : '';
      if (!hasInk(text)) continue;
      this.fields.delete(key);
      return collapseText(text);
    }
    return undefined;
  }

  /** The first of these keys that has a web address; what is none stays with what is left. */
  address(...keys: string[]): string | undefined {
    const key = keys.find((one) => webAddressSchema.safeParse(this.fields.get(one)).success);
    return key === undefined ? undefined : this.text(key);
  }

  /** The texts of a list, or of a text with commas. */
  texts(...keys: string[]): string[] {
    const all: string[] = [];
    for (const key of keys) {
      const value = this.fields.get(key);
      const list = typeof value === 'string' ? value.split(',') : value;
      if (!Array.isArray(list)) continue;
      if (!list.every((one) => typeof one === 'string' || typeof one === 'number')) continue;
      this.fields.delete(key);
      all.push(...list.map((one) => collapseText(String(one))));
    }
    return [...new Set(all.filter(hasInk))];
  }

  take(key: string): unknown {
    const value = this.fields.get(key);
    this.fields.delete(key);
    return value;
  }

  peek(key: string): unknown {
    return this.fields.get(key);
  }

  left(): Record<string, unknown> | undefined {
    return this.fields.size === 0 ? undefined : Object.fromEntries(this.fields);
  }
}

type FrontFields = Pick<
  Article,
  | 'headline'
  | 'kicker'
  | 'standfirst'
  | 'bylines'
  | 'section'
  | 'keywords'
  | 'urlSlug'
  | 'corrections'
> &
  Partial<Pick<Article, 'bylineText' | 'language' | 'canonicalUrl' | 'stamp'>>;

/** The fields that front matter fills, under the names that Galley and others give them. */
export function readFields(reader: FieldReader, house: House): FrontFields {
  const language = reader.text('language', 'lang', 'locale')?.replace('_', '-');
  const canonical = reader.address('canonical', 'canonicalUrl', 'canonical_url', 'canonicalURL');
  const stamp = readStamp(reader, house);
  const isList = Array.isArray(reader.peek('keywords'));
  const sections = reader.text('section', 'category') ?? reader.texts('categories').join(', ');
  return {
    headline: reader.text('title', 'headline') ?? '',
    kicker: reader.text('kicker') ?? '',
    standfirst:
      reader.text('standfirst', 'description', 'summary', 'excerpt', 'subtitle', 'lead') ?? '',
    ...readBylines(reader, language ?? house.language),
    section: sections,
    keywords: isList ? keywordList(reader) : reader.texts('keywords', 'tags'),
    urlSlug: reader.text('slug') ?? '',
    corrections: readCorrections(reader),
    ...(language === undefined ? {} : { language }),
    ...(canonical === undefined ? {} : { canonicalUrl: canonical }),
    ...(stamp === undefined ? {} : { stamp }),
  };
}

/** Our own list says each keyword as it is, also twice. */
function keywordList(reader: FieldReader): string[] {
  const list = reader.take('keywords') as unknown[];
  const own = list.map((one) => collapseText(String(one))).filter(hasInk);
  return [...own, ...reader.texts('tags').filter((tag) => !own.includes(tag))];
}

function readStamp(reader: FieldReader, house: House): Stamp | undefined {
  const date = reader.text('date', 'published', 'pubDate', 'publishDate', 'published_at');
  const printed = reader.text('stamp');
  const zone = reader.text('zone', 'timezone');
  if (printed !== undefined) {
    if (date !== undefined && isInstant(date)) {
      return { printed, instant: date, ...(zone === undefined ? {} : { zone }) };
    }
    const parsed = parseStamp(printed, { zone: zone ?? house.zone });
    return parsed?.kind === 'stamp' ? parsed.stamp : { printed };
  }
  if (date === undefined) return undefined;
  if (isInstant(date)) {
    const inZone = parseStamp(formatStamp(date, house.zone), { zone: house.zone });
    if (inZone?.kind === 'stamp') return inZone.stamp;
  }
  const parsed = parseStamp(date, { zone: zone ?? house.zone });
  return parsed?.kind === 'stamp' ? parsed.stamp : { printed: date };
}

const ROLES = ['author', 'reporting', 'photo', 'editing'] as const;

function readBylines(
  reader: FieldReader,
  language: string,
): { bylines: Byline[]; bylineText?: string } {
  const printed = reader.peek('byline') === '' ? '' : reader.text('byline');
  reader.take('byline');
  const listed = ['authors', 'author'].flatMap((key): Byline[] => {
    const value = reader.take(key);
    const list = Array.isArray(value) ? value : value === undefined ? [] : [value];
    return list.flatMap((one) => readPerson(one, language));
  });
  if (printed === undefined) return { bylines: listed };
  // Of a byline alone the names are known where it says that it is one.
  const bylines =
    listed.length === 0 && afterBy(printed, language) !== undefined
      ? bylinesFromText(printed, [], language)
      : listed;
  return printedAs(printed, bylines, language);
}

function readPerson(value: unknown, language: string): Byline[] {
  if (typeof value === 'string') return hasInk(value) ? bylinesFromText(value, [], language) : [];
  if (typeof value !== 'object' || value === null) return [];
  const { name, role, url, email } = value as Record<string, unknown>;
  if (typeof name !== 'string' || !hasInk(name)) return [];
  const person: Byline = {
    name: authorName(collapseText(name), language),
    role: ROLES.find((one) => one === role) ?? 'author',
  };
  if (typeof email === 'string') person.email = email;
  if (typeof url === 'string' && safeHref(url) !== undefined) person.url = url;
  return [person];
}

function readCorrections(reader: FieldReader): Correction[] {
  const list = reader.peek('corrections');
  if (!Array.isArray(list)) return [];
  const read = list.flatMap((one): Correction[] => {
    const { kind, at, text } = (one ?? {}) as Record<string, unknown>;
    if (typeof text !== 'string' || !hasInk(text)) return [];
    return [
      {
        at: typeof at === 'string' ? at : '',
        kind: NOTE_KINDS.find((name) => name === kind) ?? 'correction',
        text: collapseText(text),
      },
    ];
  });
  if (read.length === list.length) reader.take('corrections');
  return read.length === list.length ? read : [];
}
