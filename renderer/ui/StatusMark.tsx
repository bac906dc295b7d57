import type { Status } from '../../article/article.ts';
import { t } from '../locale/locale.ts';

interface StatusMarkProps {
  status: Status;
  /** Set where the name of the status stands beside the mark, so that it is not read out twice. */
  silent?: boolean;
}

/** A small sign for a status, told apart by its shape. */
export function StatusMark({ status, silent }: StatusMarkProps) {
  const name =
    silent === true
      ? { 'aria-hidden': true }
      : { role: 'img', 'aria-label': t(`status.${status}`) };
  return (
    <svg className={`status-mark ${status}`} viewBox="0 0 12 12" width="12" height="12" {...name}>
      {SHAPES[status]}
    </svg>
  );
}

const ring = <circle cx="6" cy="6" r="4.25" fill="none" stroke="currentColor" strokeWidth="1.5" />;

const SHAPES = {
  draft: ring,
  'in-review': (
    <>
      {ring}
      <path d="M6 1.5a4.5 4.5 0 0 1 0 9z" fill="currentColor" />
    </>
  ),
  approved: <circle cx="6" cy="6" r="5" fill="currentColor" />,
  published: (
    <>
      <circle cx="6" cy="6" r="5" fill="currentColor" />
      <path d="m3.5 6.2 1.8 1.7 3.2-3.7" fill="none" stroke="var(--desk)" strokeWidth="1.4" />
    </>
  ),
  spiked: (
    <>
      {ring}
      <path d="m3 9 6-6" stroke="currentColor" strokeWidth="1.5" />
    </>
  ),
} satisfies Record<Status, React.ReactNode>;
