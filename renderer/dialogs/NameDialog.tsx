import { useState } from 'react';
import { t } from '../locale/locale.ts';
import { messageOf } from '../app/notices.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { Field } from '../ui/Field.tsx';
import { useApp } from '../app/use-app.ts';

/** Asks for the person's name where it is needed for the first time, then goes on with it. */
export function NameDialog({ goOn }: { goOn(name: string): void }) {
  const { dialogs, settings } = useApp();
  const [name, setName] = useState('');
  const [error, setError] = useState<string>();

  const submit = async () => {
    if (name.trim() === '') {
      setError(t('name.missing'));
      return;
    }
    try {
      await settings.change({ person: { name: name.trim() } });
    } catch (fault) {
      setError(messageOf(fault));
      return;
    }
    dialogs.close();
    goOn(name.trim());
  };

  return (
    <Dialog
      title={t('name.title')}
      onClose={dialogs.close}
      onSubmit={() => void submit()}
      foot={
        <>
          <Button onClick={dialogs.close}>{t('cancel')}</Button>
          <Button look="primary" submit>
            {t('name.go')}
          </Button>
        </>
      }
    >
      <p>{t('name.why')}</p>
      <Field label={t('name.label')} error={error}>
        {(control) => (
          <input
            {...control}
            type="text"
            autoComplete="name"
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
        )}
      </Field>
    </Dialog>
  );
}
