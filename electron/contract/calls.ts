import { z } from 'zod';
import { FORMAT_IDS, isTextFormat } from '../../article/formats/formats.ts';
import { type Article, STATUSES, type Status } from '../../article/article.ts';
import type { Length } from '../../article/counts.ts';
import { type House, houseChangeSchema } from '../../article/house.ts';
import type { PublishedPicture } from '../../article/html/page-setting.ts';
import type { KeptPicture } from '../../article/html/kept-picture.ts';
import type { Warning } from '../../article/publish.ts';
import type { Difference } from '../../article/differences.ts';
import type { Saves } from '../../article/saves.ts';
import { idSchema, textSchema } from '../../article/schema.ts';
import type { AddedPicture, CitySuggestion } from './suggestions.ts';
import { type DeskView, MOST_IDS } from './desk-view.ts';
import type { EarlierState } from './earlier-state.ts';
import type { DeskExported, Exported } from './exported.ts';
import type { Present, TakenOver } from './present.ts';
import type { RecoveredWords } from './recovered-words.ts';
import type { MergedCopy, StoryCopy } from './story-copy.ts';

/** A line of the desk's list. */
export interface ArticleSummary extends Length {
  id: string;
  headline: string;
  slugline: string;
  section: string;
  byline: string;
  status: Status;
  language: string;
  canonicalUrl: string;
  /** RFC 3339, UTC */
  modified: string;
  /** Set when the file cannot be read; the article is listed so that it is not lost from sight. */
  fault?: string;
  /** Of the first stories that a search finds: words around the hits. */
  snippet?: SnippetRun[];
  /** Set when the desk has copies of this story beside it, such as those of a sync program. */
  copies?: StoryCopy[];
}

/** A stretch of a snippet; a `hit` is what was searched for. */
export interface SnippetRun {
  text: string;
  hit?: true;
}

/** An article that is open, and the content hash of the file it came from. */
export interface OpenArticle {
  article: Article;
  hash: string;
  readOnly: boolean;
  /** What was mended while reading, in words for the person. */
  notices: string[];
  /** Words that an earlier session could not write to the file, if there are any. */
  recovered?: RecoveredWords;
}

/** The result of a save that was written. */
export interface Saved {
  hash: string;
  modified: string;
  /** Which saves the file is made with now. */
  saves: Saves;
  /** Set when someone else had changed the file and both sides were merged into this article. */
  merged?: Article;
  /** Set when both sides could not be merged; the other side was kept as this new article. */
  keptAs?: { id: string; headline: string };
  /** Set when the story was in the trash and this save has brought it back: who had put it there. */
  fromTrash?: TrashedBy;
}

/** Who put a story in the trash: the name may be empty; `here` for a window of the same Galley. */
export interface TrashedBy {
  name: string;
  here: boolean;
}

/** What an import recognised, before it is stored. */
export interface ImportReading {
  article: Article;
  notices: string[];
  /** Pictures that the page holds in itself or names beside itself; they are given to the store. */
  pictures: KeptPicture[];
}

export interface Person {
  name: string;
  byline: string;
  section: string;
}

export interface Settings {
  theme: 'system' | 'light' | 'dark' | 'contrast';
  person: Person;
}

/** What this host can do; a control for anything else is not shown. */
export interface Abilities {
  host: 'electron' | 'web';
  chooseFolder: boolean;
  /** Opens an exported file in the program that the system has for it. */
  open: boolean;
  reveal: boolean;
  print: boolean;
}

function call<Result>() {
  return <Shape extends z.ZodRawShape>(shape: Shape) => ({
    args: z.strictObject(shape),
    // Only its type is used.
    answer: undefined as unknown as Result,
  });
}

/** The window that asks: what it works on is kept, so that its words can be merged later. */
const windowArgument = z.exactOptional(idSchema);
/** An article on its way; the service parses it whole. */
const articleArgument = z.custom<Article>((value) => typeof value === 'object' && value !== null, {
  message: 'expected an article',
});
const textFormat = z.enum(FORMAT_IDS.filter(isTextFormat));

