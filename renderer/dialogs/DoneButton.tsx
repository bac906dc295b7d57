import { t } from '../locale/locale.ts';
import { Button } from '../ui/Button.tsx';
import { closeDialog } from '../app/dialog-store.ts';

/** Closes a dialog whose work is done; it has the focus, so that Enter is enough. */
export function DoneButton() {
  return (
    <Button ref={takeFocus} look="primary" onClick={closeDialog}>
      {t('export.done')}
    </Button>
  );
}

function takeFocus(button: HTMLButtonElement | null): void {
  button?.focus();
}
