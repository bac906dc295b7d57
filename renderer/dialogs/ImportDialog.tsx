import { useRef, useState } from 'react';
import { t } from '../locale/locale.ts';
import { openArticle } from '../app/session/open-article.ts';
import { useWatched } from '../app/store.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { Field } from '../ui/Field.tsx';
import { ImportReadingView } from './ImportReadingView.tsx';
import type { ImportList } from '../app/import/import-list.ts';
import { useApp } from '../app/use-app.ts';

/** Imports stories: shows what was recognised in each, and stores them when told to. */
export function ImportDialog({ list }: { list: ImportList }) {
  const app = useApp();
  const { commands, desk, dialogs, notices } = app;
  const { text, entries } = useWatched(list, (state) => state);
  const [storing, setStoring] = useState(false);
  const fileInput = useRef<HTMLInputElement>(null);
  const count = (kind: string) => entries.filter(({ state }) => state.kind === kind).length;
  const ready = count('read');

  const store = async () => {
    setStoring(true);
    const [first] = await list.store();
    setStoring(false);
    // What was refused or left out stays on the screen until it has been read.
    if (list.isDone) dialogs.close();
    if (first === undefined) return;
    await desk.listWith(first);
    await openArticle(app, first, { caret: true });
  };

  const close = () => {
    dialogs.close();
    if (count('stored') > 0) commands.run('view.text');
  };

  return (
    <Dialog
      wide
      title={t('import.title')}
      onClose={close}
      onSubmit={() => {
        if (ready > 0 && !storing) notices.attempt(store);
      }}
      foot={
        <>
          <Button onClick={close}>{t(count('stored') > 0 ? 'close' : 'cancel')}</Button>
          <Button look="primary" submit disabled={ready === 0 || storing}>
            {ready > 1 ? t('import.runSeveral', { count: ready }) : t('import.run')}
          </Button>
        </>
      }
    >
      <div className="import-ways">
        <Field label={t('import.paste')} hint={t('import.paste.hint')}>
          {(control) => (
            <textarea
              {...control}
              rows={entries.length === 0 ? 12 : 5}
              spellCheck={false}
              value={text}
              onChange={(event) => list.paste(event.target.value)}
            />
          )}
        </Field>
        <div className="import-files">
          <input
            ref={fileInput}
            type="file"
            multiple
            hidden
            aria-label={t('import.files')}
            onChange={({ target }) => {
              list.addFiles([...(target.files ?? [])]);
              target.value = '';
            }}
          />
          <Button onClick={() => fileInput.current?.click()}>{t('import.choose')}</Button>
          <span className="field-hint">{t('import.drop')}</span>
        </div>
      </div>
      {entries.length > 0 && (
        <section className="import-readings" aria-label={t('import.recognised')}>
          <ul>
            {entries.map((entry) => (
              <ImportReadingView key={entry.id} entry={entry} />
            ))}
          </ul>
        </section>
      )}
    </Dialog>
  );
}
