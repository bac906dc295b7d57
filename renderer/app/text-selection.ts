import type { Block } from '../../article/blocks/blocks.ts';

/** What is selected in the text of the open story, wherever the focus is. */
export class TextSelection {
  private read: () => Block[] = () => [];

  /** What is selected, block by block; nothing where no text is shown. */
  blocks(): Block[] {
    return this.read();
  }

  /** Says who knows what is selected; answers a function that takes it back. */
  serve(read: () => Block[]): () => void {
    this.read = read;
    return () => {
      if (this.read === read) this.read = () => [];
    };
  }
}
