import { useState } from 'react';
import { datelineStyles } from '../../article/dateline/styles.ts';
import {
  HOUSE_SETTINGS,
  HOUSE_SETTING_NAMES,
  type House,
  type HouseSetting,
} from '../../article/house.ts';
import { isZone } from '../../article/stamp/clock.ts';
import { hintOf, t } from '../locale/locale.ts';
import { Combobox } from '../ui/Combobox.tsx';
import { Field } from '../ui/Field.tsx';
import { suggestZones } from './zones.ts';

interface HouseFieldsProps {
  house: House;
  onChange(house: House): void;
}

/** The newsroom's own rules. */
export function HouseFields({ house, onChange }: HouseFieldsProps) {
  return HOUSE_SETTING_NAMES.map((name) => (
    <HouseField
      key={name}
      name={name}
      value={house[name]}
      onChange={(value) => onChange({ ...house, [name]: value })}
    />
  ));
}

interface HouseFieldProps {
  name: HouseSetting;
  value: string | number;
  onChange(value: string | number): void;
}

/** One of them, in the way that its kind is chosen. */
function HouseField({ name, value, onChange }: HouseFieldProps) {
  const setting = HOUSE_SETTINGS[name];
  const label = t(`settings.house.${name}`);
  const hint = hintOf(`settings.house.${name}`);
  if (setting.kind === 'number') {
    const { min, max } = setting;
    return <NumberField {...{ label, hint, min, max, onChange }} value={Number(value)} />;
  }
  const text = String(value);
  if (setting.kind === 'zone') {
    return (
      <Field
        label={label}
        hint={hint}
        error={isZone(text) ? undefined : t('settings.house.zone.unknown')}
      >
        {(control) => (
          <Combobox
            control={control}
            label={label}
            value={text}
            suggestions={suggestZones(text)}
            onInput={onChange}
            onChoose={({ id }) => onChange(id)}
          />
        )}
      </Field>
    );
  }
  return (
    <Field label={label} hint={hint}>
      {(control) =>
        setting.kind === 'datelineStyle' ? (
          <select {...control} value={text} onChange={({ target }) => onChange(target.value)}>
            {datelineStyles.map((style) => (
              <option key={style.id} value={style.id}>
                {style.label}
              </option>
            ))}
          </select>
        ) : (
          <input
            {...control}
            type="text"
            value={text}
            onChange={({ target }) => onChange(target.value)}
          />
        )
      }
    </Field>
  );
}

interface NumberFieldProps {
  label: string;
  hint: string | undefined;
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
