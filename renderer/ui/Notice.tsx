import { type ReactNode, useEffectEvent, useLayoutEffect, useRef } from 'react';

interface NoticeProps {
  kind?: 'warning' | 'error' | undefined;
  className?: string;
  /** Lets Escape in it close it. */
  onClose?(): void;
  /** Takes the focus when the notice goes that has it. */
  onGone(): void;
  children: ReactNode;
}

/**
 * Something to know; an error is read out at once, whatever is in hand. The pointer leaves the caret
 * where it is; keys go on elsewhere when the notice has gone.
 */
export function Notice({ kind, className, onClose, onGone, children }: NoticeProps) {
  const place = useRef<HTMLDivElement>(null);
  const goOn = useEffectEvent(onGone);
  useLayoutEffect(() => {
    const notice = place.current;
    return () => {
      if (notice?.contains(document.activeElement) === true) queueMicrotask(goOn);
    };
  }, []);

  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- the keys are those of its buttons
    <div
      ref={place}
      className={['notice', className, kind].filter(Boolean).join(' ')}
      role={kind === 'error' ? 'alert' : undefined}
      onMouseDown={(event) => {
        const target = event.target as Element;
        if (target.closest('button, summary') !== null) event.preventDefault();
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || onClose === undefined) return;
        event.preventDefault();
        onClose();
      }}
    >
      {children}
    </div>
  );
}
