import { Fragment, type KeyboardEvent, type ReactNode, type RefObject } from 'react';

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

/** The lines of a menu: arrows move, Home and End jump, a letter finds, Escape closes. */
export function MenuList({ id, label, items, menu, onOpening, onToggle }: MenuListProps) {
  const itemButtons = () => [
    ...(menu.current?.querySelectorAll<HTMLButtonElement>('[role^="menuitem"]:enabled') ?? []),
  ];

  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation();
    const buttons = itemButtons();
    const at = buttons.indexOf(document.activeElement as HTMLButtonElement);
    const targets: Record<string, number> = {
      ArrowDown: (at + 1) % buttons.length,
      ArrowUp: (at - 1 + buttons.length) % buttons.length,
      Home: 0,
      End: buttons.length - 1,
    };
    let target = targets[event.key];
    if (target === undefined && event.key.length === 1) {
      const later = [...buttons.slice(at + 1), ...buttons.slice(0, at + 1)];
      const found = later.find((item) =>
        item.textContent.toLowerCase().startsWith(event.key.toLowerCase()),
      );
      if (found !== undefined) target = buttons.indexOf(found);
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
