import { useEffect, useId, useRef } from 'react';
import { type MenuItem, MenuList } from './MenuList.tsx';
import { placeBelow } from './place.ts';

interface ContextMenuProps {
  label: string;
  items: readonly MenuItem[];
  /** Where it was asked for, in viewport coordinates. */
  at: DOMRect;
}

/** A menu that opens at once where the person asked for it; when it closes, the focus goes back where it was. */
export function ContextMenu({ label, items, at }: ContextMenuProps) {
  const menu = useRef<HTMLDivElement>(null);
  useEffect(() => {
    menu.current?.showPopover();
  }, []);
  return (
    <MenuList
      id={useId()}
      label={label}
      items={items}
      menu={menu}
      onToggle={(open) => {
        if (open && menu.current !== null) placeBelow(menu.current, at, 0);
      }}
    />
  );
}
