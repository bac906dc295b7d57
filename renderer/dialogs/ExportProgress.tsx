import { formatNumber, t } from '../locale/locale.ts';
import type { ExportProgress as Progress } from '../app/export-progress.ts';

interface ExportProgressProps {
  of: 'pictures' | 'stories';
  progress: Progress;
}

/** How far an export is. */
export function ExportProgress({ of, progress: { done, total } }: ExportProgressProps) {
  const text = t(`export.progress.${of}`, {
    done: formatNumber(done),
    total: formatNumber(total),
  });
  return (
    <p className="export-progress numbers">
      <progress value={done} max={total} aria-label={text} />
      {text}
    </p>
  );
}
