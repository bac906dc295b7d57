import type { ReactNode, Ref } from 'react';

/** One line of a list to choose from. */
export interface Suggestion {
  id: string;
  label: string;
  icon?: ReactNode;
  /** What tells it from others of the same name. */
  detail?: string;
}

interface OptionListProps<S extends Suggestion> {
  ref: Ref<HTMLDivElement>;
  id: string;
  label: string;
  options: readonly S[];
  /** The index of the line that Enter would take; -1 for none. */
  active: number;
  className?: string;
  onChoose(option: S): void;
}

/** The id of a line, for `aria-activedescendant`. */
export function optionId(listId: string, index: number): string {
  return `${listId}-${index}`;
}

/** The list below a text box: it is seen and pointed at; the focus and the keys stay in the text. */
export function OptionList<S extends Suggestion>(props: OptionListProps<S>) {
  const { ref, id, label, options, active, className, onChoose } = props;
  return (
    <div
      ref={ref}
      id={id}
      popover="manual"
      role="listbox"
      tabIndex={-1}
      aria-label={label}
      className={['menu', 'options', className].filter(Boolean).join(' ')}
    >
      {options.map((option, index) => (
        <button
          key={option.id}
          id={optionId(id, index)}
          type="button"
          role="option"
          tabIndex={-1}
          aria-selected={index === active}
          className="menu-item"
          onPointerDown={(event) => event.preventDefault()}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onChoose(option)}
        >
          {option.icon}
          <span className="option-label">{option.label}</span>
          {option.detail !== undefined && option.detail !== '' && (
            <span className="keys">{option.detail}</span>
          )}
        </button>
      ))}
    </div>
  );
}
