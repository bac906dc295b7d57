import path from 'node:path';
import { AppError } from '../article/app-error.ts';
import { parseArticle } from '../article/article.ts';
import type { Desktop } from './boot.ts';
import type { Handlers } from './contract/calls.ts';
import type { DeskView } from './contract/desk-view.ts';
import type { Event } from './contract/events.ts';
import type { ArticleShelf } from './services/article-shelf.ts';
import type { Articles } from './services/articles.ts';
import type { DataTrouble } from './services/data-trouble.ts';
import type { DeskExports } from './services/desk-exports.ts';
import type { DeskFollower } from './services/desk-follow.ts';
import { ExportJobs } from './services/export-jobs.ts';
import { readImportFile } from './services/import.ts';
import { takePictures } from './services/import-pictures.ts';
import { wordsOf } from './services/picture-words.ts';
import { suggestPlaces } from './services/places.ts';
import type { Presence } from './services/presence.ts';
import type { SettingsStore } from './services/settings.ts';
import { trashedBy } from './services/trash.ts';

/** The services that calls are answered with. */
export interface Services {
  articles: Articles;
  desktop: Desktop;
  exports: DeskExports;
  follower: DeskFollower;
  /** The id of this installation. */
  installation: string;
  /** What the person must know of this start. */
  notices: readonly string[];
  presence: Presence;
  settings: SettingsStore;
  shelf: ArticleShelf;
  trouble: DataTrouble;
  emit(event: Event): void;
  /** RFC 3339, UTC */
  now(): string;
}

