import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Article } from '../article/article.ts';
import type { Abilities, Handlers, OpenArticle } from './contract/calls.ts';
import type { Event } from './contract/events.ts';
import { makeHandlers } from './handlers/handlers.ts';
import { Articles } from './services/articles.ts';
import { openBases } from './services/bases.ts';
import { DeskExports } from './services/desk-exports.ts';
import { sparingJournal } from './services/data-trouble.ts';
import { hasVanished } from './services/desk.ts';
import { DeskFollower } from './services/desk-follow.ts';
import { readStylesheet } from './services/exports.ts';
import { sweepGone } from './services/gone-installations.ts';
import { HereFiles } from './services/here-files.ts';
import { importFile } from './services/import-file.ts';
import { leaveInstallation, openInstallation } from './services/installation.ts';
import { openJournal } from './services/journal.ts';
import { openKnownDesk } from './services/known-desks.ts';
import { sweepLeftovers } from './services/leftovers.ts';
import { News } from './services/news.ts';
import { openShelf } from './services/open-shelf.ts';
import { PictureCache } from './services/picture-cache.ts';
import type { PresenceTimes } from './services/presence-times.ts';
import { Presence } from './services/presence.ts';
import { type ServedPage, previewPage } from './services/preview.ts';
import { PublishedMedia } from './services/published-media.ts';
import { type ServedPicture, servedPicture } from './services/served-picture.ts';
import { openSettings } from './services/settings.ts';
import { type StoryLocks, fileLocks } from './services/story-locks.ts';
import { isSynced } from './services/synced-folder.ts';
import { openVersions } from './services/versions.ts';
import { WindowSaves } from './services/window-saves.ts';

/** What only the host can do; a host leaves out what it cannot. */
export interface Desktop {
  abilities: Abilities;
  /** Opens a file in the program that the system has for it. */
  open?(file: string): Promise<void>;
  /** Shows a file in the system's file manager. */
  reveal?(file: string): Promise<void>;
  /** Prints the preview of an article. */
  print?(id: string): Promise<void>;
  /** Asks the person for a folder; null if they choose none. */
  chooseFolder?(): Promise<string | null>;
}

export interface BootOptions {
  /** The desk, which is made if there is nothing there. */
  deskFolder: string;
  /** What belongs to this machine: index, journal, versions, settings. */
  dataFolder: string;
  assetsFolder: string;
  desktop: Desktop;
  /** Whether a new desk gets the sample stories (default true). */
  samples?: boolean;
  /** Make a new desk also where one was before that is gone (default false). */
  anew?: boolean;
  now?: () => Date;
  /** What keeps Galleys from changing a story at the same time (default: files, see `fileLocks`). */
  locks?: StoryLocks;
  /** Whether the system is asked to tell of changes (default true). */
  watch?: boolean;
  /** How often others are told who is here, and looked at (default: see `Presence`). */
  presence?: PresenceTimes;
}

/** A running Galley: one set of services for whatever host shows it. */
export interface Galley {
  handlers: Handlers;
  deskFolder: string;
  /** What this machine keeps of the desk. */
  ownFolder: string;
  events: {
    /** Answers a function that ends the listening. */
    subscribe(listener: (event: Event) => void): () => void;
    /** Tells all listeners of an event. */
    emit(event: Event): void;
  };
  /** The article of this desk whose file this is. */
  articleOf(file: string): string | undefined;
  /** Puts a file of this machine on the desk as a new story; see `importFile` of the services. */
  importFile(file: string): Promise<OpenArticle>;
  /** Keeps words that cannot be written, for the next time that the story is opened. */
  keepWords(article: Article, reason: string): Promise<void>;
  /** The published page of an article; throws what the export throws. */
  preview(id: string): Promise<ServedPage>;
  /** The picture at a path of the host (see `servedPicture`); undefined if it is no picture's. */
  picture(pathname: string): Promise<ServedPicture | undefined>;
  /** Ends the following of the desk and waits for what is being written. */
  close(): Promise<void>;
}

