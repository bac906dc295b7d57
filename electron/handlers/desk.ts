import type { Handlers } from '../contract/calls.ts';
import type { DeskView } from '../contract/desk-view.ts';
import { suggestPlaces } from '../services/places.ts';
import type { Services } from './services.ts';

/** The calls about the desk as a whole: its list, its house, the settings of the person. */
export function deskHandlers(services: Services) {
  const { follower, installation, notices, presence, settings, shelf, trouble } = services;
  const { desk, index } = shelf;
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
    'places.suggest': ({ query }) => suggestPlaces(query),
  } satisfies Partial<Handlers>;
}
