import { Fragment, type KeyboardEvent, type ReactNode, type RefObject, useState } from 'react';
import { rovingTo } from './roving-keys.ts';
import { TypeAhead } from './type-ahead.ts';

/** One line of a menu; `checked` makes it one of a choice, with `toggle` a switch of its own. */
export interface MenuItem {
  id: string;
  label: string;
  icon?: ReactNode;
  keys?: string;
  checked?: boolean;
  toggle?: true;
  /** A rule is drawn above it: a new group begins. */
  starts?: true;
  disabled?: boolean;
  onChoose(): void;
}

interface MenuListProps {
  id: string;
  label: string;
  items: readonly MenuItem[];
  menu: RefObject<HTMLDivElement | null>;
  /** Hears that the menu is about to be shown; its items may be put in it now. */
  onOpening?(): void;
  /** Hears when the menu has been shown, to put it in its place, and when it has gone. */
  onToggle(open: boolean): void;
}

/** The lines of a menu: arrows move, Home and End jump, letters find, Escape closes. */
export function MenuList({ id, label, items, menu, onOpening, onToggle }: MenuListProps) {
  const [typeAhead] = useState(() => new TypeAhead());
  const itemButtons = () => [
    ...(menu.current?.querySelectorAll<HTMLButtonElement>('[role^="menuitem"]:enabled') ?? []),
  ];

  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation();
    const buttons = itemButtons();
    const at = buttons.indexOf(document.activeElement as HTMLButtonElement);
    let target = rovingTo(event.key, at, buttons.length, { down: true });
    // The space chooses.
    if (event.key.length === 1 && event.key !== ' ') {
      const lines = buttons.map((item) => item.textContent);
      const found = typeAhead.find(lines, at, event.key, event.timeStamp);
      if (found !== -1) target = found;
    }
    if (event.key === 'Tab') menu.current?.hidePopover();
    if (target === undefined) return;
    event.preventDefault();
    buttons[target]?.focus();
  };

  return (
    <div
      ref={menu}
      id={id}
      popover="auto"
      role="menu"
      tabIndex={-1}
      aria-label={label}
      className="menu"
      onKeyDown={onKeyDown}
      onBeforeToggle={({ newState }) => {
        if (newState !== 'open') return;
        onOpening?.();
        // The browser focuses it as it shows the menu; `onToggle` comes later than the next key may.
        const buttons = itemButtons();
        const first = buttons.find((item) => item.ariaChecked === 'true') ?? buttons[0];
        for (const item of buttons) item.toggleAttribute('autofocus', item === first);
      }}
      onToggle={({ newState }) => onToggle(newState === 'open')}
    >
      {items.map((item) => (
        <Fragment key={item.id}>
          {item.starts === true && <hr className="menu-rule" />}
          <button
            type="button"
            role={itemRole(item)}
            aria-checked={item.checked}
            disabled={item.disabled}
            tabIndex={-1}
            className="menu-item"
            onClick={() => {
              menu.current?.hidePopover();
              item.onChoose();
            }}
          >
            {item.icon}
            {item.label}
            {item.keys !== undefined && item.keys !== '' && (
              <span className="keys">{item.keys}</span>
            )}
          </button>
        </Fragment>
      ))}
    </div>
  );
}

function itemRole({
  checked,
  toggle,
}: MenuItem): 'menuitem' | 'menuitemcheckbox' | 'menuitemradio' {
  if (checked === undefined) return 'menuitem';
  return toggle === true ? 'menuitemcheckbox' : 'menuitemradio';
}
