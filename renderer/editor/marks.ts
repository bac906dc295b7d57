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
import type { TextFormatType } from 'lexical';
import type { SimpleMark } from '../../article/marks/marks.ts';

/** How a person puts a mark on words. */
interface MarkTools {
  /** The format of Lexical that shows it, of which each mark has its own. */
  format: TextFormatType;
  icon: LucideIcon;
  /** It has a button also where there is little room. */
  isOften?: true;
  /** The letter that sets it, with Ctrl or Cmd, in the fields of a block; in the text see `commands`. */
  fieldLetter?: string;
}

export const markTools: Readonly<Record<SimpleMark, MarkTools>> = {
  bold: { format: 'bold', icon: Bold, isOften: true, fieldLetter: 'b' },
  italic: { format: 'italic', icon: Italic, isOften: true, fieldLetter: 'i' },
  underline: { format: 'underline', icon: Underline, isOften: true, fieldLetter: 'u' },
  strikethrough: { format: 'strikethrough', icon: Strikethrough },
  subscript: { format: 'subscript', icon: Subscript },
  superscript: { format: 'superscript', icon: Superscript },
  code: { format: 'code', icon: Code },
};
