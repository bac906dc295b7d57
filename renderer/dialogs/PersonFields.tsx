import type { Person } from '../../electron/contract/calls.ts';
import { t } from '../locale/locale.ts';
import { Field } from '../ui/Field.tsx';

interface PersonFieldsProps {
  person: Person;
  onChange(person: Person): void;
}

/** Who is writing. */
export function PersonFields({ person, onChange }: PersonFieldsProps) {
  return (
    <>
      {(['name', 'byline', 'section'] as const).map((name) => (
        <Field
          key={name}
          label={t(`settings.person.${name}`)}
          hint={t(`settings.person.${name}.hint`)}
        >
          {(control) => (
            <input
              {...control}
              type="text"
              autoComplete={name === 'name' ? 'name' : 'off'}
              value={person[name]}
              onChange={(event) => onChange({ ...person, [name]: event.target.value })}
            />
          )}
        </Field>
      ))}
    </>
  );
}