/** Opens a desk with everything that works on it. Throws an AppError when it cannot be opened. */
export async function boot(options: BootOptions): Promise<Galley> {
  const { deskFolder, dataFolder, assetsFolder, desktop, samples = true } = options;
  const now = () => (options.now?.() ?? new Date()).toISOString();
  const desk = await openKnownDesk(path.resolve(deskFolder), dataFolder, {
    samples: samples ? path.join(assetsFolder, 'sample-desk') : undefined,
    anew: options.anew,
  });
  const installation = await openInstallation(dataFolder);
  const { shelf, ownFolder, trouble } = await openShelf(desk, dataFolder, installation.id);
  const listeners = new Set<(event: Event) => void>();
  const emit = (event: Event) => {
    for (const listener of listeners) listener(event);
  };
  const settings = openSettings(dataFolder);
  const journal = sparingJournal(openJournal(path.join(ownFolder, 'journal')), trouble);
  const synced = await isSynced(desk.folder);
  const news = synced ? undefined : new News(desk, installation.id);
  /** Tells of what was done here, other Galleys too. */
  const announce = (event: Event) => {
    emit(event);
    if (event.name === 'desk-changed') news?.tell(event.data.ids);
    if (event.name === 'article-changed') news?.tell([event.data.id]);
  };
  const follower = new DeskFollower(shelf, emit, trouble, {
    onOthers: (id) => articles.lookAgain(id),
    news,
    watch: options.watch,
  });
  const kept = path.join(ownFolder, 'versions');
  // In a synced folder a lock would keep the sync program busy, and guards this machine alone.
  const lockFolder = path.join(synced ? ownFolder : desk.own, 'locks');
  const articles: Articles = new Articles({
    shelf,
    journal,
    versions: openVersions(kept),
    bases: openBases(kept, installation.id, trouble),
    windowSaves: new WindowSaves(),
    locks: options.locks ?? fileLocks(lockFolder, installation, () => hasVanished(desk)),
    synced,
    installation: installation.id,
    trouble,
    now,
    emit: announce,
    person: async () => (await settings.read()).person,
    onOpened: (id, folder) => follower.follow(id, folder),
  });
  listeners.add((event) => {
    if (event.name !== 'desk-changed') return;
    articles.trashed.look(event.data.ids).catch((error: unknown) => console.error(error));
  });
  const presence = new Presence({
    files: new HereFiles(desk.folder, path.join(desk.own, 'here')),
    self: installation,
    synced,
    name: async () => (await settings.read()).person.name,
    now,
    emit,
    times: options.presence,
  });
  void presence.start();
  const ending = new AbortController();
  const notices: string[] = [];
  const start = async () => {
    await follower.start();
    if (ending.signal.aborted) return;
    notices.push(...(await articles.restoreLost()));
    if (notices.length > 0) emit({ name: 'desk-changed', data: { ids: [] } });
    await articles.mendAll();
  };
  const ready = start();
  // A desk with thousands of stories that are new here is shown while it is being read.
  if (!(await isSoon(ready))) ready.catch((error: unknown) => console.error(error));
  const { signal } = ending;
  const sweep = () => sweepLeftovers({ shelf, journal, dataFolder, signal });
  const swept = ready
    .then(sweep, () => [])
    .then((ids) => sweepGone(desk, installation.id).then(() => ids))
    .then((ids) => ids.length > 0 && announce({ name: 'desk-changed', data: { ids } }))
    .catch((error: unknown) => console.error(error));
  const cache = new PictureCache(path.join(dataFolder, 'pictures'));
  void cache.prune();
  const media = new PublishedMedia(cache);
  const exports = new DeskExports(shelf, await readStylesheet(assetsFolder), media);
  const handlers = makeHandlers({
    articles,
    desktop,
    emit: announce,
    exports,
    follower,
    installation: installation.id,
    notices,
    now,
    presence,
    settings,
    shelf,
    trouble,
  });
  return {
    handlers,
    deskFolder: desk.folder,
    ownFolder,
    articleOf: (file) => shelf.articleOf(file),
    keepWords: (article, reason) => articles.keep(article, undefined, reason),
    async importFile(file) {
      const opened = await importFile(file, articles, { house: desk.house, now: now() });
      announce({ name: 'desk-changed', data: { ids: [opened.article.id] } });
      return opened;
    },
    preview: async (id) => previewPage((await exports.render(id, { format: 'page' })).text),
    picture: (pathname) => servedPicture(pathname, shelf, media),
    events: {
      emit,
      subscribe(listener) {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    },
    async close() {
      ending.abort();
      await presence.close();
      await articles.close();
      await follower.close();
      await news?.written();
      await swept;
      shelf.index.close();
      await leaveInstallation(dataFolder, installation);
    },
  };
}

/** How long a start waits for the files to be read, in milliseconds. */
const PATIENCE = 2000;

async function isSoon(work: Promise<void>): Promise<boolean> {
  const end = new AbortController();
  const late = sleep(PATIENCE, false, { signal: end.signal }).catch(() => false);
  try {
    return await Promise.race([work.then(() => true), late]);
  } finally {
    end.abort();
  }
}
