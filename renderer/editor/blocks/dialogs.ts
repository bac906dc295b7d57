import { type LexicalCommand, createCommand } from 'lexical';
import type { ReactNode } from 'react';
import type { House } from '../../../article/house.ts';

/** What a dialog over the text is given. */
export interface DialogPlace {
  house: House;
  /** Closes it, changes the text and puts the caret there. */
  close($act?: () => void): void;
  /** Closes it; the focus goes back to where it was, before anything else is done. */
  leave(act?: () => void): void;
}

/** Opens a dialog over the text, unless another one is open. */
export const OPEN_DIALOG_COMMAND: LexicalCommand<(place: DialogPlace) => ReactNode> =
  createCommand('OPEN_DIALOG');
