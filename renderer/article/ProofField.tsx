import { type KeyboardEvent, type ReactNode, useId, useLayoutEffect, useRef } from 'react';
import type { Span } from '../../article/inline.ts';
import { shiftedOffset } from '../../article/shifted-offset.ts';
import { oneLine } from '../app/session/one-line.ts';
import { storyField } from '../editor/fields/marked-fields.ts';
import { selectIn, spanIn } from '../editor/fields/plain-text.ts';

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
  /** Stands beside it. */
  children?: ReactNode;
  onFocus?: (() => void) | undefined;
  onBlur?: (() => void) | undefined;
  onChange(value: string): void;
  /** The caret wants to leave: Enter and ArrowDown to the field after, ArrowUp to the one before. */
  onLeave(to: 'next' | 'previous'): void;
}

/**
 * A line of the proof that is written in place: it looks as it prints. It is plain text that is edited
 * as such, and no text area, so that words in it can be marked.
 */
export function ProofField(props: ProofFieldProps) {
  const { name, label, placeholder, className, value, language, readOnly, description } = props;
  const { onChange, onLeave } = props;
  const descriptionId = useId();
  const line = useRef<HTMLDivElement>(null);
  /** What was selected when the focus left; at first one goes to the end. */
  const left = useRef<Span>(undefined);

  // What a person types is there already; what comes from elsewhere leaves the caret in its words.
  useLayoutEffect(() => {
    const field = line.current;
    if (field === null || field.textContent === value) return;
    const before = field.textContent;
    const span = field === document.activeElement ? spanIn(field) : undefined;
    field.textContent = value;
    if (span !== undefined) {
      // In an empty line one goes on behind what came.
      const shifted = (at: number) =>
        before === '' ? value.length : shiftedOffset(before, value, at);
      selectIn(field, [shifted(span[0]), shifted(span[1])]);
    }
  }, [value]);

  const onInput = () => {
    const field = line.current;
    if (field === null) return;
    const text = oneLine(field.textContent);
    onChange(text);
    if (text === field.textContent) return;
    // Lines that were dropped into it.
    const [, at] = spanIn(field);
    field.textContent = text;
    selectIn(field, [at, at]);
  };

  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    if (event.nativeEvent.isComposing) return;
    const field = event.currentTarget;
    // The browser would select the page where nothing can be written.
    if (readOnly && (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'a') {
      event.preventDefault();
      selectIn(field, [0, field.textContent.length]);
    }
    if (event.key === 'Enter') {
      event.preventDefault();
      onLeave('next');
      return;
    }
    const plain = !event.shiftKey && !event.ctrlKey && !event.metaKey && !event.altKey;
    if (!plain || (event.key !== 'ArrowDown' && event.key !== 'ArrowUp')) return;
    const [from, before] = spanIn(field);
    const to = event.key === 'ArrowDown' ? 'next' : 'previous';
    // Only the browser knows how the text is broken into lines: did the caret find another one?
    setTimeout(() => {
      if (from === before && spanIn(field)[1] === before) onLeave(to);
    });
  };

  return (
    <div
      className={`proof-field ${className}`}
      data-placeholder={value === '' ? placeholder : undefined}
    >
      <div
        {...storyField(name)}
        ref={line}
        role="textbox"
        tabIndex={0}
        contentEditable={readOnly ? false : 'plaintext-only'}
        suppressContentEditableWarning
        aria-label={label}
        aria-describedby={description === undefined ? undefined : descriptionId}
        aria-placeholder={placeholder}
        aria-readonly={readOnly}
        lang={language}
        dir={value === '' ? undefined : 'auto'}
        spellCheck
        onInput={onInput}
        onFocus={({ currentTarget: field }) => {
          // Where the pointer goes is said after this.
          const end = field.textContent.length;
          selectIn(field, left.current ?? [end, end]);
          props.onFocus?.();
        }}
        onBlur={({ currentTarget: field }) => {
          left.current = spanIn(field);
          props.onBlur?.();
        }}
        onKeyDown={onKeyDown}
        onDrop={(event) => {
          // Within the line the browser moves words; from elsewhere they come as one step.
          const text = event.dataTransfer.getData('text/plain');
          const isOwn = event.currentTarget.contains(getSelection()?.anchorNode ?? null);
          if (isOwn || text.trim() === '' || readOnly) return;
          event.preventDefault();
          const place = document.caretPositionFromPoint(event.clientX, event.clientY);
          event.currentTarget.focus();
          if (place !== null) getSelection()?.collapse(place.offsetNode, place.offset);
          insertLine(text);
        }}
        onPaste={(event) => {
          const text = event.clipboardData.getData('text/plain');
          if (text === oneLine(text)) return;
          event.preventDefault();
          insertLine(text);
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

/** Writes a text at the caret: the one way in that leaves the caret behind it and can be undone. */
function insertLine(text: string): void {
  document.execCommand('insertText', false, oneLine(text.trim()));
}
