import {
  Bold,
  Code,
  Italic,
  type LucideIcon,
  Strikethrough,
  Subscript,
  Superscript,
  Underline,
} from 'lucide-react';
import type { SimpleMark } from '../../article/marks/marks.ts';

/** How a person puts a mark on words. */
interface MarkTools {
  icon: LucideIcon;
  /** It has a button also where there is little room. */
  isOften?: true;
  /** The letter that sets it, with Ctrl or Cmd, in the fields of a block; in the text see `commands`. */
  fieldLetter?: string;
}

export const markTools: Readonly<Record<SimpleMark, MarkTools>> = {
  bold: { icon: Bold, isOften: true, fieldLetter: 'b' },
  italic: { icon: Italic, isOften: true, fieldLetter: 'i' },
  underline: { icon: Underline, isOften: true, fieldLetter: 'u' },
  strikethrough: { icon: Strikethrough },
  subscript: { icon: Subscript },
  superscript: { icon: Superscript },
  code: { icon: Code },
};
