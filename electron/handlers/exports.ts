import path from 'node:path';
import { AppError } from '../../article/app-error.ts';
import type { Handlers } from '../contract/calls.ts';
import { ExportJobs } from '../services/export-jobs.ts';
import type { Services } from './services.ts';

/** The calls about what leaves the desk, and about what the system does with it. */
export function exportHandlers(services: Services) {
  const { desktop, emit, exports, shelf } = services;
  const { desk } = shelf;
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

  return {
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
    'media.published': ({ id, files }) => exports.publishedPictures(id, files),
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
  } satisfies Partial<Handlers>;
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
