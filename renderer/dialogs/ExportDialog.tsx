import { useMemo, useState } from 'react';
import { AppError } from '../../article/app-error.ts';
import type { Article } from '../../article/article.ts';
import { type Warning, publish } from '../../article/publish.ts';
import type { Args, ArticleSummary, Exported } from '../../electron/contract/calls.ts';
import { call } from '../client.ts';
import { desk } from '../desk/desk-store.ts';
import { t } from '../locale/locale.ts';
import { Warnings } from '../panel/Warnings.tsx';
import { abilities } from '../session/abilities.ts';
import type { ArticleSession } from '../session/article-session.ts';
import { messageOf } from '../session/notices.ts';
import { ensureWritten } from '../session/outgoing.ts';
import { useWatched } from '../session/store.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { ExportPlace } from './ExportPlace.tsx';
import { closeDialog } from './dialog-store.ts';
import { download } from './download.ts';

type FormatId = Args<'export.render'>['format'];
const FORMATS = ['html', 'fragment', 'text', 'markdown'] as const satisfies FormatId[];

interface Choice {
  format: FormatId;
  /** Undefined for the desk's own folder. */
  folder: string | undefined;
  dropUnknown: boolean;
}

/** Writes the story as a file that can go out, and says where it is. */
export function ExportDialog({ session }: { session: ArticleSession }) {
  const article = useWatched(session, (view) => view.article);
  const stories = useWatched(desk, (state) => state.all);
  const [choice, setChoice] = useState<Choice>({
    format: 'html',
    folder: undefined,
    dropUnknown: false,
  });
  const [working, setWorking] = useState(false);
  const [error, setError] = useState<string>();
  const [exported, setExported] = useState<Exported>();
  const { format, folder, dropUnknown } = choice;
  const { warnings, stop } = useMemo(
    () => check(article, stories, dropUnknown),
    [article, stories, dropUnknown],
  );

  const choose = (changes: Partial<Choice>) => {
    setChoice({ ...choice, ...changes });
    setExported(undefined);
    setError(undefined);
  };

  const work = async (step: () => Promise<unknown>) => {
    setWorking(true);
    setError(undefined);
    try {
      await step();
    } catch (fault) {
      setError(messageOf(fault));
    } finally {
      setWorking(false);
    }
  };

  const options = { id: session.id, format, ...(dropUnknown && { dropUnknown }) };
  const run = () =>
    work(async () => {
      await ensureWritten(session);
      const place = folder === undefined ? {} : { folder };
      setExported(await call('export.run', { ...options, ...place }));
    });
  const save = () =>
    work(async () => {
      await ensureWritten(session);
      const { text, fileName } = await call('export.render', options);
      download(
        fileName,
        text,
        format === 'html' || format === 'fragment' ? 'text/html' : 'text/plain',
      );
    });
  const unable = stop !== undefined || working;

  return (
    <Dialog
      title={t('export.title')}
      onClose={closeDialog}
      onSubmit={() => {
        if (!unable) void run();
      }}
      foot={
        exported === undefined ? (
          <>
            <Button onClick={closeDialog}>{t('cancel')}</Button>
            <Button onClick={() => void save()} disabled={unable}>
              {t('export.download')}
            </Button>
            <Button look="primary" submit disabled={unable}>
              {t('export.run')}
            </Button>
          </>
        ) : (
          <Button look="primary" onClick={closeDialog}>
            {t('export.done')}
          </Button>
        )
      }
    >
      <fieldset className="choices rows">
        <legend className="field-label">{t('export.format')}</legend>
        {FORMATS.map((id) => (
          <label key={id} className="choice">
            <input
              type="radio"
              name="format"
              checked={id === format}
              onChange={() => choose({ format: id })}
            />
            <span>
              {t(`export.format.${id}`)}
              <span className="field-hint">{t(`export.format.${id}.hint`)}</span>
            </span>
          </label>
        ))}
      </fieldset>
      <ExportPlace
        folder={folder}
        onChoose={(chosen) => choose({ folder: chosen })}
        onFault={setError}
      />
      {stop !== undefined && <p className="notice warning">{stop}</p>}
      {(stop !== undefined || dropUnknown) && (
        <label className="choice">
          <input
            type="checkbox"
            checked={dropUnknown}
            onChange={(event) => choose({ dropUnknown: event.target.checked })}
          />
          {t('export.dropUnknown')}
        </label>
      )}
      <Warnings warnings={exported?.warnings ?? warnings} />
      {error !== undefined && (
        <p className="notice error" role="alert">
          {error}
        </p>
      )}
      {exported !== undefined && (
        <Result
          exported={exported}
          onDownload={() => void save()}
          onReveal={() => void work(() => call('desktop.reveal', { path: exported.path }))}
        />
      )}
    </Dialog>
  );
}

interface ResultProps {
  exported: Exported;
  onReveal(): void;
  onDownload(): void;
}

function Result({ exported, onReveal, onDownload }: ResultProps) {
  const reveal = useWatched(abilities, (state) => state.reveal);
  return (
    <div className="export-result" aria-live="polite">
      <p>{t('export.written')}</p>
      <p className="path">{exported.path}</p>
      {reveal ? (
        <Button onClick={onReveal}>{t('export.reveal')}</Button>
      ) : (
        <Button onClick={onDownload}>{t('export.download')}</Button>
      )}
    </div>
  );
}

/** What would go with the export or stop it, told before anything is written. */
function check(
  article: Article,
  stories: readonly ArticleSummary[],
  dropUnknown: boolean,
): { warnings: readonly Warning[]; stop?: string } {
  const resolve = (id: string) => stories.find((story) => story.id === id);
  try {
    return { warnings: publish(article, { resolve, dropUnknown }).warnings };
  } catch (fault) {
    if (!(fault instanceof AppError)) throw fault;
    return { warnings: [], stop: fault.message };
  }
}
