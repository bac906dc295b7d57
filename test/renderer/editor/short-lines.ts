import type { Block } from '../../../article/blocks/blocks.ts';

/** The lines of blocks in a short form. */
export function shortLines(blocks: readonly Block[], indent = ''): string[] {
  const lines: string[] = [];
  let dateline = '';
  for (const block of blocks) {
    if (block.type === 'dateline') dateline = `[${block.printed}]`;
    else if (block.type === 'paragraph') {
      lines.push(indent + dateline + shortRuns(block.content));
      dateline = '';
    } else if (block.type === 'heading') {
      lines.push(`${indent}${'#'.repeat(block.level)} ${shortRuns(block.content)}`);
    } else if (block.type === 'list') lines.push(...shortList(block, indent));
    else if (block.type === 'sidebar') {
      lines.push(`${indent}= ${block.title} (${block.kind}, ${block.placement})`);
      lines.push(...shortLines(block.body, `${indent}  `));
    } else if (block.type === 'quote') {
      lines.push(...shortLines(block.body, `${indent}> `));
      if (block.attribution !== '') lines.push(`${indent}> — ${block.attribution}`);
    } else if (block.type === 'pullquote') {
      const by = block.attribution === '' ? '' : ` — ${block.attribution}`;
      lines.push(`${indent}“${shortRuns(block.content)}”${by}`);
    } else if (block.type === 'correction') {
      lines.push(`${indent}! ${shortRuns(block.content)} (${block.kind})`);
    } else lines.push(`${indent}(${block.type})`);
  }
  return lines;
}

function shortList(list: Extract<Block, { type: 'list' }>, indent: string): string[] {
  const marker = list.kind === 'numbered' ? '1.' : '-';
  return list.items.flatMap((item) => [
    `${indent}${marker} ${shortRuns(item.content)}`,
    ...(item.lists ?? []).flatMap((nested) => shortList(nested, `${indent}  `)),
  ]);
}

function shortRuns(runs: Extract<Block, { type: 'paragraph' }>['content']): string {
  return runs.map((run) => ('break' in run ? '⏎' : run.text)).join('');
}
