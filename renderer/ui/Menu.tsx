import { Fragment, type KeyboardEvent, type ReactNode, useId, useRef, useState } from 'react';
import { Button } from './Button.tsx';

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

interface MenuProps {
  /** The accessible name of the button that opens the menu. */
  label: string;
  items: readonly MenuItem[];
  children: ReactNode;
  className?: string;
  disabled?: boolean;
}

/** A button with a menu: arrows move, Home and End jump, a letter finds, Escape closes. */
export function Menu({ label, items, children, className, disabled }: MenuProps) {
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const menu = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState(false);

  const itemButtons = () => [
    ...(menu.current?.querySelectorAll<HTMLButtonElement>('[role^="menuitem"]:enabled') ?? []),
  ];

  const place = () => {
    const box = button.current?.getBoundingClientRect();
    const element = menu.current;
    if (box === undefined || element === null) return;
    const space = window.innerHeight - box.bottom;
    element.style.insetInlineStart = 'auto';
    element.style.left = `${Math.max(4, Math.min(box.left, window.innerWidth - element.offsetWidth - 4))}px`;
    element.style.top =
      space > element.offsetHeight + 8
        ? `${box.bottom}px`
        : `${Math.max(4, box.top - element.offsetHeight - 8)}px`;
  };

  const onKeyDown = (event: KeyboardEvent) => {
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
    <>
      <Button
        ref={button}
        look="quiet"
        className={className}
        disabled={disabled}
        aria-label={label}
        aria-haspopup="menu"
        aria-expanded={open}
        popoverTarget={id}
        onKeyDown={(event) => {
          if (event.key === 'ArrowDown') {
            event.preventDefault();
            menu.current?.showPopover();
          }
        }}
      >
        {children}
      </Button>
      <div
        ref={menu}
        id={id}
        popover="auto"
        role="menu"
        tabIndex={-1}
        aria-label={label}
        className="menu"
        onKeyDown={onKeyDown}
        onToggle={(event) => {
          const opened = event.newState === 'open';
          setOpen(opened);
          if (!opened) return;
          place();
          const checked = menu.current?.querySelector<HTMLButtonElement>('[aria-checked="true"]');
          (checked ?? itemButtons()[0])?.focus();
        }}
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
    </>
  );
}

function itemRole({
  checked,
  toggle,
}: MenuItem): 'menuitem' | 'menuitemcheckbox' | 'menuitemradio' {
  if (checked === undefined) return 'menuitem';
  return toggle === true ? 'menuitemcheckbox' : 'menuitemradio';
}
