import { type ReactNode, useId, useRef, useState } from 'react';
import { Button } from './Button.tsx';
import { type MenuItem, MenuList } from './MenuList.tsx';
import { placeBelow } from './place.ts';

interface MenuProps {
  /** The accessible name of the button that opens the menu; it holds the text shown on it. */
  label: string;
  items: readonly MenuItem[];
  children: ReactNode;
  className?: string;
  disabled?: boolean;
  title?: string;
}

/** A button with a menu below it. */
export function Menu({ label, items, children, ...rest }: MenuProps) {
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const menu = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState(false);

  return (
    <>
      <Button
        {...rest}
        ref={button}
        look="quiet"
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
      <MenuList
        id={id}
        label={label}
        items={items}
        menu={menu}
        onToggle={(opened) => {
          setOpen(opened);
          const box = button.current?.getBoundingClientRect();
          if (opened && box !== undefined && menu.current !== null) placeBelow(menu.current, box);
        }}
      />
    </>
  );
}
