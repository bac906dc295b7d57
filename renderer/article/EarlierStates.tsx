import { useEffect, useState } from 'react';
import type { ArticleSummary } from '../../electron/contract/calls.ts';
import type { EarlierState } from '../../electron/contract/earlier-state.ts';
import { dateAndTime } from '../locale/date-and-time.ts';
import { t } from '../locale/locale.ts';
import { restoreEarlier } from '../app/session/story-copies.ts';
import { useWatched } from '../app/store.ts';
import { Button } from '../ui/Button.tsx';
import { useApp } from '../app/use-app.ts';

/** What can be put in the place of the damaged file of a story, if there is anything. */
export function EarlierStates({ id }: { id: string }) {
  const app = useApp();
  const { client, desk, notices } = app;
  const [states, setStates] = useState<readonly EarlierState[]>([]);
  const zone = useWatched(desk, (state) => state.view?.house.zone ?? 'UTC');
  // A sync program may bring copies later than the story.
  const copies = useWatched(desk, ({ all }) => placesOf(all.find((story) => story.id === id)));
  useEffect(
    () => notices.attempt(async () => setStates(await client.call('articles.earlier', { id }))),
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- they are read anew with every copy that comes
    [id, copies],
  );
  if (states.length === 0) return null;
  return (
    <>
      <p>{t('earlier.hint')}</p>
      <div className="no-article-actions">
        {states.map(({ place, source, modified }) => (
          <Button
            key={place ?? ''}
            onClick={() => notices.attempt(() => restoreEarlier(app, id, place))}
          >
            {place === undefined
              ? t('earlier.kept', { at: dateAndTime(modified, zone) })
              : source
                ? t('earlier.copyFrom', { source, at: dateAndTime(modified, zone) })
                : t('earlier.copy', { at: dateAndTime(modified, zone) })}
          </Button>
        ))}
      </div>
    </>
  );
}

function placesOf({ copies = [] }: Pick<ArticleSummary, 'copies'> = {}): string {
  return copies.map(({ place }) => place).join('\n');
}
