import type { ReactNode } from 'react';
import { t } from '../locale/locale.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { DoneButton } from './DoneButton.tsx';
import { ExportProgress } from './ExportProgress.tsx';
import type { useExport } from './use-export.ts';
import { useApp } from '../app/use-app.ts';

type Work = ReturnType<typeof useExport<unknown>>;

interface ExportStepsProps {
  title: string;
  /** The export that goes through the steps. */
  work: Pick<Work, 'working' | 'progress' | 'error' | 'result' | 'stop'>;
  /** What its progress counts. */
  of: 'pictures' | 'stories';
  /** False while nothing can be exported. */
  ready: boolean;
  onExport(): void;
  /** Buttons besides those to cancel and to export, and besides the one that ends it. */
  moreBefore?: ReactNode;
  moreAfter?: ReactNode;
  /** What is chosen before. */
  children: ReactNode;
  /** What came of it. */
  outcome: ReactNode;
}

/** An export in its steps: what goes out is chosen, it is written, what came of it is told. */
export function ExportSteps(props: ExportStepsProps) {
  const { dialogs } = useApp();
  const { title, work, of, ready, onExport, moreBefore, moreAfter, children, outcome } = props;
  const { working, progress, error, result, stop } = work;
  const foot = () => {
    if (working) return <Button onClick={stop}>{t('export.stop')}</Button>;
    if (result !== undefined) {
      return (
        <>
          {moreAfter}
          <DoneButton />
        </>
      );
    }
    return (
      <>
        <Button onClick={dialogs.close}>{t('cancel')}</Button>
        {moreBefore}
        <Button look="primary" submit disabled={!ready}>
          {t('export.run')}
        </Button>
      </>
    );
  };
  return (
    <Dialog
      title={title}
      steady
      onClose={dialogs.close}
      onSubmit={() => {
        if (ready && !working && result === undefined) onExport();
      }}
      foot={foot()}
    >
      {result === undefined ? (
        <>
          {children}
          {progress !== undefined && <ExportProgress of={of} progress={progress} />}
        </>
      ) : (
        <div className="export-result" aria-live="polite">
          {outcome}
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
