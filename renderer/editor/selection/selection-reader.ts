import type { LexicalEditor } from 'lexical';
import type { Block } from '../../../article/blocks/blocks.ts';
import { $selectedBlocks } from './selected-blocks.ts';

let read: () => Block[] = () => [];

/** Says in which editor the window's selection is; answers a function that ends that. */
export function registerSelectionReader(editor: LexicalEditor): () => void {
  const own = () => editor.read($selectedBlocks);
  read = own;
  return () => {
    if (read === own) read = () => [];
  };
}

/** What is selected in the text of the open story, wherever the focus is. */
export function selectedBlocks(): Block[] {
  return read();
}
