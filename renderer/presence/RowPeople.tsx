import type { Present } from '../../electron/contract/present.ts';
import { listOf, t } from '../locale/locale.ts';
import { nameOf } from '../app/people/presence.ts';

/** The most people that a line has room for. */
const MOST = 3;

/** Who is in a story, in its line of the list. */
export function RowPeople({ people }: { people: readonly Present[] }) {
  const names = people.map(nameOf);
  const said = t('presence.inStory', { count: names.length, names: listOf(names) });
  const shown = people.length > MOST ? people.slice(0, MOST - 1) : people;
  return (
    <span className="row-people" title={said}>
      {shown.map((person) => (
        <span key={person.installation} className="initial" aria-hidden>
          {initialOf(person)}
        </span>
      ))}
      {shown.length < people.length && (
        <span className="initial" aria-hidden>
          +{people.length - shown.length}
        </span>
      )}
      <span className="visually-hidden">{said}</span>
    </span>
  );
}

const letters = new Intl.Segmenter();

function initialOf({ name }: Present): string {
  const [first] = letters.segment(name);
  return first?.segment.toLocaleUpperCase() ?? '?';
}
