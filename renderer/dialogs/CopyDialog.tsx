import { useEffect, useState } from 'react';
import type { Difference } from '../../article/differences.ts';
import type { StoryCopy } from '../../electron/contract/story-copy.ts';
import { t } from '../locale/locale.ts';
import type { ArticleSession } from '../session/article-session.ts';
import { attempt, messageOf } from '../session/notices.ts';
import { compareCopy, mergeCopy, setCopyAside } from '../session/story-copies.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { closeDialog } from './dialog-store.ts';

interface CopyDialogProps {
  session: ArticleSession;
  copy: StoryCopy;
}

/** Shows where another copy of the story says something else. */
export function CopyDialog({ session, copy }: CopyDialogProps) {
  const [differences, setDifferences] = useState<readonly Difference[]>();
  const [fault, setFault] = useState<string>();
  useEffect(() => {
    compareCopy(session, copy).then(setDifferences, (error: unknown) => setFault(messageOf(error)));
  }, [session, copy]);
  const { language } = session.snapshot().article;

  const choose = (work: typeof mergeCopy) => {
    closeDialog();
    attempt(() => work(session, copy));
  };

  return (
    <Dialog
      title={t('copy.title')}
      wide
      onClose={closeDialog}
      foot={
        <>
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
      {differences !== undefined && differences.length > 0 && (
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- keys scroll it
        <div className="differences" role="region" aria-label={t('copy.differences')} tabIndex={0}>
          <table>
            <thead>
              <tr>
                <th scope="col">{t('copy.ours')}</th>
                <th scope="col">{t('copy.theirs')}</th>
              </tr>
            </thead>
            <tbody>
              {differences.map(({ ours, theirs }, index) => (
                // The places have no other name than their order.
                // oxlint-disable-next-line react/no-array-index-key
                <tr key={index}>
                  <Words text={ours} language={language} />
                  <Words text={theirs} language={language} />
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Dialog>
  );
}

function Words({ text, language }: { text: string; language: string }) {
  return text === '' ? (
    <td className="none">{t('copy.nothing')}</td>
  ) : (
    <td lang={language} dir="auto">
      {text}
    </td>
  );
}
