import { type MouseEvent, useMemo, useState } from 'react';
import { flushSync } from 'react-dom';
import { type FormatId, formats, isTextFormat } from '../../article/formats/formats.ts';
import { AppError } from '../../article/app-error.ts';
import type { Article } from '../../article/article.ts';
import { picturesApart, picturesOf } from '../../article/pictures.ts';
import { type Warning, publish } from '../../article/publish.ts';
import type { ArticleSummary } from '../../electron/contract/calls.ts';
import type { Exported } from '../../electron/contract/exported.ts';
import { t } from '../locale/locale.ts';
import { Warnings } from '../ui/Warnings.tsx';
import type { ArticleSession } from '../app/session/article-session.ts';
import { messageOf } from '../app/notices.ts';
import { ensureWritten } from '../app/session/outgoing.ts';
import { useWatched } from '../app/store.ts';
import { Button } from '../ui/Button.tsx';
import { DropUnknown } from './DropUnknown.tsx';
import { ExportFormat } from './ExportFormat.tsx';
import { ExportPlace } from './ExportPlace.tsx';
import { ExportSteps } from './ExportSteps.tsx';
import { ExportedPlace } from './ExportedPlace.tsx';
import { download } from './download.ts';
import { useExport } from './use-export.ts';
import type { Client } from '../app/host/client.ts';
import { useApp } from '../app/use-app.ts';

interface Choice {
  format: FormatId;
  /** Undefined for the desk's own folder. */
  folder: string | undefined;
  dropUnknown: boolean;
}

/** Writes the story as a file that can go out, and says where it is. */
export function ExportDialog({ session }: { session: ArticleSession }) {
  const { abilities, client, desk } = useApp();
  const article = useWatched(session, (view) => view.article);
  const stories = useWatched(desk, (state) => state.all);
  const reveal = useWatched(abilities, (state) => state.reveal);
  const [choice, setChoice] = useState<Choice>(() => ({
    format: fileCount(article) > 0 ? 'page' : 'html',
    folder: undefined,
    dropUnknown: false,
  }));
  const work = useExport<Exported>();
  const { result: exported } = work;
  const { format, folder, dropUnknown } = choice;
  const { warnings, stop } = useMemo(
    () => check(article, stories, choice),
    [article, stories, choice],
  );
  const choose = (changes: Partial<Choice>) => {
    setChoice({ ...choice, ...changes });
    work.clear();
  };
  const save = () =>
    void saveFile(client, session, choice).catch((fault) => work.fail(messageOf(fault)));
  const again = ({ currentTarget }: MouseEvent<HTMLButtonElement>) => {
    const dialog = currentTarget.closest('dialog');
    flushSync(work.clear);
    dialog?.querySelector<HTMLElement>('input:checked')?.focus();
  };

  return (
    <ExportSteps
      title={t('export.title')}
      work={work}
      of="pictures"
      ready={stop === undefined}
      onExport={() => void work.run((job) => writeFile(client, session, choice, job))}
      moreBefore={
        isTextFormat(format) && (
          <Button onClick={save} disabled={stop !== undefined}>
            {t('export.download')}
          </Button>
        )
      }
      moreAfter={
        <>
          <Button onClick={again}>{t('export.again')}</Button>
          {!reveal && isTextFormat(format) && (
            <Button onClick={save}>{t('export.download')}</Button>
          )}
        </>
      }
      outcome={
        exported !== undefined && (
          <>
            <p>{t('export.written')}</p>
            <ExportedPlace
              path={exported.path}
              length={exported}
              language={article.language}
              onFault={work.fail}
            />
            <Warnings warnings={exported.warnings} />
          </>
        )
      }
    >
      <ExportFormat format={format} onChoose={(chosen) => choose({ format: chosen })} />
      <ExportPlace
        folder={folder}
        onChoose={(chosen) => choose({ folder: chosen })}
        onFault={work.fail}
      />
      {stop !== undefined && <p className="notice warning">{stop}</p>}
      {(stop !== undefined || dropUnknown) && (
        <DropUnknown checked={dropUnknown} onChoose={(chosen) => choose({ dropUnknown: chosen })} />
      )}
      <Warnings warnings={warnings} />
    </ExportSteps>
  );
}

/** What a call for the story is asked with. */
function askedFor({ id }: ArticleSession, { dropUnknown }: Choice) {
  return { id, ...(dropUnknown && { dropUnknown }) };
}

async function writeFile(
  client: Client,
  session: ArticleSession,
  choice: Choice,
  job: string,
): Promise<Exported> {
  await ensureWritten(session);
  const { format, folder } = choice;
  const place = folder === undefined ? {} : { folder };
  return client.call('export.run', { ...askedFor(session, choice), ...place, format, job });
}

/** Gives the story to the browser as a file to be saved. */
async function saveFile(client: Client, session: ArticleSession, choice: Choice): Promise<void> {
  const { format } = choice;
  if (!isTextFormat(format)) return;
  await ensureWritten(session);
  const { text, fileName } = await client.call('export.render', {
    ...askedFor(session, choice),
    format,
  });
  download(fileName, text, formats[format].mediaType);
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
