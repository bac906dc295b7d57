import type { TextKey } from '../../locale/locale.ts';
import type { TextKind } from './selection-state.ts';

/** What the kinds of text are called. */
export const KIND_NAMES: Record<TextKind, TextKey> = {
  paragraph: 'kind.paragraph',
  crosshead: 'kind.crosshead',
  'crosshead-small': 'kind.crossheadSmall',
  'crosshead-smallest': 'kind.crossheadSmallest',
  bulleted: 'kind.bulleted',
  numbered: 'kind.numbered',
  quote: 'kind.quote',
  pullquote: 'kind.pullquote',
  correction: 'kind.correction',
};
