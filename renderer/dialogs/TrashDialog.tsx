import type { Present } from '../../electron/contract/present.ts';
import { listOf, t } from '../locale/locale.ts';
import { nameOf } from '../app/people/presence.ts';
import { attempt } from '../app/notices.ts';
import { trashArticle } from '../app/session/trash-article.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { closeDialog } from '../app/dialog-store.ts';

/** Asks whether a story that others are in is to go to the trash. */
export function TrashDialog({ id, people }: { id: string; people: readonly Present[] }) {
  const writer = people.find(({ writes }) => writes);
  const names = listOf(people.map(nameOf));
  return (
    <Dialog
      title={t('trash.ask')}
      onClose={closeDialog}
      onSubmit={() => {
        closeDialog();
        attempt(() => trashArticle(id));
      }}
      foot={
        <>
          <Button onClick={closeDialog}>{t('cancel')}</Button>
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
