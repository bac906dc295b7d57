/** The few words that a page prints of its own. */
export interface PageWords extends Words {
  /** The attributes of an element that holds one: its language, where it is not the article's. */
  own: { lang?: string };
}

interface Words {
  untitled: string;
  topics: string;
  correction: string;
  clarification: string;
  update: string;
  /** What stands between one of these three and its text. */
  colon: string;
  reporting: string;
  photo: string;
  editing: string;
  links: string;
  ranking: string;
  factbox: string;
  picture: string;
  table: string;
}

const WORDS: Record<string, Words> = {
  en: {
    untitled: 'Untitled',
    topics: 'Topics',
    correction: 'Correction',
    clarification: 'Clarification',
    update: 'Update',
    colon: ': ',
    reporting: 'Reporting by',
    photo: 'Photographs by',
    editing: 'Editing by',
    links: 'Related stories',
    ranking: 'Ranking',
    factbox: 'Facts',
    picture: 'Picture',
    table: 'Table',
  },
  ja: {
    untitled: '無題',
    topics: 'トピック',
    correction: '訂正',
    clarification: '補足',
    update: '更新',
    colon: '：',
    reporting: '取材',
    photo: '撮影',
    editing: '編集',
    links: '関連記事',
    ranking: 'ランキング',
    factbox: '解説',
    picture: '写真',
    table: '表',
  },
  ar: {
    untitled: 'بلا عنوان',
    topics: 'مواضيع',
    correction: 'تصحيح',
    clarification: 'توضيح',
    update: 'تحديث',
    colon: ': ',
    reporting: 'تغطية',
    photo: 'تصوير',
    editing: 'تحرير',
    links: 'مواد ذات صلة',
    ranking: 'الأكثر قراءة',
    factbox: 'معلومات',
    picture: 'صورة',
    table: 'جدول',
  },
  de: {
    untitled: 'Ohne Titel',
    topics: 'Themen',
    correction: 'Korrektur',
    clarification: 'Klarstellung',
    update: 'Aktualisierung',
    colon: ': ',
    reporting: 'Mitarbeit:',
    photo: 'Fotos:',
    editing: 'Redaktion:',
    links: 'Mehr zum Thema',
    ranking: 'Rangliste',
    factbox: 'Hintergrund',
    picture: 'Bild',
    table: 'Tabelle',
  },
  fr: {
    untitled: 'Sans titre',
    topics: 'Sujets',
    correction: 'Rectificatif',
    clarification: 'Précision',
    update: 'Mise à jour',
    colon: '\u00A0: ',
    reporting: 'Avec',
    photo: 'Photos :',
    editing: 'Édition :',
    links: 'À lire aussi',
    ranking: 'Classement',
    factbox: 'Repères',
    picture: 'Image',
    table: 'Tableau',
  },
  es: {
    untitled: 'Sin título',
    topics: 'Temas',
    correction: 'Corrección',
    clarification: 'Aclaración',
    update: 'Actualización',
    colon: ': ',
    reporting: 'Con información de',
    photo: 'Fotografías de',
    editing: 'Edición de',
    links: 'Noticias relacionadas',
    ranking: 'Clasificación',
    factbox: 'Claves',
    picture: 'Imagen',
    table: 'Tabla',
  },
};

/** The words of a page in its language (BCP 47), else in English. */
export function pageWords(language: string): PageWords {
  const primary = language.split('-')[0]?.toLowerCase() ?? '';
  const words = Object.hasOwn(WORDS, primary) ? WORDS[primary] : undefined;
  return words === undefined ? { ...WORDS.en!, own: { lang: 'en' } } : { ...words, own: {} };
}
