import { t } from '../locale/locale.ts';
import { Button } from '../ui/Button.tsx';
import { useApp } from '../app/use-app.ts';

/** Closes a dialog whose work is done; it has the focus, so that Enter is enough. */
export function DoneButton() {
  const { dialogs } = useApp();
  return (
    <Button ref={takeFocus} look="primary" onClick={dialogs.close}>
      {t('export.done')}
    </Button>
  );
}

function takeFocus(button: HTMLButtonElement | null): void {
  button?.focus();
}
