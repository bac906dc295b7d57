import type { Article } from '../../article/article.ts';
import { article, heading, li, list, p, sidebar } from '../article/build.ts';
import type { Block } from '../../article/blocks/blocks.ts';
import { STATUSES } from '../../article/article.ts';
import { formatDateline } from '../../article/dateline/format.ts';

/** Numbers from 0 to 1 that are the same in every run. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const COMMON =
  'the of to and a in said for that on was is with at by from as it has would not were its are be have more than after who over been new about had this their they first which two one last';
const SYLLABLES =
  'ba be bor ca cor da del den dor el en er fa fel gar gra ha hel hol in is ka kel la len lin lo ma mer mi mon na ner no or pa pel per po ra ren ri ro sa sel sen so sta ta tel ten tor tra tu un va vel ver vi wa wen';
const PLACES = ['BERGEN', 'OSLO', 'TOKYO', 'ZÜRICH', 'LIMA', 'NAIROBI', 'QUÉBEC', 'ANKARA'];
const SECTIONS = ['Politics', 'Ports', 'Business', 'Science', 'Sport', 'Culture'];
const NAMES = ['Ada Prøve', 'Ben Oksanen', 'Chidi Mensah', 'Dana Königs', 'Emi Hoshino'];

/** Some thousand words that look like words; the first are the most frequent, as in any language. */
const VOCABULARY = makeVocabulary();

function makeVocabulary(): string[] {
  const random = seeded(7);
  const syllables = SYLLABLES.split(' ');
  const words = new Set(COMMON.split(' '));
  while (words.size < 8000) {
    const count = 1 + Math.ceil(random() * 3);
    let word = '';
    for (let n = 0; n < count; n += 1) word += syllables[Math.floor(random() * syllables.length)];
    words.add(word);
  }
  return [...words];
}

/** Makes stories; the same seed makes the same ones. */
export class StoryMaker {
  private readonly random: () => number;

  constructor(seed: number) {
    this.random = seeded(seed);
  }

  /** A word, the frequent ones often. */
  word(): string {
    return VOCABULARY[Math.floor(VOCABULARY.length ** this.random()) - 1] ?? 'the';
  }

  sentence(words: number): string {
    const row = Array.from({ length: words }, () => this.word());
    const first = row[0] ?? '';
    row[0] = first.slice(0, 1).toUpperCase() + first.slice(1);
    if (words > 12) row[6] += ',';
    return `${row.join(' ')}.`;
  }

  /** A paragraph of about so many words. */
  paragraph(words: number): string {
    const sentences: string[] = [];
    for (let left = words; left > 0; left -= 18) sentences.push(this.sentence(Math.min(18, left)));
    return sentences.join(' ');
  }

  private pick<T>(of: readonly T[]): T {
    return of[Math.floor(this.random() * of.length)]!;
  }

  /** A story of about 800 words with a dateline, crossheads, marks, a list and a box of links. */
  story(number: number): Article {
    const places = [{ name: this.pick(PLACES) }];
    const printed = formatDateline({ places, source: 'Fjordbyrå' }, 'ap');
    const body: Block[] = [
      { type: 'dateline', id: `d${number}`, places, source: 'Fjordbyrå', style: 'ap', printed },
    ];
    for (let n = 0; n < 17; n += 1) {
      if (n % 6 === 5) body.push(heading(this.sentence(4).slice(0, -1)));
      const text = this.paragraph(42);
      const cut = text.indexOf(' ', 60);
      body.push(
        n % 4 === 2
          ? p([
              { text: text.slice(0, cut) },
              { text: text.slice(cut, cut + 30), marks: [{ type: 'bold' }] },
              { text: text.slice(cut + 30) },
            ])
          : p(text),
      );
    }
    body.push(list('bulleted', this.sentence(7), this.sentence(8), this.sentence(6)));
    const links = Array.from({ length: 4 }, () => li(this.sentence(6).slice(0, -1)));
    body.push(sidebar('Most read', [list('numbered', ...links)]));
    const at = new Date(Date.UTC(2026, 0, 1) + number * 60_000).toISOString();
    return {
      ...article(...body),
      id: `01890a5d-ac96-774b-bcce-${String(number).padStart(12, '0')}`,
      created: at,
      modified: at,
      headline: this.sentence(7).slice(0, -1),
      slugline: `${this.word()}-${this.word()}-${number}`,
      standfirst: this.sentence(16),
      section: this.pick(SECTIONS),
      status: this.pick(STATUSES),
      keywords: [this.word(), this.word()],
      bylines: [{ name: this.pick(NAMES), role: 'author' }],
      stamp: {
        instant: at.replace('.000Z', '+00:00'),
        zone: 'UTC',
        printed: `${at.slice(11, 16)} GMT`,
      },
    };
  }

  /** Wire copy as an agency sends it, of about 250 words. */
  wire(number: number): string {
    const paragraphs = Array.from({ length: 7 }, () => this.paragraph(34));
    return [
      `${String(number % 24).padStart(2, '0')}:40 CET, November 20, 2026`,
      this.sentence(7).slice(0, -1),
      `By ${this.pick(NAMES)}`,
      `${this.pick(PLACES)} (Fjordbyrå) — ${paragraphs[0]}`,
      ...paragraphs.slice(1),
      'Most Read',
      `- ${this.sentence(6).slice(0, -1)}`,
      `- ${this.sentence(6).slice(0, -1)}`,
      '-30-',
      '',
    ].join('\n');
  }
}
