import { useState } from 'react';
import type { Present } from '../../electron/contract/present.ts';
import { t } from '../locale/locale.ts';
import { nameOf } from '../app/people/presence.ts';
import { messageOf } from '../app/notices.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { useApp } from '../app/use-app.ts';

/** Asks whether to take over a story from the one who writes it. */
export function TakeOverDialog({ from }: { from: Present }) {
  const { client, dialogs, notices, ownCaret, takeOvers } = useApp();
  const [error, setError] = useState<string>();
  const name = nameOf(from);

  const cancel = () => {
    dialogs.close();
    // Whoever wrote may have left, and the button that asked is gone with them.
    if (document.activeElement === document.body) ownCaret.goTo();
  };
  const takeOver = async () => {
    try {
      await client.call('presence.takeOver', { id: from.id, from: from.name });
      dialogs.close();
      ownCaret.goTo();
      notices.tell(t('takeOver.done', { name }), { story: from.id });
      await takeOvers.read(from.id);
    } catch (fault) {
      setError(messageOf(fault));
    }
  };

  return (
    <Dialog
      title={t('takeOver.title', { name })}
      onClose={cancel}
      onSubmit={() => void takeOver()}
      foot={
        <>
          <Button onClick={cancel}>{t('cancel')}</Button>
          <Button look="primary" submit>
            {t('presence.takeOver')}
          </Button>
        </>
      }
    >
      <p>{t('takeOver.what', { name })}</p>
      {error !== undefined && (
        <p className="field-error" role="alert">
          {error}
        </p>
      )}
    </Dialog>
  );
}
