import type { ElementContent } from 'hast';
import { isParagraph } from '../blocks/paragraph/paragraphs.ts';
import type { Block } from '../blocks/blocks.ts';
import { specOf } from '../blocks/specs.ts';
import { element } from './element.ts';
import { type PageSetting, pageSetting } from './page-setting.ts';

/**
 * Turns the blocks of a published article (see `publish`) into HTML. A block that runs in, such as
 * a dateline, is put at the start of the paragraph after it; if there is none, or it is empty, it
 * gets a paragraph of its own. Blocks with nothing visible in them give nothing.
 */
export function blocksToHast(
  blocks: readonly Block[],
  page: PageSetting = pageSetting('en'),
): ElementContent[] {
  const lowered: ElementContent[] = [];
  const lower = (inner: readonly Block[]) => blocksToHast(inner, page);
  let runningIn: ElementContent[] = [];
  for (const block of blocks) {
    const spec = specOf(block);
    const nodes = spec.toHast(block, lower, page);
    if (runningIn.length > 0) {
      const [first] = nodes;
      if (isParagraph(block) && first?.type === 'element') {
        first.children.unshift(...runningIn);
      } else {
        lowered.push(element('p', {}, runningIn));
      }
      runningIn = [];
    }
    if (spec.runsIn) runningIn = nodes;
    else lowered.push(...nodes);
  }
  if (runningIn.length > 0) lowered.push(element('p', {}, runningIn));
  return lowered;
}
