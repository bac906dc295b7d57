import { TriangleAlert } from 'lucide-react';
import type { Warning } from '../../article/publish.ts';
import { t } from '../locale/locale.ts';

/** What the desk should know before the story goes out; nothing when there is nothing. */
export function Warnings({ warnings }: { warnings: readonly Warning[] }) {
  if (warnings.length === 0) return null;
  return (
    <ul className="warnings" aria-label={t('warnings')}>
      {warnings.map(({ code, path, message }) => (
        <li key={`${code} ${path}`}>
          <TriangleAlert size={14} aria-hidden />
          {message}
        </li>
      ))}
    </ul>
  );
}
