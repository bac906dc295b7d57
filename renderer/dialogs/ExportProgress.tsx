import { formatNumber, t } from '../locale/locale.ts';
import type { Events } from '../../electron/contract/events.ts';

interface ExportProgressProps {
  of: 'pictures' | 'stories';
  progress: Events['export-progress'];
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
