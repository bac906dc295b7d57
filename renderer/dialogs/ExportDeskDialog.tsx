import { type ReactNode, useState } from 'react';
import type { FormatId } from '../../article/formats/formats.ts';
import type { DeskExported } from '../../electron/contract/exported.ts';
import { listFilter } from '../app/desk/desk-store.ts';
import { type TextKey, formatNumber, t } from '../locale/locale.ts';
import { Choice } from '../ui/Choice.tsx';
import { Warnings } from '../ui/Warnings.tsx';
import { openArticle } from '../app/session/open-article.ts';
import { ensureWritten } from '../app/session/outgoing.ts';
import { useWatched } from '../app/store.ts';
import { Button } from '../ui/Button.tsx';
import { ExportFormat } from './ExportFormat.tsx';
import { ExportPlace } from './ExportPlace.tsx';
import { ExportSteps } from './ExportSteps.tsx';
import { ExportedPlace } from './ExportedPlace.tsx';
import { useExport } from './use-export.ts';
import { useApp } from '../app/use-app.ts';

/** Writes the stories of the desk, and says what became of each that needs a look. */
export function ExportDeskDialog() {
  const { client, desk, opened } = useApp();
  const { all, listed, search, status } = useWatched(desk, (state) => state);
  const isFiltered = search.trim() !== '' || status !== undefined;
  const whole = all.filter((story) => story.status !== 'spiked');
  const [onlyListed, setOnlyListed] = useState(isFiltered);
  const [format, setFormat] = useState<FormatId>('page');
  const [folder, setFolder] = useState<string>();
  const work = useExport<DeskExported>();
  const { length: total } = onlyListed ? listed : whole;

  const start = () =>
    work.run(async (job) => {
      const { session } = opened.snapshot();
      if (session !== undefined) await ensureWritten(session);
      return client.call('export.desk', {
        format,
        ...(onlyListed && listFilter({ search, status })),
        ...(folder !== undefined && { folder }),
        job,
      });
    });

  return (
    <ExportSteps
      title={t('export.desk.title')}
      work={work}
      of="stories"
      ready={total > 0}
      onExport={() => void start()}
      outcome={work.result && <Outcome result={work.result} onFault={work.fail} />}
    >
      <fieldset className="choices rows">
        <legend className="field-label">{t('export.desk.stories')}</legend>
        <Choice
          name="stories"
          text={t('export.desk.all', { shown: formatNumber(whole.length) })}
          hint={<span className="field-hint">{t('export.desk.all.hint')}</span>}
          checked={!onlyListed}
          onChoose={() => setOnlyListed(false)}
        />
        <Choice
          name="stories"
          text={t('export.desk.listed', { shown: formatNumber(listed.length) })}
          hint={<span className="field-hint">{t('export.desk.listed.hint')}</span>}
          checked={onlyListed}
          onChoose={() => setOnlyListed(true)}
        />
      </fieldset>
      <ExportFormat format={format} onChoose={setFormat} />
      <ExportPlace folder={folder} onChoose={setFolder} onFault={work.fail} />
    </ExportSteps>
  );
}

interface OutcomeProps {
  result: DeskExported;
  onFault(message: string): void;
}

function Outcome({ result, onFault }: OutcomeProps) {
  const { written, cancelled, failed, warned, folder } = result;
  return (
    <>
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
    </>
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
  const app = useApp();
  const { dialogs, notices } = app;
  return (
    <li>
      <Button
        look="quiet"
        onClick={() => {
          dialogs.close();
          notices.attempt(() => openArticle(app, id));
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
