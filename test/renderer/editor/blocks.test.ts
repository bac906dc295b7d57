import * as fc from 'fast-check';
import { createEditor } from 'lexical';
import { describe, expect, test } from 'vitest';
import type { Block } from '../../../article/blocks/blocks.ts';
import { nodes } from '../../../renderer/editor/blocks/nodes.ts';
import { $readBlocks } from '../../../renderer/editor/content/read-blocks.ts';
import { $writeBlocks } from '../../../renderer/editor/content/write-blocks.ts';
import { arbitraryArticle } from '../../article/arbitrary.ts';
import { runs } from '../../article/runs.ts';

function throughTheEditor(blocks: readonly Block[]): Block[] {
  const editor = createEditor({
    nodes: [...nodes],
    onError: (error) => {
      throw error;
    },
  });
  editor.update(() => void $writeBlocks(blocks), { discrete: true, skipTransforms: true });
  return editor.getEditorState().read(() => $readBlocks());
}

describe('the article in the editor', () => {
  test('everything that an article holds comes back from the editor unchanged', () => {
    fc.assert(
      fc.property(arbitraryArticle(), ({ body }) => {
        fc.pre(body.length > 0);
        expect(throughTheEditor(body)).toEqual(body);
      }),
      runs(100),
    );
  });

  test('an article without a body shows one empty paragraph', () => {
    expect(throughTheEditor([])).toEqual([
      { type: 'paragraph', id: expect.stringMatching(/^\w{10}$/u) as string, content: [] },
    ]);
  });
});
