import type { CSSProperties } from 'react';
import type { Present } from '../../electron/contract/present.ts';
import { listOf } from '../locale/locale.ts';
import { useWatched } from '../app/store.ts';
import { nameOf } from '../app/people/presence.ts';
import { useApp } from '../app/use-app.ts';

interface PresenceMarkProps {
  people: readonly Present[];
  style?: CSSProperties;
}

/** The bar beside words that others have their carets in, with their names. */
export function PresenceMark({ people, style }: PresenceMarkProps) {
  return (
    <div className="presence-mark" style={style} aria-hidden>
      <span className="presence-flag" dir="auto">
        {listOf(people.map(nameOf))}
      </span>
    </div>
  );
}

/** The bar beside a field of the head. A child of the field. */
export function FieldMark({ story, field }: { story: string; field: string }) {
  const { presence } = useApp();
  const everyone = useWatched(presence, (state) => state.people);
  const people = everyone.filter((one) => one.id === story && one.field === field);
  return people.length > 0 && <PresenceMark people={people} />;
}
