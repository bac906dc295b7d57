import { useState } from 'react';
import type { Present } from '../../electron/contract/present.ts';
import { call } from '../app/host/client.ts';
import { t } from '../locale/locale.ts';
import { goToOwnCaret } from '../app/people/own-caret.ts';
import { nameOf } from '../app/people/presence.ts';
import { messageOf, tell } from '../app/notices.ts';
import { readTakeOvers } from '../app/session/take-overs.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { closeDialog } from '../app/dialog-store.ts';

/** Asks whether to take over a story from the one who writes it. */
export function TakeOverDialog({ from }: { from: Present }) {
  const [error, setError] = useState<string>();
  const name = nameOf(from);

  const takeOver = async () => {
    try {
      await call('presence.takeOver', { id: from.id, from: from.name });
      closeDialog();
      goToOwnCaret();
      tell(t('takeOver.done', { name }), { story: from.id });
      await readTakeOvers(from.id);
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

function cancel(): void {
  closeDialog();
  // Whoever wrote may have left, and the button that asked is gone with them.
  if (document.activeElement === document.body) goToOwnCaret();
}
