import { X } from 'lucide-react';
import { useCallback, useState } from 'react';
import type { CitySuggestion } from '../../../../electron/contract/suggestions.ts';
import type { Client } from '../../../app/host/client.ts';
import { useApp } from '../../../app/use-app.ts';
import { t } from '../../../locale/locale.ts';
import { IconButton } from '../../../ui/Button.tsx';
import { Combobox } from '../../../ui/Combobox.tsx';
import { Field } from '../../../ui/Field.tsx';
import type { Suggestion } from '../../../ui/OptionList.tsx';
import { useSuggestions } from '../../../ui/use-suggestions.ts';
import type { PlaceDraft } from './dateline-draft.ts';

interface PlaceFieldsProps {
  place: PlaceDraft;
  /** Counts the places from 1, where there are several. */
  number: number;
  several: boolean;
  error: string | undefined;
  onChange(place: PlaceDraft): void;
  onRemove(): void;
}

/** The text boxes of one place: its name with suggestions, its region and its country. */
export function PlaceFields(props: PlaceFieldsProps) {
  const { place, number, several, error, onChange, onRemove } = props;
  const { client } = useApp();
  const find = useCallback((query: string) => findPlaces(client, query), [client]);
  const [query, setQuery] = useState<string>();
  const found = useSuggestions(query, find);
  const legend = several ? t('dateline.placeNumber', { number }) : t('dateline.place');

  return (
    <div className="place-fields" {...(several && { role: 'group', 'aria-label': legend })}>
      <Field label={legend} error={error ?? found.error}>
        {(control) => (
          <Combobox
            control={control}
            label={t('dateline.places')}
            value={place.name}
            suggestions={found.suggestions}
            onInput={(name) => {
              setQuery(name.trim() === '' ? undefined : name);
              onChange({ ...place, name });
            }}
            onChoose={({ city }) => {
              setQuery(undefined);
              const { name, region = '', country = '' } = city;
              onChange({ name, region, country });
            }}
          />
        )}
      </Field>
      <Field label={t('dateline.region')}>
        {(control) => (
          <input
            {...control}
            type="text"
            value={place.region}
            onChange={(event) => onChange({ ...place, region: event.target.value })}
          />
        )}
      </Field>
      <Field label={t('dateline.country')}>
        {(control) => (
          <input
            {...control}
            type="text"
            value={place.country}
            onChange={(event) => onChange({ ...place, country: event.target.value })}
          />
        )}
      </Field>
      {several && (
        <IconButton
          label={t('dateline.removePlace', { number })}
          icon={<X size={16} />}
          onClick={onRemove}
        />
      )}
    </div>
  );
}

interface PlaceSuggestion extends Suggestion {
  city: CitySuggestion;
}

async function findPlaces(client: Client, query: string): Promise<PlaceSuggestion[]> {
  const cities = await client.call('places.suggest', { query });
  return cities.map((city) => {
    const detail = [city.region, city.country].filter(Boolean).join(', ');
    return { id: `${city.name}/${detail}`, label: city.name, detail, city };
  });
}
