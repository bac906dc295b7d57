import type { Root, RootContent } from 'hast';

/**
 * Of HTML from a clipboard, what lies between its `StartFragment` and `EndFragment` comments, with
 * the elements around it; of other HTML, all.
 */
export function onlyFragment(root: Root): Root {
  return hasStart(root.children) ? { ...root, children: new Cutter().cut(root.children) } : root;
}

function hasStart(nodes: readonly RootContent[]): boolean {
  return nodes.some((node) =>
    node.type === 'element' ? hasStart(node.children) : isComment(node, 'StartFragment'),
  );
}

function isComment(node: RootContent, text: string): boolean {
  return node.type === 'comment' && node.value.trim() === text;
}

class Cutter {
  private within = false;

  cut<N extends RootContent>(nodes: readonly N[]): N[] {
    return nodes.flatMap((node): N[] => {
      if (isComment(node, 'StartFragment')) this.within = true;
      if (isComment(node, 'EndFragment')) this.within = false;
      if (node.type === 'element') return [{ ...node, children: this.cut(node.children) }];
      return this.within ? [node] : [];
    });
  }
}
