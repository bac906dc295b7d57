import { isDateline } from '../blocks/dateline/lead.ts';
import { headLines } from '../head-lines.ts';
import { blocksToHast } from '../html/lower.ts';
import { pageSetting } from '../html/page-setting.ts';
import { collapseText, hasInk } from '../html/white-space.ts';
import { parseHouse } from '../house.ts';
import { readChunks } from '../wire/lines.ts';
import { takeSaidHead } from '../import/wire-said-head.ts';
import { readWire } from '../import/wire.ts';
import type { Published } from '../publish.ts';
import type { Format, RenderOptions } from './format.ts';
import { datelineIn } from '../blocks/dateline/wire.ts';
import { joinsNext } from '../blocks/sidebar/wire.ts';
import { writeWire } from '../wire/write.ts';
import { noteLine } from '../wire/note.ts';
import { type WireWords, wireWords } from '../wire/words.ts';

/**
 * Wire copy: the kicker above the headline, the standfirst, byline and stamp, then the story, all
 * of them separated by blank lines. `readWire` reads it back as what it was. Where a desk could not
 * tell from its place what a line of the head or a dateline is, a word before it says so.
 *
 * What plain text does not say is left out: marks and links, pictures and embeds but for their
 * words, line breaks in a paragraph, cells that span or head a row, people who are no authors, how
 * a sidebar is placed, and the fields that no head prints: slugline, section, keywords, language,
 * urgency, genre, length and address among them.
 */
export const text = {
  id: 'text',
  kind: 'text',
  mediaType: 'text/plain',
  about: 'wire copy, which import reads back: all but marks, links, pictures and most details',
  pictures: 'none',
  fileName: (slug) => `${slug}.txt`,
  for: 'wires',
  render(published: Published, options: RenderOptions) {
    const parts = copyOf(published, options.house?.zone ?? 'UTC');
    return parts.length === 0 ? '' : `${parts.join('\n\n')}\n`;
  },
} satisfies Format;

/** The forms of a copy, the most usual first: which of its head and its first dateline say what they are. */
const FORMS = [
  { head: false, dateline: false },
  { head: false, dateline: true },
  { head: true, dateline: false },
  { head: true, dateline: true },
] as const;

/** A head is told by what follows it, and a dateline stands near it: no more of a body is looked at. */
const BODY_BELOW_HEAD = 6;

/** What blank lines stand between, in the first form that is read as what it is. */
function copyOf(published: Published, zone: string): string[] {
  const { language, body, corrections } = published;
  const page = { ...pageSetting(language, { zone }), words: wireWords(language) };
  const nodes = blocksToHast(body, page);
  const notes = corrections
    .filter((correction) => hasInk(correction.text))
    .map((correction) => `(${noteLine(correction, page)})`);
  const first = nodes.findIndex((node) => datelineIn(node) !== undefined);
  const forms = FORMS.map((form) => ({
    headSaid: form.head,
    head: (form.head ? [saidHead(published, page.words)] : usualHead(published)).filter(hasInk),
    story: nodes.flatMap((node, at) => {
      const dateline = datelineIn(node);
      const said =
        dateline === undefined
          ? joinsNext(node, nodes[at + 1])
          : form.dateline || at !== first || at >= BODY_BELOW_HEAD;
      const line = writeWire(node, page, said);
      return hasInk(line) ? [{ text: line, dateline }] : [];
    }),
  }));
  const house = parseHouse({ language, zone });
  const told = [...headLines(published), ''].map(shown);
  const found = forms.find(({ headSaid, head, story }) => {
    const start = story.slice(0, BODY_BELOW_HEAD);
    const copy = [...head, ...start.map((line) => line.text), ...notes].join('\n\n');
    // A story may begin with words that would say the same of an empty head.
    if (!headSaid && takeSaidHead(readChunks(copy)) !== undefined) return false;
    const { article } = readWire(copy, house, '1970-01-01T00:00:00Z');
    const back = headLines({ ...article, byline: article.bylineText, stamp: article.stamp });
    const datelines = article.body.filter(isDateline).map(({ printed }) => shown(printed));
    return (
      [...back, article.slugline].map(shown).every((line, at) => line === told[at]) &&
      // Words that only look like a dateline come back as one in any form.
      start.every(({ dateline }) => dateline === undefined || takeTo(datelines, shown(dateline)))
    );
  });
  const { head, story } = found ?? forms.at(-1)!;
  return [...head, ...story.map((line) => line.text), ...notes];
}

/** Takes from the start of a row up to an item; false if it is not in it. */
function takeTo(row: string[], item: string): boolean {
  const at = row.indexOf(item);
  row.splice(0, at === -1 ? row.length : at + 1);
  return at !== -1;
}

function shown(line = ''): string {
  return collapseText(line).trim();
}

function usualHead(published: Published): string[] {
  const [kicker, headline, standfirst, byline, stamp] = headLines(published).map(shown);
  return [[kicker, headline], [standfirst], [byline, stamp]].map((lines) =>
    lines.filter((line = '') => hasInk(line)).join('\n'),
  );
}

/** The headline's line is there even if it is empty: it tells that the head is one in words. */
function saidHead(published: Published, words: WireWords): string {
  const { kicker, headline, standfirst, byline, published: time } = words;
  const lines = headLines(published).map(shown);
  return [kicker, headline, standfirst, byline, time]
    .map((word, at) => ({ word, line: lines[at] ?? '' }))
    .filter(({ word, line }) => word === headline || hasInk(line))
    .map(({ word, line }) => `${word}: ${line}`.trimEnd())
    .join('\n');
}
