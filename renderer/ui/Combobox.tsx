import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { OptionList, type Suggestion, optionId } from './OptionList.tsx';
import { placeBelow } from './place.ts';

interface ComboboxProps<S extends Suggestion> {
  /** What `Field` gives its control. */
  control: {
    id: string;
    className: string;
    'aria-describedby': string | undefined;
    'aria-invalid': true | undefined;
  };
  value: string;
  /** The name of the list of suggestions. */
  label: string;
  suggestions: readonly S[];
  placeholder?: string;
  onInput(value: string): void;
  onChoose(suggestion: S): void;
}

/**
 * A text box with suggestions: any text may stand in it, the arrows go through the list, Enter or
 * Tab takes the chosen line, Escape closes the list and leaves the text.
 */
export function Combobox<S extends Suggestion>(props: ComboboxProps<S>) {
  const { control, value, label, suggestions, onInput, onChoose } = props;
  const listId = useId();
  const input = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const [wanted, setWanted] = useState(false);
  const [active, setActive] = useState(-1);
  const shown = wanted ? suggestions.length : 0;
  const open = shown > 0;
  const chosen = open ? suggestions[active] : undefined;

  useEffect(() => {
    const [element, anchor] = [list.current, input.current];
    if (shown === 0 || element === null || anchor === null) return;
    const place = () => {
      const box = anchor.getBoundingClientRect();
      element.style.minWidth = `${box.width}px`;
      placeBelow(element, box);
    };
    element.showPopover();
    place();
    window.addEventListener('scroll', place, true);
    window.addEventListener('resize', place);
    return () => {
      window.removeEventListener('scroll', place, true);
      window.removeEventListener('resize', place);
      if (element.isConnected) element.hidePopover();
    };
  }, [shown]);

  useEffect(() => {
    list.current?.children[active]?.scrollIntoView({ block: 'nearest' });
  }, [active]);

  const choose = (suggestion: S) => {
    setWanted(false);
    setActive(-1);
    onChoose(suggestion);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const count = suggestions.length;
    switch (event.key) {
      case 'ArrowDown':
      case 'ArrowUp':
        if (count === 0) return;
        event.preventDefault();
        setWanted(true);
        if (!open) setActive(event.key === 'ArrowDown' ? 0 : count - 1);
        else
          setActive(
            (active + (event.key === 'ArrowDown' ? 1 : count - 1 + Number(active < 0))) % count,
          );
        return;
      case 'Enter':
        if (chosen === undefined) return;
        event.preventDefault();
        choose(chosen);
        return;
      case 'Tab':
        if (chosen !== undefined) choose(chosen);
        return;
      case 'Escape':
        if (!open) return;
        event.preventDefault();
        event.stopPropagation();
        setWanted(false);
        setActive(-1);
    }
  };

  return (
    <>
      <input
        {...control}
        ref={input}
        type="text"
        role="combobox"
        autoComplete="off"
        spellCheck={false}
        aria-autocomplete="list"
        aria-expanded={open}
        aria-controls={listId}
        aria-activedescendant={chosen === undefined ? undefined : optionId(listId, active)}
        value={value}
        placeholder={props.placeholder}
        onChange={(event) => {
          setWanted(true);
          setActive(-1);
          onInput(event.target.value);
        }}
        onBlur={() => setWanted(false)}
        onKeyDown={onKeyDown}
      />
      <OptionList
        ref={list}
        id={listId}
        label={label}
        options={open ? suggestions : []}
        active={active}
        onChoose={choose}
      />
    </>
  );
}
