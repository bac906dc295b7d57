import { parseArticle } from '../../article/article.ts';
import type { Handlers } from '../contract/calls.ts';
import { readImportFile } from '../services/import.ts';
import { takePictures } from '../services/import-pictures.ts';
import { wordsOf } from '../services/picture-words.ts';
import { trashedBy } from '../services/trash.ts';
import type { Services } from './services.ts';

/** The calls about one story: how it comes, is written, and goes. */
export function storyHandlers(services: Services) {
  const { articles, emit, follower, installation, now, presence, shelf } = services;
  const { desk } = shelf;
  /** Tells that stories have changed. */
  const changed = <T>(ids: string[], answer: T): T => {
    emit({ name: 'desk-changed', data: { ids } });
    return answer;
  };

  return {
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
    async 'media.add'({ id, name, base64 }) {
      const shown = name === '' ? 'the pasted picture' : name;
      const picture = await articles.addPicture(id, Buffer.from(base64, 'base64'), shown);
      const { file, width, height, type } = picture;
      return { file, width, height, type: type.mime, suggested: wordsOf(picture) };
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
  } satisfies Partial<Handlers>;
}