/** One function for each call of the contract. */
export function makeHandlers(services: Services): Handlers {
  const { articles, desktop, exports, follower, installation, notices, presence } = services;
  const { settings, shelf, trouble, emit, now } = services;
  const { desk, index } = shelf;
  /** A page may have files shown and written only where its own exports are. */
  const chosenFolders = new Set<string>();
  const exported = new Set<string>();
  const jobs = new ExportJobs();
  const requireChosen = (folder: string | undefined) => {
    if (folder === undefined || chosenFolders.has(folder)) return;
    throw new AppError('folder-not-chosen', `${folder}: choose the folder again`);
  };
  const progressOf = (job: string | undefined) => (done: number, total: number) => {
    if (job !== undefined) emit({ name: 'export-progress', data: { job, done, total } });
  };

  const view = async (): Promise<DeskView> => ({
    house: desk.house,
    folder: desk.folder,
    installation,
    writable: await desk.writable(),
    notices: [...notices],
    counts: await follower.mendIndex(() => index.counts()),
    ...(trouble.message !== undefined && { trouble: trouble.message }),
    ...(follower.reading !== undefined && { reading: follower.reading }),
  });
  const changed = <T>(ids: string[], answer: T): T => {
    emit({ name: 'desk-changed', data: { ids } });
    return answer;
  };

  return {
    'desk.view': view,
    async 'desk.rescan'() {
      await follower.rescan();
      return view();
    },
    'house.change': ({ changes }) => desk.changeHouse(changes),
    'settings.read': () => settings.read(),
    async 'settings.change'(changes) {
      const kept = await settings.change(changes);
      await presence.renamed();
      return kept;
    },

    'articles.list': (filter) => follower.mendIndex(() => index.list(filter)),
    async 'articles.create'({ window }) {
      const opened = await articles.create(window);
      return changed([opened.article.id], opened);
    },
    'articles.open': ({ id, window }) => follower.mendIndex(() => articles.open(id, window)),
    async 'articles.save'(request) {
      const article = parseArticle(request.article);
      const saved = await follower
        .mendIndex(() => articles.save({ ...request, article }))
        .catch((error: unknown) => {
          follower.noteFailed(article.id);
          throw error;
        });
      follower.noteSaved();
      presence.wrote(article.id);
      emit({ name: 'article-changed', data: { id: article.id, hash: saved.hash, here: true } });
      const copies = saved.keptAs === undefined ? [] : [saved.keptAs.id];
      return changed([article.id, ...copies], saved);
    },
    async 'articles.keep'({ article, window }) {
      await articles.keep(parseArticle(article), window);
      return null;
    },
    async 'articles.forgetKept'({ id, window }) {
      await articles.forgetKept(id, window);
      return null;
    },
    async 'articles.rename'({ id }) {
      return changed([id], await articles.rename(id));
    },
    async 'articles.duplicate'({ id, window, article }) {
      const words = article && parseArticle(article);
      const opened = await articles.duplicate(id, window, words);
      return changed([opened.article.id], opened);
    },
    'articles.look': ({ id }) => articles.look(id),
    'articles.earlier': ({ id }) => articles.earlier(id),
    async 'articles.restoreEarlier'({ id, place }) {
      const restored = await articles.restoreEarlier(id, place);
      return changed([id, restored], { id: restored });
    },
    async 'articles.trash'({ id }) {
      return changed([id], await articles.trash(id));
    },
    async 'articles.trashedBy'({ id }) {
      const by = await trashedBy(desk.trash, id);
      return by === undefined ? null : { name: by.name, here: by.installation === installation };
    },
    async 'articles.restore'({ id }) {
      return changed([id], await articles.restore(id));
    },
    'articles.forgetRecovered': ({ id }) => articles.forgetRecovered(id),

    'presence.at': async ({ window, id, ...caret }) => presence.at(window, id, caret),
    'presence.takeOver': ({ id, from }) =>
      articles.takeOver(id, async () => (await presence.takeOver(id)) ?? from),

    'versions.takenOver': ({ id }) => articles.takenOver(id),

    'copies.compare': ({ id, place }) => articles.compareCopy(id, place),
    async 'copies.merge'({ id, place }) {
      const merged = await articles.mergeCopy(id, place);
      return changed(merged.keptAs === undefined ? [id] : [id, merged.keptAs.id], merged);
    },
    async 'copies.setAside'({ id, place }) {
      return changed([id], await articles.setCopyAside(id, place));
    },

    async 'import.read'({ name, text, base64 }) {
      const content = text ?? Buffer.from(base64 ?? '', 'base64');
      return readImportFile(name, content, desk.house, now());
    },
    async 'import.store'({ article, pictures = [] }) {
      const taken = await takePictures(parseArticle(article), pictures);
      const opened = await articles.store(taken.article, taken.furnish);
      opened.notices.push(...taken.notices);
      return changed([opened.article.id], opened);
    },

    async 'export.run'({ id, folder, job, ...options }) {
      requireChosen(folder);
      const result = await jobs.run(job, (signal) =>
        exports.write(id, options, folder, { signal, onPicture: progressOf(job) }),
      );
      exported.add(result.path);
      return result;
    },
    async 'export.desk'({ folder, job, ...options }) {
      requireChosen(folder);
      const result = await jobs.run(job, (signal) =>
        exports.writeAll(options, folder, { signal, onStory: progressOf(job) }),
      );
      exported.add(result.folder);
      return result;
    },
    async 'export.cancel'({ job }) {
      jobs.cancel(job);
      return null;
    },
    async 'export.render'({ id, ...options }) {
      const { text, fileName, warnings } = await exports.render(id, options);
      return { text, fileName, warnings };
    },

    async 'media.add'({ id, name, base64 }) {
      const shown = name === '' ? 'the pasted picture' : name;
      const picture = await articles.addPicture(id, Buffer.from(base64, 'base64'), shown);
      const { file, width, height, type } = picture;
      return { file, width, height, type: type.mime, suggested: wordsOf(picture) };
    },

    'media.published': ({ id, files }) => exports.publishedPictures(id, files),

    'places.suggest': ({ query }) => suggestPlaces(query),

    'desktop.abilities': async () => desktop.abilities,
    async 'desktop.chooseFolder'() {
      const folder = await able(desktop.chooseFolder)();
      if (folder !== null) chosenFolders.add(folder);
      return folder;
    },
    async 'desktop.open'({ path: file }) {
      // Someone else may have put a program into the exports of a shared desk.
      if (!exported.has(file)) {
        throw new AppError(
          'not-exported',
          `${file}: only what was exported just now can be opened`,
        );
      }
      await able(desktop.open)(file);
      return null;
    },
    async 'desktop.reveal'({ path: file }) {
      if (!exported.has(file) && !isInside(desk.exports, file)) {
        throw new AppError('not-exported', `${file}: only exported files can be shown`);
      }
      await able(desktop.reveal)(file);
      return null;
    },
    async 'desktop.print'({ id }) {
      await able(desktop.print)(id);
      return null;
    },
  };
}

function able<T>(ability: T | undefined): T {
  if (ability === undefined) {
    throw new AppError('not-able', 'this Galley runs in a browser, which cannot do that');
  }
  return ability;
}

function isInside(folder: string, file: string): boolean {
  const way = path.relative(folder, path.resolve(file));
  return way !== '' && !way.startsWith('..') && !path.isAbsolute(way);
}
