import { useEffect, useState } from 'react';
import type { Stamp } from '../../article/article.ts';
import { formatStamp } from '../../article/stamp/format.ts';
import { type ParsedStamp, type StampCandidate, parseStamp } from '../../article/stamp/parse.ts';
import { dateAndTime } from '../locale/date-and-time.ts';
import { t } from '../locale/locale.ts';
import type { ArticleSession } from '../app/session/article-session.ts';
import { useFields, useReadOnly } from '../app/session/fields.ts';
import { useWatched } from '../app/store.ts';
import { Button } from '../ui/Button.tsx';
import { DetailRow } from './DetailRow.tsx';
import { useApp } from '../app/use-app.ts';

/** Nobody wants to be corrected in the middle of a word: milliseconds of rest before a fault. */
const FAULT_AFTER = 700;

/** The publication time as it is printed, with what was understood of it. */
export function StampRow({ session }: { session: ArticleSession }) {
  const { desk, layout } = useApp();
  const zone = useWatched(desk, (state) => state.view?.house.zone ?? 'UTC');
  const { stamp } = useFields(session, 'stamp');
  const readOnly = useReadOnly(session);
  const typed = stamp?.printed ?? '';
  const rested = useRested(typed);
  const inDoubt = stamp !== undefined && stamp.instant === undefined;
  const read = inDoubt ? parseStamp(typed, { zone }) : undefined;

  const write = (printed: string) =>
    session.change({ stamp: stampOf(printed, parseStamp(printed, { zone })) });

  return (
    <DetailRow
      names={['stamp']}
      label={t('details.stamp')}
      hint={
        stamp?.instant === undefined
          ? read?.kind === 'ambiguous' && (
              <StampChoice
                candidates={read.candidates}
                readOnly={readOnly}
                onChoose={({ instant, zone: meant }) => {
                  session.change({ stamp: { instant, zone: meant, printed: typed } });
                  // The buttons go away with the question.
                  layout.focusDetail('stamp');
                }}
              />
            )
          : understood(stamp, stamp.instant)
      }
      error={inDoubt && read === undefined && rested ? t('details.stamp.unknown') : undefined}
    >
      {(control) => (
        <>
          <input
            {...control}
            type="text"
            readOnly={readOnly}
            placeholder={formatStamp('2026-01-31T09:30:00Z', zone)}
            value={typed}
            onChange={({ target: { value } }) => write(value)}
          />
          {!readOnly && typed === '' && (
            <Button look="quiet" onClick={() => write(formatStamp(new Date().toISOString(), zone))}>
              {t('details.stamp.now')}
            </Button>
          )}
        </>
      )}
    </DetailRow>
  );
}

interface StampChoiceProps {
  candidates: readonly StampCandidate[];
  readOnly: boolean;
  onChoose(candidate: StampCandidate): void;
}

/** The moments that a stamp may mean, for the person to choose from. */
function StampChoice({ candidates, readOnly, onChoose }: StampChoiceProps) {
  return (
    <>
      {t('details.stamp.which')}
      <span className="detail-actions">
        {candidates.map((candidate) => (
          <Button
            key={`${candidate.zone} ${candidate.instant}`}
            disabled={readOnly}
            onClick={() => onChoose(candidate)}
          >
            {candidate.label}
          </Button>
        ))}
      </span>
    </>
  );
}

/** The stamp of a text: to the letter as it was typed, with its moment where that is certain. */
function stampOf(printed: string, read: ParsedStamp | undefined): Stamp | undefined {
  if (printed === '') return undefined;
  return read?.kind === 'stamp' ? { ...read.stamp, printed } : { printed };
}

function understood({ zone = 'UTC', printed }: Stamp, instant: string): string {
  const moment = dateAndTime(instant, zone);
  // One abbreviation may be that of several zones.
  return moment === printed ? zone : t('details.stamp.understood', { moment, zone });
}

/** True once a text has stayed as it is for a moment. */
function useRested(text: string): boolean {
  const [rested, setRested] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setRested(text), FAULT_AFTER);
    return () => clearTimeout(timer);
  }, [text]);
  return rested === text;
}
