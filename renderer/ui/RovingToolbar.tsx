import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react';
import { rovingTo } from './roving-keys.ts';

interface RovingToolbarProps {
  label: string;
  className?: string;
  children: ReactNode;
  /** Escape was pressed in the toolbar. */
  onLeave?(): void;
}

const ITEMS = 'button:not([role^="menuitem"])';

/** A row of buttons that is one stop for Tab: the arrows, Home and End move inside it. */
export function RovingToolbar({ label, className, children, onLeave }: RovingToolbarProps) {
  const own = useRef<HTMLDivElement>(null);
  /** The button that had the focus last. */
  const last = useRef<Element>(null);

  const stop = () => {
    const buttons = [...(own.current?.querySelectorAll<HTMLButtonElement>(ITEMS) ?? [])];
    const enabled = buttons.filter((button) => !button.disabled);
    const now = enabled.find((button) => button === last.current) ?? enabled[0];
    for (const button of buttons) button.tabIndex = button === now ? 0 : -1;
    return enabled;
  };

  // Buttons come, go and are disabled with every change outside.
  useEffect(() => {
    stop();
  });

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && onLeave !== undefined) {
      event.preventDefault();
      onLeave();
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const enabled = stop();
    const at = enabled.indexOf(document.activeElement as HTMLButtonElement);
    const target = enabled[rovingTo(event.key, at, enabled.length) ?? -1];
    if (target === undefined) return;
    event.preventDefault();
    target.focus();
  };

  return (
    <div
      ref={own}
      role="toolbar"
      tabIndex={-1}
      aria-label={label}
      className={className}
      onFocus={({ target }) => {
        if (!target.matches(ITEMS)) return;
        last.current = target;
        stop();
      }}
      onKeyDown={onKeyDown}
    >
      {children}
    </div>
  );
}
