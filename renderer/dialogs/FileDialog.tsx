import { t } from '../locale/locale.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { useApp } from '../app/use-app.ts';

interface FileDialogProps {
  /** As a path to show. */
  file: string;
  text: string;
}

/** What is in the file of a story that cannot be read as one. */
export function FileDialog({ file, text }: FileDialogProps) {
  const { dialogs } = useApp();
  return (
    <Dialog
      title={t('file.title')}
      wide
      onClose={dialogs.close}
      foot={
        <Button look="primary" onClick={dialogs.close}>
          {t('close')}
        </Button>
      }
    >
      <p className="path">{file}</p>
      {text === '' ? (
        <p>{t('file.empty')}</p>
      ) : (
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        <pre className="file-text" tabIndex={0} aria-label={t('file.text')}>
          {text}
        </pre>
      )}
    </Dialog>
  );
}
