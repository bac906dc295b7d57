import type { EditorThemeClasses } from 'lexical';
import { SIMPLE_MARKS } from '../../article/marks/marks.ts';
import { markTools } from './marks.ts';

/** The classes of marks, and of nested lists. */
export const theme: EditorThemeClasses = {
  text: {
    ...Object.fromEntries(SIMPLE_MARKS.map((type) => [markTools[type].format, `text-${type}`])),
    underlineStrikethrough: 'text-underline-strikethrough',
  },
  list: { nested: { listitem: 'nested' } },
};
