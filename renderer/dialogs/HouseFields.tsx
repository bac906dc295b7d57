import { useState } from 'react';
import { datelineStyles } from '../../article/dateline/styles.ts';
import type { House } from '../../article/house.ts';
import { isZone } from '../../article/stamp/clock.ts';
import { t } from '../locale/locale.ts';
import { Combobox } from '../ui/Combobox.tsx';
import { Field } from '../ui/Field.tsx';
import { suggestZones } from './zones.ts';

interface HouseFieldsProps {
  house: House;
  onChange(house: House): void;
}

/** The newsroom's own rules. */
export function HouseFields({ house, onChange }: HouseFieldsProps) {
  const text = (name: 'name' | 'source' | 'language') => ({
    type: 'text',
    value: house[name],
    onChange: ({ target: { value } }: { target: { value: string } }) =>
      onChange({ ...house, [name]: value }),
  });
  return (
    <>
      <Field label={t('settings.house.name')}>
        {(control) => <input {...control} {...text('name')} />}
      </Field>
      <Field
        label={t('settings.house.zone')}
        hint={t('settings.house.zone.hint')}
        error={isZone(house.zone) ? undefined : t('settings.house.zone.unknown')}
      >
        {(control) => (
          <Combobox
            control={control}
            label={t('settings.house.zone')}
            value={house.zone}
            suggestions={suggestZones(house.zone)}
            onInput={(zone) => onChange({ ...house, zone })}
            onChoose={({ id }) => onChange({ ...house, zone: id })}
          />
        )}
      </Field>
      <Field label={t('settings.house.datelineStyle')}>
        {(control) => (
          <select
            {...control}
            value={house.datelineStyle}
            onChange={(event) => onChange({ ...house, datelineStyle: event.target.value })}
          >
            {datelineStyles.map(({ id, label }) => (
              <option key={id} value={id}>
                {label}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label={t('settings.house.source')} hint={t('settings.house.source.hint')}>
        {(control) => <input {...control} {...text('source')} />}
      </Field>
      <Field label={t('settings.house.language')} hint={t('settings.house.language.hint')}>
        {(control) => <input {...control} {...text('language')} />}
      </Field>
      <NumberField
        label={t('settings.house.lineLength')}
        value={house.lineLength}
        min={10}
        max={200}
        onChange={(lineLength) => onChange({ ...house, lineLength })}
      />
      <NumberField
        label={t('settings.house.headlineLimit')}
        hint={t('settings.house.headlineLimit.hint')}
        value={house.headlineLimit}
        min={0}
        max={1000}
        onChange={(headlineLimit) => onChange({ ...house, headlineLimit })}
      />
    </>
  );
}

interface NumberFieldProps {
  label: string;
  hint?: string;
  value: number;
  min: number;
  max: number;
  onChange(value: number): void;
}

/** A whole number; while what is typed is not one, the last good one stands. */
function NumberField({ label, hint, value, min, max, onChange }: NumberFieldProps) {
  const [typed, setTyped] = useState(String(value));
  const fits = (number: number) => Number.isInteger(number) && number >= min && number <= max;
  return (
    <Field
      label={label}
      hint={hint}
      error={typed !== '' && fits(Number(typed)) ? undefined : t('settings.number', { min, max })}
    >
      {(control) => (
        <input
          {...control}
          type="number"
          min={min}
          max={max}
          value={typed}
          onChange={({ target }) => {
            setTyped(target.value);
            if (target.value !== '' && fits(Number(target.value))) onChange(Number(target.value));
          }}
        />
      )}
    </Field>
  );
}
