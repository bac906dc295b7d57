import { type ReactNode, useId } from 'react';
import type { Article } from '../../article/article.ts';
import { storyField } from '../editor/fields/marked-fields.ts';

interface DetailRowProps {
  /** What the control writes in the story. */
  names: readonly (keyof Article)[];
  label: string;
  /** What was understood, or what to write. */
  hint?: ReactNode;
  error?: string | undefined;
  /** Puts the control below its label, in the whole width. */
  tall?: boolean;
  children(control: {
    id: string;
    className: string;
    'data-story-field': string;
    'aria-describedby': string | undefined;
    'aria-invalid': true | undefined;
  }): ReactNode;
}

/** A line of Details: a label, a control without a border, and a hairline below. */
export function DetailRow({ names, label, hint, error, tall, children }: DetailRowProps) {
  const id = useId();
  const hasHint = hint !== undefined && hint !== false;
  const described = [error !== undefined && `${id}-error`, hasHint && `${id}-hint`]
    .filter(Boolean)
    .join(' ');
  return (
    <div className={tall === true ? 'detail tall' : 'detail'}>
      <label id={`${id}-label`} htmlFor={id}>
        {label}
      </label>
      {children({
        id,
        className: 'detail-control',
        ...storyField(...names),
        'aria-describedby': described === '' ? undefined : described,
        'aria-invalid': error === undefined ? undefined : true,
      })}
      {error !== undefined && (
        <p id={`${id}-error`} className="detail-note field-error" role="alert">
          {error}
        </p>
      )}
      {hasHint && (
        <div id={`${id}-hint`} className="detail-note field-hint">
          {hint}
        </div>
      )}
    </div>
  );
}