const keptPicture: z.ZodType<KeptPicture> = z.union([
  z.strictObject({ bytes: z.string(), type: textSchema, forImage: idSchema }),
  z.strictObject({ path: textSchema, forImage: idSchema }),
]);

const exportFormat = z.enum(FORMAT_IDS);

/** Which stories of the desk are meant. */
const listFilter = {
  /** Words, `"a phrase"`, `prefix*`, `field:word`, AND, OR, NOT, parentheses. */
  search: z.exactOptional(textSchema),
  /** The last word of the search may be unfinished. */
  typing: z.exactOptional(z.boolean()),
  status: z.exactOptional(z.enum(STATUSES)),
};

/** Every call that a window may make: the arguments are parsed by these schemas on arrival. */
export const calls = {
  'desk.view': call<DeskView>()({}),
  'desk.rescan': call<DeskView>()({}),
  'house.change': call<House>()({ changes: houseChangeSchema }),
  'settings.read': call<Settings>()({}),
  'settings.change': call<Settings>()({
    theme: z.exactOptional(z.enum(['system', 'light', 'dark', 'contrast'])),
    person: z.exactOptional(
      z.strictObject({
        name: z.exactOptional(textSchema),
        byline: z.exactOptional(textSchema),
        section: z.exactOptional(textSchema),
      }),
    ),
  }),
  'articles.list': call<ArticleSummary[]>()({
    ...listFilter,
    /** Only these stories. */
    ids: z.exactOptional(z.array(idSchema).max(MOST_IDS)),
  }),
  'articles.create': call<OpenArticle>()({ window: windowArgument }),
  'articles.open': call<OpenArticle>()({ id: idSchema, window: windowArgument }),
  'articles.save': call<Saved>()({
    article: articleArgument,
    /** The hash that the window's copy is based on. */
    base: textSchema,
    window: windowArgument,
    /** Also keep this state as a version (Ctrl/Cmd+S). */
    keepVersion: z.exactOptional(z.boolean()),
    /** Write over a file that is damaged, which is put aside; the person has asked for it. */
    over: z.exactOptional(z.boolean()),
  }),
  /** Keeps words on this machine until the window saves them: an earlier save takes long, or fails. */
  'articles.keep': call<null>()({ article: articleArgument, window: windowArgument }),
  /** Forgets the words of a story that the window has kept, since it saved them in another. */
  'articles.forgetKept': call<null>()({ id: idSchema, window: idSchema }),
  /** Gives the article's folder a name after its slugline or headline. */
  'articles.rename': call<{ folder: string }>()({ id: idSchema }),
  'articles.duplicate': call<OpenArticle>()({
    id: idSchema,
    window: windowArgument,
    /** The words of the copy, where they are not those of the file. */
    article: z.exactOptional(articleArgument),
  }),
  /** The file as it is, for a person to look at: where it is, and the start of it. */
  'articles.look': call<{ file: string; text: string }>()({ id: idSchema }),
  /** What can be put in the place of a file that is damaged, the latest first. */
  'articles.earlier': call<EarlierState[]>()({ id: idSchema }),
  /** Puts one of them there; answers the story. */
  'articles.restoreEarlier': call<{ id: string }>()({
    id: idSchema,
    place: z.exactOptional(textSchema),
  }),
  'articles.trash': call<null>()({ id: idSchema }),
  /** Who put a story in the trash; null where that is not known. */
  'articles.trashedBy': call<TrashedBy | null>()({ id: idSchema }),
  'articles.restore': call<null>()({ id: idSchema }),
  /** Forgets the words of an earlier session, after the person has taken or refused them. */
  'articles.forgetRecovered': call<null>()({ id: idSchema }),
  /** Says which story a window shows, if any, and where its caret is; answers who is in any. */
  'presence.at': call<readonly Present[]>()({
    window: idSchema,
    id: z.exactOptional(idSchema),
    block: z.exactOptional(idSchema),
    field: z.exactOptional(idSchema),
  }),
  /**
   * Takes the writing mark of a story, which is kept as a version as it is; `from` is the name of who
   * wrote it when the person was asked, and may have gone since.
   */
  'presence.takeOver': call<null>()({ id: idSchema, from: textSchema }),
  /** When a story was taken over with this Galley, the earliest first. */
  'versions.takenOver': call<TakenOver[]>()({ id: idSchema }),
  /** The places in which a copy differs from its story; `place` as in `StoryCopy`. */
  'copies.compare': call<Difference[]>()({ id: idSchema, place: textSchema }),
  /** Merges the words of a copy into its story and moves the copy to the trash. */
  'copies.merge': call<MergedCopy>()({ id: idSchema, place: textSchema }),
  /** Moves a copy to the trash as it is. */
  'copies.setAside': call<null>()({ id: idSchema, place: textSchema }),
  'import.read': call<ImportReading>()({
    /** The file's name, for its type and for messages; empty for pasted text. */
    name: textSchema,
    /** Text, or bytes in base64. */
    text: z.exactOptional(textSchema),
    base64: z.exactOptional(z.string()),
  }),
  'import.store': call<OpenArticle>()({
    article: articleArgument,
    /** The `pictures` of the reading, unchanged. */
    pictures: z.exactOptional(z.array(keptPicture)),
  }),
  'export.run': call<Exported>()({
    id: idSchema,
    format: exportFormat,
    /** A folder from `desktop.chooseFolder`; without it the desk's `exports/`. */
    folder: z.exactOptional(textSchema),
    dropUnknown: z.exactOptional(z.boolean()),
    /** Named by the window, to hear of its progress and to stop it. */
    job: z.exactOptional(idSchema),
  }),
  /**
   * The stories that a filter finds, or without one every story of the desk that is not spiked; one
   * that cannot be written does not hold up the others.
   */
  'export.desk': call<DeskExported>()({
    ...listFilter,
    format: exportFormat,
    /** A folder from `desktop.chooseFolder`; without it the desk's `exports/`. */
    folder: z.exactOptional(textSchema),
    dropUnknown: z.exactOptional(z.boolean()),
    job: z.exactOptional(idSchema),
  }),
  /** Stops an export; it ends with `cancelled`. One that has ended is left alone. */
  'export.cancel': call<null>()({ job: idSchema }),
  /** The text of an export, for a download or the clipboard. */
  'export.render': call<{ text: string; fileName: string; warnings: Warning[] }>()({
    id: idSchema,
    format: textFormat,
    dropUnknown: z.exactOptional(z.boolean()),
  }),
  /** Puts a picture into the story's media folder; the window then makes a block that names it. */
  'media.add': call<AddedPicture>()({
    id: idSchema,
    /** What the file was called, for messages; empty for a pasted one. */
    name: textSchema,
    base64: z.string(),
  }),
  /** Where stored pictures of a story are on its page, by their names; the unreadable are left out. */
  'media.published': call<Record<string, PublishedPicture>>()({
    id: idSchema,
    files: z.array(textSchema),
  }),
  'places.suggest': call<CitySuggestion[]>()({ query: textSchema }),
  'desktop.abilities': call<Abilities>()({}),
  'desktop.chooseFolder': call<string | null>()({}),
  /** Opens what was exported in this run, in the program that the system has for it. */
  'desktop.open': call<null>()({ path: textSchema }),
  /** Shows an exported file in the system's file manager. */
  'desktop.reveal': call<null>()({ path: textSchema }),
  /** Prints the preview of an article. */
  'desktop.print': call<null>()({ id: idSchema }),
} as const;

export type Calls = typeof calls;
export type CallName = keyof Calls;
export type Args<N extends CallName> = z.output<Calls[N]['args']>;
export type Answer<N extends CallName> = Calls[N]['answer'];

/** One function for each call; the services are gathered into this. */
export type Handlers = { [N in CallName]: (args: Args<N>) => Promise<Answer<N>> };

/** What crosses the border between processes: an error keeps its code, message and path. */
export type Reply =
  { ok: true; value: unknown } | { ok: false; code: string; message: string; path?: string };
