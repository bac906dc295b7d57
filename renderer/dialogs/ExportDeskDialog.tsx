import { type ReactNode, useState } from 'react';
import type { FormatId } from '../../article/formats/formats.ts';
import type { DeskExported } from '../../electron/contract/exported.ts';
import { call } from '../app/host/client.ts';
import { desk, listFilter } from '../app/desk/desk-store.ts';
import { type TextKey, formatNumber, t } from '../locale/locale.ts';
import { Warnings } from '../ui/Warnings.tsx';
import { attempt } from '../app/notices.ts';
import { openArticle, opened } from '../app/session/open-article.ts';
import { ensureWritten } from '../app/session/outgoing.ts';
import { useWatched } from '../app/store.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { ExportFormat } from './ExportFormat.tsx';
import { DoneButton } from './DoneButton.tsx';
import { ExportPlace } from './ExportPlace.tsx';
import { ExportedPlace } from './ExportedPlace.tsx';
import { ExportProgress } from './ExportProgress.tsx';
import { closeDialog } from '../app/dialog-store.ts';
import { useExport } from './use-export.ts';

/** Writes the stories of the desk, and says what became of each that needs a look. */
export function ExportDeskDialog() {
  const { all, listed, search, status } = useWatched(desk, (state) => state);
  const isFiltered = search.trim() !== '' || status !== undefined;
  const whole = all.filter((story) => story.status !== 'spiked');
  const [onlyListed, setOnlyListed] = useState(isFiltered);
  const [format, setFormat] = useState<FormatId>('page');
  const [folder, setFolder] = useState<string>();
  const { working, progress, error, result, run, stop, fail } = useExport<DeskExported>();
  const { length: total } = onlyListed ? listed : whole;

  const start = () =>
    run(async (job) => {
      const { session } = opened.snapshot();
      if (session !== undefined) await ensureWritten(session);
      return call('export.desk', {
        format,
        ...(onlyListed && listFilter({ search, status })),
        ...(folder !== undefined && { folder }),
        job,
      });
    });

  return (
    <Dialog
      title={t('export.desk.title')}
      steady
      onClose={closeDialog}
      onSubmit={() => {
        if (!working && result === undefined && total > 0) void start();
      }}
      foot={
        working ? (
          <Button onClick={stop}>{t('export.stop')}</Button>
        ) : result === undefined ? (
          <>
            <Button onClick={closeDialog}>{t('cancel')}</Button>
            <Button look="primary" submit disabled={total === 0}>
              {t('export.run')}
            </Button>
          </>
        ) : (
          <DoneButton />
        )
      }
    >
      {result === undefined ? (
        <>
          <fieldset className="choices rows">
            <legend className="field-label">{t('export.desk.stories')}</legend>
            <label className="choice">
              <input
                type="radio"
                name="stories"
                checked={!onlyListed}
                onChange={() => setOnlyListed(false)}
              />
              <span>
                {t('export.desk.all', { shown: formatNumber(whole.length) })}
                <span className="field-hint">{t('export.desk.all.hint')}</span>
              </span>
            </label>
            <label className="choice">
              <input
                type="radio"
                name="stories"
                checked={onlyListed}
                onChange={() => setOnlyListed(true)}
              />
              <span>
                {t('export.desk.listed', { shown: formatNumber(listed.length) })}
                <span className="field-hint">{t('export.desk.listed.hint')}</span>
              </span>
            </label>
          </fieldset>
          <ExportFormat format={format} onChoose={setFormat} />
          <ExportPlace folder={folder} onChoose={setFolder} onFault={fail} />
          {progress !== undefined && <ExportProgress of="stories" progress={progress} />}
        </>
      ) : (
        <Outcome result={result} onFault={fail} />
      )}
      {error !== undefined && (
        <p className="notice error" role="alert">
          {error}
        </p>
      )}
    </Dialog>
  );
}

interface OutcomeProps {
  result: DeskExported;
  onFault(message: string): void;
}

function Outcome({ result, onFault }: OutcomeProps) {
  const { written, cancelled, failed, warned, folder } = result;
  return (
    <div className="export-result" aria-live="polite">
      <p>{counted(cancelled ? 'export.desk.stopped' : 'export.desk.written', written)}</p>
      <ExportedPlace path={folder} length={result} onFault={onFault} />
      {failed.length > 0 && (
        <Stories title={counted('export.desk.failed', failed.length)}>
          {failed.map(({ id, headline, message }) => (
            <Story key={id} id={id} headline={headline}>
              <p className="notice error">{message}</p>
            </Story>
          ))}
        </Stories>
      )}
      {warned.length > 0 && (
        <Stories title={counted('export.desk.warned', warned.length)}>
          {warned.map(({ id, headline, warnings }) => (
            <Story key={id} id={id} headline={headline}>
              <Warnings warnings={warnings} />
            </Story>
          ))}
        </Stories>
      )}
    </div>
  );
}

function Stories({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="export-stories">
      <h3>{title}</h3>
      <ul>{children}</ul>
    </section>
  );
}

/** A story that needs a look, which a press on its headline opens. */
function Story({ id, headline, children }: { id: string; headline: string; children: ReactNode }) {
  return (
    <li>
      <Button
        look="quiet"
        onClick={() => {
          closeDialog();
          attempt(() => openArticle(id));
        }}
      >
        {headline.trim() === '' ? t('untitled') : headline}
      </Button>
      {children}
    </li>
  );
}

function counted(key: TextKey, count: number): string {
  return t(key, { count, shown: formatNumber(count) });
}
