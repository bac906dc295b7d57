import type { Present } from '../../electron/contract/present.ts';
import { listOf, t } from '../locale/locale.ts';
import { nameOf } from '../app/people/presence.ts';
import { trashArticle } from '../app/session/trash-article.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { useApp } from '../app/use-app.ts';

/** Asks whether a story that others are in is to go to the trash. */
export function TrashDialog({ id, people }: { id: string; people: readonly Present[] }) {
  const app = useApp();
  const { dialogs, notices } = app;
  const writer = people.find(({ writes }) => writes);
  const names = listOf(people.map(nameOf));
  return (
    <Dialog
      title={t('trash.ask')}
      onClose={dialogs.close}
      onSubmit={() => {
        dialogs.close();
        notices.attempt(() => trashArticle(app, id));
      }}
      foot={
        <>
          <Button onClick={dialogs.close}>{t('cancel')}</Button>
          <Button look="primary" submit>
            {t('command.article.trash')}
          </Button>
        </>
      }
    >
      <p>
        {writer === undefined
          ? t('trash.ask.open', { names, count: people.length })
          : t('trash.ask.writes', { name: nameOf(writer) })}{' '}
        {t('trash.ask.back')}
      </p>
    </Dialog>
  );
}
