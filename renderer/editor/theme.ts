import type { EditorThemeClasses } from 'lexical';

/** The classes of formats that have no element of their own. */
export const theme: EditorThemeClasses = {
  text: {
    bold: 'text-bold',
    italic: 'text-italic',
    underline: 'text-underline',
    strikethrough: 'text-strikethrough',
    underlineStrikethrough: 'text-underline-strikethrough',
    subscript: 'text-subscript',
    superscript: 'text-superscript',
    code: 'text-code',
  },
  list: { nested: { listitem: 'nested' } },
};
