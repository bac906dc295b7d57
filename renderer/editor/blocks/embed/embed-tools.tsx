import type { LexicalNode } from 'lexical';
import { Frame } from 'lucide-react';
import { paragraphOf } from '../../../../article/blocks/paragraph/paragraphs.ts';
import type { Block } from '../../../../article/blocks/blocks.ts';
import type { Embed } from '../../../../article/blocks/embed/embed.ts';
import { withoutScheme } from '../../../../article/blocks/picture.ts';
import { type Run, joinRuns } from '../../../../article/inline.ts';
import { $replaceBlock } from '../../content/write-blocks.ts';
import type { BlockTools } from '../block-tools.ts';
import { OPEN_DIALOG_COMMAND } from '../dialogs.ts';
import { $insertCard } from '../insert-card.ts';
import { EmbedDialog } from './EmbedDialog.tsx';
import { EmbedOffer } from './EmbedOffer.tsx';
import { EmbedNode } from './EmbedNode.ts';
import './embed.css';

export const embedTools: BlockTools = {
  inserts: [
    {
      command: 'insert.embed',
      icon: Frame,
      insert: (editor) =>
        editor.dispatchCommand(OPEN_DIALOG_COMMAND, ({ close }) => (
          <EmbedDialog
            onSave={(embed) => close(() => $insertCard(embed))}
            onClose={() => close()}
          />
        )),
    },
  ],
  PasteOffer: EmbedOffer,
  $turns: (node) =>
    node instanceof EmbedNode
      ? [{ id: 'paragraph', name: 'kind.paragraph', $turn: $toLink }]
      : undefined,
};

function $toLink(node: LexicalNode): void {
  const block = node instanceof EmbedNode ? node.getBlock() : null;
  if (block?.type === 'embed') $replaceBlock(node, [linkTo(block)]);
}

/** Something of another site as a link to it, in a paragraph. */
function linkTo({ id, url, provider, title }: Embed): Block {
  const text = title.trim() === '' ? withoutScheme(url) : title;
  const before = provider.trim() === '' ? [] : [{ text: `${provider}: ` }];
  const link: Run = { text, marks: [{ type: 'link', href: url }] };
  return paragraphOf(joinRuns([...before, link]), id);
}
