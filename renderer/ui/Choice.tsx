import type { ReactNode } from 'react';

interface ChoiceProps {
  /** The name that the choices of one group share. */
  name: string;
  text: string;
  hint?: ReactNode;
  checked: boolean;
  onChoose(): void;
}

/** One of several things, of which one is chosen. */
export function Choice({ name, text, hint, checked, onChoose }: ChoiceProps) {
  return (
    <label className="choice">
      <input type="radio" name={name} checked={checked} onChange={onChoose} />
      {hint === undefined ? (
        text
      ) : (
        <span>
          {text}
          {hint}
        </span>
      )}
    </label>
  );
}
