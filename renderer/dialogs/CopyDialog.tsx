import { Fragment, useEffect, useState } from 'react';
import type { Difference } from '../../article/differences.ts';
import { hunksOf } from '../../article/word-hunks.ts';
import type { StoryCopy } from '../../electron/contract/story-copy.ts';
import { t } from '../locale/locale.ts';
import type { ArticleSession } from '../app/session/article-session.ts';
import { messageOf } from '../app/notices.ts';
import { compareCopy, mergeCopy, setCopyAside } from '../app/session/story-copies.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { useApp } from '../app/use-app.ts';

interface CopyDialogProps {
  session: ArticleSession;
  copy: StoryCopy;
}

/** Shows where another copy of the story says something else. */
export function CopyDialog({ session, copy }: CopyDialogProps) {
  const app = useApp();
  const { dialogs, notices } = app;
  const [differences, setDifferences] = useState<readonly Difference[]>();
  const [fault, setFault] = useState<string>();
  useEffect(() => {
    compareCopy(app, session, copy).then(setDifferences, (error: unknown) =>
      setFault(messageOf(error)),
    );
  }, [app, session, copy]);
  const { source } = copy;
  const { language } = session.snapshot().article;

  const choose = (work: typeof mergeCopy) => {
    dialogs.close();
    notices.attempt(() => work(app, session, copy));
  };

  return (
    <Dialog
      title={t('copy.title')}
      wide
      onClose={dialogs.close}
      foot={
        <>
          <Button onClick={dialogs.close}>{t('cancel')}</Button>
          <Button onClick={() => choose(setCopyAside)}>{t('copy.setAside')}</Button>
          <Button look="primary" onClick={() => choose(mergeCopy)}>
            {t('copy.merge')}
          </Button>
        </>
      }
    >
      {fault !== undefined && (
        <p className="field-error" role="alert">
          {fault}
        </p>
      )}
      {differences?.length === 0 && <p>{t('copy.same')}</p>}
      {differences !== undefined && <p className="field-hint">{t('copy.mergeHint')}</p>}
      {differences !== undefined && differences.length > 0 && (
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- keys scroll it
        <div className="differences" role="region" aria-label={t('copy.differences')} tabIndex={0}>
          <table>
            <thead>
              <tr>
                <th scope="col">{t('copy.ours')}</th>
                <th scope="col">
                  {source === '' ? t('copy.theirs') : t('copy.theirsFrom', { source })}
                </th>
              </tr>
            </thead>
            <tbody>
              {differences.map((difference, index) => (
                // The places have no other name than their order.
                // oxlint-disable-next-line react/no-array-index-key
                <Row key={index} {...difference} language={language} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Dialog>
  );
}

/** One place in both; the words that the other side has not are marked. */
function Row({ ours, theirs, language }: Difference & { language: string }) {
  const hunks = ours === '' || theirs === '' ? [] : hunksOf(ours, theirs);
  return (
    <tr>
      <Words text={ours} marked={hunks.map(({ start, end }) => [start, end])} language={language} />
      <Words text={theirs} marked={hunks.map(({ from, to }) => [from, to])} language={language} />
    </tr>
  );
}

interface WordsProps {
  text: string;
  /** Where each stretch that is marked begins and ends; they are in order. */
  marked: readonly (readonly [start: number, end: number])[];
  language: string;
}

function Words({ text, marked, language }: WordsProps) {
  if (text === '') return <td className="none">{t('copy.nothing')}</td>;
  return (
    <td lang={language} dir="auto">
      {marked.map(([start, end], index) => (
        <Fragment key={start}>
          {text.slice(marked[index - 1]?.[1] ?? 0, start)}
          {end > start && <mark>{text.slice(start, end)}</mark>}
        </Fragment>
      ))}
      {text.slice(marked.at(-1)?.[1] ?? 0)}
    </td>
  );
}
