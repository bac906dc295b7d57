import type { ElementContent } from 'hast';
import type { Block } from '../blocks/blocks.ts';
import { specOf } from '../blocks/specs.ts';
import { element } from './element.ts';

/**
 * Lowers the blocks of a published article (see `publish`) to HTML. A block that runs in stands at
 * the head of the paragraph after it; if there is none, or it is empty, it has its own. Blocks
 * without ink give nothing.
 */
export function blocksToHast(blocks: readonly Block[]): ElementContent[] {
  const lowered: ElementContent[] = [];
  let runningIn: ElementContent[] = [];
  for (const block of blocks) {
    const spec = specOf(block);
    const nodes = spec.toHast(block, blocksToHast);
    if (runningIn.length > 0) {
      const [first] = nodes;
      if (first?.type === 'element' && first.tagName === 'p') first.children.unshift(...runningIn);
      else lowered.push(element('p', {}, runningIn));
      runningIn = [];
    }
    if (spec.runsIn) runningIn = nodes;
    else lowered.push(...nodes);
  }
  if (runningIn.length > 0) lowered.push(element('p', {}, runningIn));
  return lowered;
}
