import { useState } from 'react';
import { type Embed, providerOf } from '../../../../article/blocks/embed/embed.ts';
import { newBlockId } from '../../../../article/ids.ts';
import { t } from '../../../locale/locale.ts';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { Field } from '../../../ui/Field.tsx';
import { parseAddress } from '../../tools/address.ts';

interface EmbedDialogProps {
  onSave(embed: Embed): void;
  onClose(): void;
}

/** Asks for the address of something of another site. */
export function EmbedDialog({ onSave, onClose }: EmbedDialogProps) {
  const [typed, setTyped] = useState('');
  const [title, setTitle] = useState('');
  const [error, setError] = useState<string>();

  const save = () => {
    const url = parseAddress(typed);
    if (url === undefined || !/^https?:/iu.test(url)) setError(t('embed.notAnAddress'));
    else onSave({ type: 'embed', id: newBlockId(), url, provider: providerOf(url), title });
  };

  return (
    <Dialog
      title={t('embed.new')}
      onClose={onClose}
      onSubmit={save}
      foot={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button look="primary" submit>
            {t('embed.insert')}
          </Button>
        </>
      }
    >
      <Field label={t('embed.address')} hint={t('embed.hint')} error={error}>
        {(control) => (
          <input
            {...control}
            type="text"
            inputMode="url"
            value={typed}
            placeholder="https://"
            onChange={({ currentTarget }) => {
              setTyped(currentTarget.value);
              setError(undefined);
            }}
          />
        )}
      </Field>
      <Field label={t('embed.title')}>
        {(control) => (
          <input
            {...control}
            type="text"
            value={title}
            onChange={({ currentTarget }) => setTitle(currentTarget.value)}
          />
        )}
      </Field>
    </Dialog>
  );
}
