import type { LexicalEditor, LexicalNode } from 'lexical';
import type { LucideIcon } from 'lucide-react';
import type { House } from '../../../article/house.ts';
import type { CommandId } from '../../../electron/contract/commands.ts';
import type { TextKey } from '../../locale/locale.ts';

/** What a person can do with blocks of one type, besides writing in them. */
export interface BlockTools {
  /** What the palette and the `Insert` menu offer of it, in their order. */
  inserts?: readonly InsertItem[];
  /** The kinds of text that it can be. */
  kinds?: readonly TextKind[];
  /**
   * What a whole block can be turned into, in the order in which it is offered: kinds of text, of
   * which `kinds` are all there are, and what else there is. Undefined for a node of another type.
   */
  $offers?(
    node: LexicalNode,
    kinds: readonly TextKind[],
  ): readonly (TextKind | Offer)[] | undefined;
  /** Teaches an editor what keys and buttons do in it. Answers how to stop that. */
  register?(editor: LexicalEditor): () => void;
}

/** Something that can be inserted: its command, and other words under which a person may look for it. */
export interface InsertItem {
  command: CommandId & `insert.${string}`;
  icon: LucideIcon;
  words: string;
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
  /** Turns the selected text into it; the text, its marks and ids stay. */
  $turn(): void;
}

/** What a whole block can be turned into that is no kind of text. */
export interface Offer {
  id: string;
  name: TextKey;
  /** No word of the block is lost. */
  $turn(node: LexicalNode): void;
}
