import { useEffect, useId, useRef } from 'react';
import { type MenuItem, MenuList } from './MenuList.tsx';
import { placeBelow } from './place.ts';

/** Where a menu was asked for; a new object asks for it again. */
export interface ContextMenuAt {
  /** In viewport coordinates. */
  box: DOMRect;
}

interface ContextMenuProps {
  label: string;
  items: readonly MenuItem[];
  at: ContextMenuAt;
}

/** A menu where the person asked for it; when it closes, the focus goes back where it was. */
export function ContextMenu({ label, items, at }: ContextMenuProps) {
  const menu = useRef<HTMLDivElement>(null);
  useEffect(() => {
    menu.current?.showPopover();
  }, [at]);
  return (
    <MenuList
      id={useId()}
      label={label}
      items={items}
      menu={menu}
      onToggle={(open) => {
        if (open && menu.current !== null) placeBelow(menu.current, at.box, 0);
      }}
    />
  );
}
