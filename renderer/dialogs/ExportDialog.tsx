import { type MouseEvent, useMemo, useState } from 'react';
import { flushSync } from 'react-dom';
import { type FormatId, formats, isTextFormat } from '../../article/formats/formats.ts';
import { AppError } from '../../article/app-error.ts';
import type { Article } from '../../article/article.ts';
import { picturesApart, picturesOf } from '../../article/pictures.ts';
import { type Warning, publish } from '../../article/publish.ts';
import type { ArticleSummary } from '../../electron/contract/calls.ts';
import type { Exported } from '../../electron/contract/exported.ts';
import { call } from '../app/host/client.ts';
import { desk } from '../app/desk/desk-store.ts';
import { t } from '../locale/locale.ts';
import { Warnings } from '../ui/Warnings.tsx';
import { abilities } from '../app/abilities.ts';
import type { ArticleSession } from '../app/session/article-session.ts';
import { messageOf } from '../app/notices.ts';
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
import { download } from './download.ts';
import { useExport } from './use-export.ts';

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
  const [choice, setChoice] = useState<Choice>(() => ({
    format: fileCount(article) > 0 ? 'page' : 'html',
    folder: undefined,
    dropUnknown: false,
  }));
  const {
    working,
    progress,
    error,
    result: exported,
    run: start,
    stop: cancel,
    clear,
    fail,
  } = useExport<Exported>();
  const { format, folder, dropUnknown } = choice;
  const { warnings, stop } = useMemo(
    () => check(article, stories, choice),
    [article, stories, choice],
  );

  const choose = (changes: Partial<Choice>) => {
    setChoice({ ...choice, ...changes });
    clear();
  };

  const options = { id: session.id, ...(dropUnknown && { dropUnknown }) };
  const run = () =>
    start(async (job) => {
      await ensureWritten(session);
      const place = folder === undefined ? {} : { folder };
      return call('export.run', { ...options, ...place, format, job });
    });
  const save = async () => {
    if (!isTextFormat(format)) return;
    try {
      await ensureWritten(session);
      const { text, fileName } = await call('export.render', { ...options, format });
      download(fileName, text, formats[format].mediaType);
    } catch (fault) {
      fail(messageOf(fault));
    }
  };
  const again = ({ currentTarget }: MouseEvent<HTMLButtonElement>) => {
    const dialog = currentTarget.closest('dialog');
    flushSync(clear);
    dialog?.querySelector<HTMLElement>('input:checked')?.focus();
  };
  const reveal = useWatched(abilities, (state) => state.reveal);
  const unable = stop !== undefined || working;

  return (
    <Dialog
      title={t('export.title')}
      steady
      onClose={closeDialog}
      onSubmit={() => {
        if (!unable && exported === undefined) void run();
      }}
      foot={
        working ? (
          <Button onClick={cancel}>{t('export.stop')}</Button>
        ) : exported === undefined ? (
          <>
            <Button onClick={closeDialog}>{t('cancel')}</Button>
            {isTextFormat(format) && (
              <Button onClick={() => void save()} disabled={unable}>
                {t('export.download')}
              </Button>
            )}
            <Button look="primary" submit disabled={unable}>
              {t('export.run')}
            </Button>
          </>
        ) : (
          <>
            <Button onClick={again}>{t('export.again')}</Button>
            {!reveal && isTextFormat(format) && (
              <Button onClick={() => void save()}>{t('export.download')}</Button>
            )}
            <DoneButton />
          </>
        )
      }
    >
      {exported === undefined ? (
        <>
          <ExportFormat format={format} onChoose={(chosen) => choose({ format: chosen })} />
          <ExportPlace
            folder={folder}
            onChoose={(chosen) => choose({ folder: chosen })}
            onFault={fail}
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
          <Warnings warnings={warnings} />
          {progress !== undefined && <ExportProgress of="pictures" progress={progress} />}
        </>
      ) : (
        <div className="export-result" aria-live="polite">
          <p>{t('export.written')}</p>
          <ExportedPlace
            path={exported.path}
            length={exported}
            language={article.language}
            onFault={fail}
          />
          <Warnings warnings={exported.warnings} />
        </div>
      )}
      {error !== undefined && (
        <p className="notice error" role="alert">
          {error}
        </p>
      )}
    </Dialog>
  );
}

/** What would go with the export or stop it, told before anything is written. */
function check(
  article: Article,
  stories: readonly ArticleSummary[],
  { format, dropUnknown }: Choice,
): { warnings: readonly Warning[]; stop?: string } {
  const resolve = (id: string) => stories.find((story) => story.id === id);
  const apart = formats[format].pictures === 'apart' ? picturesApart(fileCount(article)) : [];
  const now = new Date().toISOString();
  try {
    return { warnings: [...publish(article, { resolve, dropUnknown, now }).warnings, ...apart] };
  } catch (fault) {
    if (!(fault instanceof AppError)) throw fault;
    return { warnings: apart, stop: fault.message };
  }
}

/** How many pictures of the story lie beside it. */
function fileCount({ body }: Article): number {
  return new Set(picturesOf(body).flatMap(({ picture }) => picture.file ?? [])).size;
}
