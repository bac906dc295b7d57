import { X } from 'lucide-react';
import { type ReactNode, useEffect, useId, useRef } from 'react';
import { t } from '../locale/locale.ts';
import { IconButton } from './Button.tsx';

interface DialogProps {
  title: string;
  wide?: boolean;
  /** Keeps its size, whatever it shows. */
  steady?: boolean;
  /** Buttons at the foot; the last one is the main one. */
  foot?: ReactNode;
  children: ReactNode;
  onClose(): void;
  /** Makes the dialog a form: Enter in a field submits it. */
  onSubmit?(): void;
}

/** The first in what it shows, else at its foot: what leaves everything as it is. */
const FIRST = ':is(.dialog-body, .dialog-foot) :is(input, select, textarea, button):enabled';

/** A modal dialog: focus stays in it, Escape closes it; focus goes back, and what is in sight stays. */
export function Dialog({ title, wide, steady, foot, children, onClose, onSubmit }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();

  useEffect(() => {
    const element = dialog.current;
    const before = document.activeElement;
    if (element !== null && !element.open) element.showModal();
    // The browser would choose the button that closes it, and after a click not show where the keys go.
    element?.querySelector<HTMLElement>(FIRST)?.focus({ focusVisible: true });
    return () => {
      element?.close();
      if (before instanceof HTMLElement && before.isConnected)
        before.focus({ preventScroll: true });
    };
  }, []);

  return (
    <dialog
      ref={dialog}
      className={['dialog', wide && 'wide', steady && 'steady'].filter(Boolean).join(' ')}
      aria-labelledby={titleId}
      onCancel={(event) => {
        // That of a file chooser in it is not its own.
        if (event.target !== event.currentTarget) return;
        event.preventDefault();
        onClose();
      }}
    >
      <form
        className="dialog-form"
        onSubmit={(event) => {
          event.preventDefault();
          onSubmit?.();
        }}
      >
        <div className="dialog-head">
          <h2 id={titleId}>{title}</h2>
          <IconButton label={t('close')} icon={<X size={16} />} onClick={onClose} />
        </div>
        <div className="dialog-body">{children}</div>
        {foot !== undefined && <div className="dialog-foot">{foot}</div>}
      </form>
    </dialog>
  );
}
