import type { Present } from '../../electron/contract/present.ts';
import { timeOrDay } from '../locale/date-and-time.ts';
import { listOf, t } from '../locale/locale.ts';
import type { ArticleSession } from '../app/session/article-session.ts';
import { useReadOnly } from '../app/session/fields.ts';
import { useWatched } from '../app/store.ts';
import { Button } from '../ui/Button.tsx';
import { nameOf } from '../app/people/presence.ts';
import { useApp } from '../app/use-app.ts';

/** Says above the story who else is in it, and offers to take over from who writes it. */
export function PresenceLine({ session }: { session: ArticleSession }) {
  const { desk, dialogs, presence } = useApp();
  const people = useWatched(presence, (state) => state.people);
  const readOnly = useReadOnly(session);
  const zone = useWatched(desk, (state) => state.view?.house.zone ?? 'UTC');
  const those = people.filter(({ id }) => id === session.id);
  if (those.length === 0) return null;
  const writer = those.find(({ writes }) => writes);
  const others = those.filter((one) => one !== writer);
  return (
    <div className="presence-line recedes">
      <p>
        {writer !== undefined && <span>{describe(writer, 'writes', zone)} </span>}
        {writer !== undefined && !readOnly && <span>{t('presence.mayWrite')} </span>}
        {others.length === 1 && others[0] !== undefined && (
          <span>{describe(others[0], 'here', zone)}</span>
        )}
        {others.length > 1 && (
          <span>{t('presence.hereToo', { names: listOf(others.map(nameOf)) })}</span>
        )}
      </p>
      {writer !== undefined && !readOnly && (
        <Button look="quiet" onClick={() => dialogs.show({ kind: 'take-over', from: writer })}>
          {t('presence.takeOver')}
        </Button>
      )}
    </div>
  );
}

function describe(person: Present, what: 'writes' | 'here', zone: string): string {
  const name = nameOf(person);
  return person.heard === undefined
    ? t(`presence.${what}`, { name, time: timeOrDay(person.since, zone) })
    : t(`presence.${what}.heard`, { name, time: timeOrDay(person.heard, zone) });
}
