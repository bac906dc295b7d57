import type { ComponentProps, ReactNode } from 'react';

interface ButtonProps extends Omit<ComponentProps<'button'>, 'type'> {
  look?: 'primary' | 'quiet' | 'danger';
  submit?: boolean;
}

/** A button with a text; `look` is one of the few looks there are. */
export function Button({ look, submit, className, ...rest }: ButtonProps) {
  const classes = ['button', look, className].filter(Boolean).join(' ');
  return <button {...rest} type={submit === true ? 'submit' : 'button'} className={classes} />;
}

interface IconButtonProps extends Omit<ButtonProps, 'children'> {
  /** The accessible name, also shown as a tool tip. */
  label: string;
  /** Shown after the name in the tool tip. */
  keys?: string;
  icon: ReactNode;
}

/** A button that shows only an icon. */
export function IconButton({ label, keys, icon, className, ...rest }: IconButtonProps) {
  const title = keys === undefined || keys === '' ? label : `${label} (${keys})`;
  return (
    <Button
      look="quiet"
      {...rest}
      aria-label={label}
      title={title}
      className={['icon', className].filter(Boolean).join(' ')}
    >
      {icon}
    </Button>
  );
}
