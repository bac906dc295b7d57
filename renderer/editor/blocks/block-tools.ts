import type { Klass, LexicalEditor, LexicalNode, ParagraphNode } from 'lexical';
import type { LucideIcon } from 'lucide-react';
import type { ComponentType } from 'react';
import type { House } from '../../../article/house.ts';
import type { CommandId } from '../../../electron/contract/commands.ts';
import type { Pasted } from '../content/pasted.ts';
import type { TextKey } from '../../locale/locale.ts';

/** What a person can do with blocks of one type, besides writing in them. */
export interface BlockTools {
  /** What the palette and the `Insert` menu offer of it, in their order. */
  inserts?: readonly InsertItem[];
  /** The kinds of text that it can be. */
  kinds?: readonly TextKind[];
  /**
   * What a whole block can be turned into, in the order in which the menu has it: some of `kinds`, the
   * kinds of text that there are, and other blocks. Undefined for a node of another type.
   */
  $turns?(node: LexicalNode, kinds: readonly TextKind[]): readonly (TextKind | Turn)[] | undefined;
  /** What stands over the text for such blocks, such as the controls of the one with the caret. */
  Tools?: ComponentType<ToolsProps>;
  /** Asks whether what was just pasted shall be such a block; shows nothing for what it cannot be. */
  PasteOffer?: ComponentType<PasteOfferProps>;
  /** Signs that are typed at the start of a paragraph to make such a block of it. */
  shortcuts?: readonly Shortcut[];
  /** Teaches an editor what keys and buttons do in it. Answers how to stop that. */
  register?(editor: LexicalEditor): () => void;
}

export interface ToolsProps {
  editor: LexicalEditor;
  /** Alt+F10 was pressed in the controls: the focus goes on. */
  onNext(): void;
}

/** Signs that are typed, and what becomes of the paragraph; `rest` is what stands behind the signs. */
export interface Shortcut {
  signs: RegExp;
  nodes: readonly Klass<LexicalNode>[];
  $make(line: ParagraphNode, rest: LexicalNode[], match: string[]): void;
}

export interface PasteOfferProps {
  editor: LexicalEditor;
  pasted: Pasted;
  /** It was accepted or declined. */
  onAnswer(): void;
}

/** Something that can be inserted: its command, and its words in the locales, also those to find it by. */
export interface InsertItem {
  command: CommandId & `insert.${string}`;
  icon: LucideIcon;
  /** A new group begins. */
  starts?: true;
  /** Inserts it at the caret, or asks for what has to be known first. */
  insert: (editor: LexicalEditor, house: House) => void;
}

/** What text can be turned into. */
export interface TextKind {
  id: string;
  name: TextKey;
  /** True for a node in text of this kind. */
  $has(node: LexicalNode): boolean;
  /** True for a block, other than text, that can be turned into it. */
  $takes?(node: LexicalNode): boolean;
  /** Turns the selected text into it; the text, its marks and ids stay. */
  $turn(): void;
}

/** What a whole block can be turned into that is no kind of text. */
export interface Turn {
  id: string;
  name: TextKey;
  /** No word of the block is lost. */
  $turn(node: LexicalNode): void;
}
