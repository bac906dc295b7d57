import { useState } from 'react';
import { HOUSE_SETTING_NAMES, type House } from '../../article/house.ts';
import { isZone } from '../../article/stamp/clock.ts';
import type { Person, Settings } from '../../electron/contract/calls.ts';
import { t } from '../locale/locale.ts';
import { messageOf } from '../app/notices.ts';
import { showTheme } from '../app/settings.ts';
import { Button } from '../ui/Button.tsx';
import { Choice } from '../ui/Choice.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { HouseFields } from './HouseFields.tsx';
import { PersonFields } from './PersonFields.tsx';
import { changedFields } from './changed-fields.ts';
import { useApp } from '../app/use-app.ts';

const PERSON_FIELDS = ['name', 'byline', 'section'] as const;
const THEMES = ['system', 'light', 'dark', 'contrast'] as const satisfies Settings['theme'][];

/** The person, the house and the look of the app. Nothing is kept before `Save`. */
export function SettingsDialog() {
  const { client, desk, dialogs, settings } = useApp();
  const before = settings.snapshot();
  /** Closes the dialog in the theme that is kept. */
  const cancel = () => {
    showTheme(settings.snapshot().theme);
    dialogs.close();
  };
  const view = desk.snapshot().view;
  const [person, setPerson] = useState<Person>(before.person);
  const [theme, setTheme] = useState(before.theme);
  const [house, setHouse] = useState<House | undefined>(view?.house);
  const [error, setError] = useState<string>();

  const save = async () => {
    if (house !== undefined && !isZone(house.zone)) return;
    try {
      if (house !== undefined && view !== undefined) {
        const changes = changedFields(view.house, house, HOUSE_SETTING_NAMES);
        if (Object.keys(changes).length > 0) await client.call('house.change', { changes });
      }
      await settings.change({ theme, person: changedFields(before.person, person, PERSON_FIELDS) });
    } catch (fault) {
      setError(messageOf(fault));
      return;
    }
    dialogs.close();
    await desk.read();
  };

  return (
    <Dialog
      title={t('settings.title')}
      onClose={cancel}
      onSubmit={() => void save()}
      foot={
        <>
          <Button onClick={cancel}>{t('cancel')}</Button>
          <Button look="primary" submit>
            {t('settings.save')}
          </Button>
        </>
      }
    >
      {error !== undefined && (
        <p className="notice error" role="alert">
          {error}
        </p>
      )}
      <fieldset className="settings-group">
        <legend>{t('settings.you')}</legend>
        <PersonFields person={person} onChange={setPerson} />
      </fieldset>
      {house !== undefined && (
        <fieldset className="settings-group" disabled={view?.writable === false}>
          <legend>{t('settings.house')}</legend>
          <HouseFields house={house} onChange={setHouse} />
        </fieldset>
      )}
      <fieldset className="settings-group">
        <legend>{t('settings.theme')}</legend>
        <div className="choices">
          {THEMES.map((name) => (
            <Choice
              key={name}
              name="theme"
              text={t(`settings.theme.${name}`)}
              checked={name === theme}
              onChoose={() => {
                setTheme(name);
                showTheme(name);
              }}
            />
          ))}
        </div>
      </fieldset>
    </Dialog>
  );
}
