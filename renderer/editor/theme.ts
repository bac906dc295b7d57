import type { EditorThemeClasses } from 'lexical';
import { SIMPLE_MARKS } from '../../article/marks/marks.ts';

/** The classes of formats that have no element of their own. */
export const theme: EditorThemeClasses = {
  text: {
    ...Object.fromEntries(SIMPLE_MARKS.map((type) => [type, `text-${type}`])),
    underlineStrikethrough: 'text-underline-strikethrough',
  },
  list: { nested: { listitem: 'nested' } },
};
