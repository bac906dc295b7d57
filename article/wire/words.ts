import { type PageWords, pageWords } from '../html/words.ts';

/** The words with which wire copy says what a line is, where its place does not. */
export interface WireWords extends PageWords {
  kicker: string;
  headline: string;
  standfirst: string;
  byline: string;
  /** Before the time of publication. */
  published: string;
  dateline: string;
  /** Below a sidebar. */
  boxEnd: string;
}

type OwnWords = Omit<WireWords, keyof PageWords>;

const WORDS = {
  en: {
    kicker: 'Kicker',
    headline: 'Headline',
    standfirst: 'Standfirst',
    byline: 'Byline',
    published: 'Published',
    dateline: 'Dateline',
    boxEnd: 'End of box',
  },
  ja: {
    kicker: '肩見出し',
    headline: '見出し',
    standfirst: 'リード',
    byline: '署名',
    published: '配信',
    dateline: '発信地',
    boxEnd: '囲み終わり',
  },
  ar: {
    kicker: 'عنوان تمهيدي',
    headline: 'العنوان',
    standfirst: 'المقدمة',
    byline: 'بقلم',
    published: 'نُشر',
    dateline: 'سطر المكان',
    boxEnd: 'نهاية الإطار',
  },
  de: {
    kicker: 'Dachzeile',
    headline: 'Schlagzeile',
    standfirst: 'Vorspann',
    byline: 'Autorenzeile',
    published: 'Veröffentlicht',
    dateline: 'Ortsmarke',
    boxEnd: 'Ende des Kastens',
  },
  fr: {
    kicker: 'Surtitre',
    headline: 'Titre',
    standfirst: 'Chapô',
    byline: 'Signature',
    published: 'Publié',
    dateline: 'Ligne de lieu',
    boxEnd: 'Fin de l’encadré',
  },
  es: {
    kicker: 'Antetítulo',
    headline: 'Titular',
    standfirst: 'Entradilla',
    byline: 'Firma',
    published: 'Publicado',
    dateline: 'Línea de data',
    boxEnd: 'Fin del recuadro',
  },
} satisfies Record<string, OwnWords>;

/** What a block calls itself in wire copy, in every language that wire copy is read in. */
export type InEachLanguage = Record<keyof typeof WORDS, string>;

/** The words of wire copy in the language of its story (BCP 47), else in English. */
export function wireWords(language: string): WireWords {
  return { ...pageWords(language), ...inLanguage<OwnWords>(WORDS, language) };
}

/** What there is for a language (BCP 47), else for English. */
export function inLanguage<T>(words: Readonly<Record<string, T>>, language: string): T {
  const primary = language.split('-')[0]?.toLowerCase() ?? '';
  return Object.hasOwn(words, primary) ? words[primary]! : words.en!;
}

type WireWord = Exclude<keyof WireWords, 'own'>;

const ALL = Object.keys(WORDS).map(wireWords);

/** Any of some words in any language, for a regular expression; each in a group of its name. */
export function anyWord(...names: WireWord[]): string {
  return names.map((name) => `(?<${name}>${anyOf(ALL.map((words) => words[name]))})`).join('|');
}

/** Any of these words, for a regular expression. */
export function anyOf(words: readonly string[]): string {
  return words.map(escape).join('|');
}

function escape(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&');
}
