import { $applyNodeReplacement, ElementNode, type LexicalNode } from 'lexical';
import { t } from '../../../locale/locale.ts';

/** The title of a sidebar: plain text in a line of its own, always the sidebar's first child. */
export class SidebarTitleNode extends ElementNode {
  override $config() {
    return this.config('sidebar-title', { extends: ElementNode });
  }

  override createDOM(): HTMLElement {
    const dom = document.createElement('div');
    dom.className = 'sidebar-title';
    dom.role = 'textbox';
    dom.ariaLabel = t('editor.sidebarTitle');
    dom.ariaMultiLine = 'false';
    dom.dataset['placeholder'] = t('editor.sidebarTitlePlaceholder');
    return dom;
  }

  override updateDOM(): boolean {
    return false;
  }

  override canIndent(): false {
    return false;
  }

  // A title is never split in two, joined with what is before it or turned into something else.
  override insertNewAfter(): null {
    return null;
  }

  override collapseAtStart(): true {
    return true;
  }
}

/** An empty title. */
export function $createSidebarTitleNode(): SidebarTitleNode {
  return $applyNodeReplacement(new SidebarTitleNode());
}

/** True for the title of a sidebar. */
export function $isSidebarTitleNode(
  node: LexicalNode | null | undefined,
): node is SidebarTitleNode {
  return node instanceof SidebarTitleNode;
}
