import { Plus } from 'lucide-react';
import { type MouseEvent, useId, useState } from 'react';
import { flushSync } from 'react-dom';
import { datelineStyle, datelineStyles } from '../../../../article/dateline/styles.ts';
import type { House } from '../../../../article/house.ts';
import { t } from '../../../locale/locale.ts';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { Field } from '../../../ui/Field.tsx';
import type { DatelineContent } from './datelines.ts';
import { PlaceFields } from './PlaceFields.tsx';
import {
  type DatelineDraft,
  NO_PLACE,
  type PlaceDraft,
  datelineOf,
  draftOf,
  hidesWhereabouts,
  isComplete,
  printedOf,
} from './dateline-draft.ts';

const LAST_PLACE = ':nth-last-child(1 of .place-fields) input';
const DATE = 'input[type="date"]';

interface DatelineDialogProps {
  /** The dateline that is there, or stands as text in the story; undefined for a new one. */
  dateline: DatelineContent | undefined;
  house: House;
  onSave(dateline: DatelineContent): void;
  /** Undefined where there is no dateline yet to remove. */
  onRemove: (() => void) | undefined;
  onClose(): void;
}

/** Asks for the parts of a dateline and shows it as it will be printed. */
export function DatelineDialog({
  dateline,
  house,
  onSave,
  onRemove,
  onClose,
}: DatelineDialogProps) {
  const [draft, setDraft] = useState(() => draftOf(dateline, house));
  const [dateWanted, setDateWanted] = useState(draft.date !== '');
  const [refused, setRefused] = useState(false);
  const change = (changes: Partial<DatelineDraft>) => setDraft({ ...draft, ...changes });
  const missing = refused && !isComplete(draft) ? t('dateline.missing') : undefined;
  const printed = printedOf(draft);
  const printsDate = datelineStyle(draft.style).months !== undefined;
  const showDate = dateWanted || printsDate;
  const byHandId = useId();

  const changePlace = (at: number, place: PlaceDraft) =>
    change({ places: draft.places.map((old, index) => (index === at ? place : old)) });

  return (
    <Dialog
      title={t('dateline.title')}
      onClose={onClose}
      onSubmit={() => {
        if (isComplete(draft)) onSave(datelineOf(draft));
        else setRefused(true);
      }}
      foot={
        <>
          {onRemove !== undefined && (
            <Button look="quiet" className="foot-start" onClick={onRemove}>
              {t('dateline.remove')}
            </Button>
          )}
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button look="primary" submit>
            {t('dateline.save')}
          </Button>
        </>
      }
    >
      {draft.places.map((place, index) => (
        <PlaceFields
          // Places have no names of their own; they are only added at the end.
          key={index}
          place={place}
          number={index + 1}
          several={draft.places.length > 1}
          error={index === 0 && draft.byHand === undefined ? missing : undefined}
          onChange={(changed) => changePlace(index, changed)}
          onRemove={() => change({ places: draft.places.filter((_, at) => at !== index) })}
        />
      ))}
      <div className="dialog-actions">
        <Button
          look="quiet"
          onClick={showing(LAST_PLACE, () => change({ places: [...draft.places, NO_PLACE] }))}
        >
          <Plus size={16} />
          {t('dateline.addPlace')}
        </Button>
        {!showDate && (
          <Button look="quiet" onClick={showing(DATE, () => setDateWanted(true))}>
            <Plus size={16} />
            {t('dateline.addDate')}
          </Button>
        )}
      </div>
      <div className="field-row">
        <Field label={t('dateline.source')}>
          {(control) => (
            <input
              {...control}
              type="text"
              value={draft.source}
              onChange={(event) => change({ source: event.target.value })}
            />
          )}
        </Field>
        {showDate && (
          <Field
            label={t('dateline.date')}
            hint={printsDate ? undefined : t('dateline.dateNotPrinted')}
          >
            {(control) => (
              <input
                {...control}
                type="date"
                value={draft.date}
                onChange={(event) => change({ date: event.target.value })}
              />
            )}
          </Field>
        )}
        <Field label={t('dateline.style')}>
          {(control) => (
            <select
              {...control}
              value={draft.style}
              onChange={(event) => change({ style: event.target.value })}
            >
              {styleChoices(draft.style).map(({ id, label }) => (
                <option key={id} value={id}>
                  {label}
                </option>
              ))}
            </select>
          )}
        </Field>
      </div>
      <div className="printed-dateline">
        {draft.byHand === undefined ? (
          <p className="field-label">{t('dateline.printed')}</p>
        ) : (
          <Field label={t('dateline.printed')} hint={t('dateline.byHandHint')} error={missing}>
            {(control) => (
              <input
                {...control}
                type="text"
                spellCheck={false}
                value={draft.byHand}
                onChange={(event) => change({ byHand: event.target.value })}
              />
            )}
          </Field>
        )}
        <p className="printed-line" aria-live="polite">
          <b>{printed}</b>
          <span aria-hidden="true">{t('dateline.sampleLead')}</span>
        </p>
        {draft.byHand === undefined && hidesWhereabouts(draft) && (
          <p className="field-hint">{t('dateline.standsAlone')}</p>
        )}
        <label className="check" htmlFor={byHandId}>
          <input
            id={byHandId}
            type="checkbox"
            checked={draft.byHand !== undefined}
            onChange={(event) => change({ byHand: event.target.checked ? printed : undefined })}
          />
          {t('dateline.byHand')}
        </label>
      </div>
    </Dialog>
  );
}

/** Acts, and puts the focus into the field that this brings. */
function showing(field: string, act: () => void) {
  return ({ currentTarget }: MouseEvent<HTMLElement>) => {
    const body = currentTarget.closest('.dialog-body');
    flushSync(act);
    body?.querySelector<HTMLElement>(field)?.focus();
  };
}

/** The house styles; a style of another house that the dateline came with stays a choice. */
function styleChoices(current: string): { id: string; label: string }[] {
  const choices = datelineStyles.map(({ id, label }) => ({ id, label }));
  return choices.some(({ id }) => id === current)
    ? choices
    : [...choices, { id: current, label: current }];
}
