import { type KeyboardEvent, type ReactNode, type Ref, useId } from 'react';
import { oneLine } from '../app/session/one-line.ts';
import { storyField } from '../editor/fields/marked-fields.ts';

interface ProofFieldProps {
  /** What it writes in the story. */
  name: string;
  /** The accessible name. */
  label: string;
  placeholder: string;
  className: string;
  value: string;
  language: string;
  readOnly: boolean;
  /** Said after the name, such as how many characters are left. */
  description?: string | undefined;
  field?: Ref<HTMLTextAreaElement> | undefined;
  /** Stands beside it. */
  children?: ReactNode;
  onFocus?: (() => void) | undefined;
  onBlur?: (() => void) | undefined;
  onChange(value: string): void;
  /** The caret wants to leave: Enter and ArrowDown to the field after, ArrowUp to the one before. */
  onLeave(to: 'next' | 'previous'): void;
}

/** A line of the proof that is written in place: it looks as it prints and grows with its text. */
export function ProofField(props: ProofFieldProps) {
  const {
    name,
    label,
    placeholder,
    className,
    value,
    language,
    readOnly,
    description,
    field,
    onChange,
    onLeave,
  } = props;
  const descriptionId = useId();

  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.nativeEvent.isComposing) return;
    const area = event.currentTarget;
    if (event.key === 'Enter') {
      event.preventDefault();
      onLeave('next');
      return;
    }
    const plain = !event.shiftKey && !event.ctrlKey && !event.metaKey && !event.altKey;
    if (!plain || (event.key !== 'ArrowDown' && event.key !== 'ArrowUp')) return;
    const before = area.selectionStart;
    const to = event.key === 'ArrowDown' ? 'next' : 'previous';
    const collapsed = before === area.selectionEnd;
    // Only the browser knows how the text is broken into lines: did the caret find another one?
    setTimeout(() => {
      if (collapsed && area.selectionStart === before) onLeave(to);
    });
  };

  return (
    <div className={`proof-field ${className}`} data-value={value === '' ? placeholder : value}>
      <textarea
        {...storyField(name)}
        ref={field}
        aria-label={label}
        aria-describedby={description === undefined ? undefined : descriptionId}
        placeholder={placeholder}
        rows={1}
        lang={language}
        dir={value === '' ? undefined : 'auto'}
        spellCheck
        readOnly={readOnly}
        value={value}
        onChange={(event) => onChange(oneLine(event.target.value))}
        onFocus={props.onFocus}
        onBlur={props.onBlur}
        onKeyDown={onKeyDown}
        onPaste={(event) => {
          const text = event.clipboardData.getData('text/plain');
          if (text === oneLine(text)) return;
          event.preventDefault();
          // The one way in that leaves the caret behind the text and can be undone.
          document.execCommand('insertText', false, oneLine(text.trim()));
        }}
      />
      {description !== undefined && (
        <span id={descriptionId} hidden>
          {description}
        </span>
      )}
      {props.children}
    </div>
  );
}
