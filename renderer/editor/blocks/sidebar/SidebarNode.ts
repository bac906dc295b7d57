import {
  $applyNodeReplacement,
  $getState,
  $setState,
  ElementNode,
  type LexicalNode,
  createState,
} from 'lexical';
import { SIDEBAR_KINDS } from '../../../../article/kinds.ts';
import type { Sidebar } from '../../../../article/blocks/sidebar/sidebar.ts';
import { t } from '../../../locale/locale.ts';
import { $isSidebarTitleNode, type SidebarTitleNode } from './SidebarTitleNode.ts';

const kindState = createState('kind', {
  parse: (value): Sidebar['kind'] => SIDEBAR_KINDS.find((kind) => kind === value) ?? 'links',
});

const placementState = createState('placement', {
  parse: (value): Sidebar['placement'] => (value === 'inline' ? 'inline' : 'rail'),
});

/** A titled part set apart: `[title, body…]`, closed off from the text around it. */
export class SidebarNode extends ElementNode {
  override $config() {
    return this.config('sidebar', {
      extends: ElementNode,
      stateConfigs: [
        { flat: true, stateConfig: kindState },
        { flat: true, stateConfig: placementState },
      ],
    });
  }

  getKind(): Sidebar['kind'] {
    return $getState(this, kindState);
  }

  setKind(kind: Sidebar['kind']): this {
    return $setState(this, kindState, kind);
  }

  getPlacement(): Sidebar['placement'] {
    return $getState(this, placementState);
  }

  setPlacement(placement: Sidebar['placement']): this {
    return $setState(this, placementState, placement);
  }

  /** The title; null only while a sidebar is made or mended. */
  getTitleNode(): SidebarTitleNode | null {
    const first = this.getFirstChild();
    return $isSidebarTitleNode(first) ? first : null;
  }

  override createDOM(): HTMLElement {
    const dom = document.createElement('section');
    dom.className = 'sidebar';
    dom.role = 'group';
    this.labelBox(dom);
    return dom;
  }

  override updateDOM(_previous: this, dom: HTMLElement): boolean {
    this.labelBox(dom);
    return false;
  }

  override isShadowRoot(): boolean {
    return true;
  }

  override canIndent(): false {
    return false;
  }

  private labelBox(dom: HTMLElement): void {
    const title = this.getTitleNode()?.getTextContent().trim() ?? '';
    dom.ariaLabel = t('editor.sidebar', { title: title === '' ? t('editor.untitled') : title });
    dom.dataset['kind'] = this.getKind();
    dom.dataset['placement'] = this.getPlacement();
    dom.dataset['tag'] = t(`editor.placement.${this.getPlacement()}`);
  }
}

/** An empty sidebar without its title. */
export function $createSidebarNode(
  kind: Sidebar['kind'],
  placement: Sidebar['placement'],
): SidebarNode {
  return $applyNodeReplacement(new SidebarNode()).setKind(kind).setPlacement(placement);
}

/** True for a sidebar. */
export function $isSidebarNode(node: LexicalNode | null | undefined): node is SidebarNode {
  return node instanceof SidebarNode;
}
