import { flushSync } from 'react-dom';
import { Store } from './store.ts';

/** How the window is divided. */
interface Layout {
  /** What the right column shows; undefined while it is folded away. */
  panel: 'details' | 'preview' | undefined;
  /** Whether the right column was opened in the place of the story. */
  covers: boolean;
  /** Whether the desk is shown where there is little room for it. */
  desk: boolean;
  /** The screen that the preview plays. */
  screen: PreviewScreen;
}

export type PreviewScreen = keyof typeof SCREENS;

/** The screens of the preview and their widths in CSS pixels. */
export const SCREENS = { phone: 375, tablet: 768, desktop: 1280 } as const;

const KEPT = 'galley.layout';

/** The layout of a window, remembered from one start to the next. */
export class LayoutStore extends Store<Layout> {
  /** Where the window is so narrow, or so far zoomed in, the column takes the place of the story. */
  private readonly narrow = matchMedia('(max-width: 760px)');
  /** What the right column shows where there is room for it beside the story. */
  private beside: Layout['panel'];

  constructor() {
    super({ panel: 'details', covers: false, desk: false, screen: 'phone', ...remembered() });
    this.beside = this.snapshot().panel;
    this.putStoryFirst();
    this.narrow.addEventListener('change', () => this.putStoryFirst());
  }

  /** Changes the layout and remembers it. What it shows is on the page then, and can take the focus. */
  arrange(changes: Partial<Layout>): void {
    flushSync(() => this.set({ ...changes, covers: this.narrow.matches }));
    const { panel, screen } = this.snapshot();
    if (!this.narrow.matches) this.beside = panel;
    localStorage.setItem(KEPT, JSON.stringify({ panel: this.beside ?? null, screen }));
  }

  /** Shows a side of the right column where it does not take the place of the story. */
  showBeside(panel: 'details' | 'preview'): void {
    if (!this.narrow.matches) this.arrange({ panel });
  }

  /** Shows the story again, at once, where the right column has taken its place. */
  showStory(): void {
    if (this.narrow.matches) flushSync(() => this.set({ panel: undefined }));
  }

  /** Shows a side of the right column, or folds the column away when that side is shown already. */
  togglePanel(panel: 'details' | 'preview'): void {
    this.arrange({ panel: this.snapshot().panel === panel ? undefined : panel });
  }

  /** Shows Details and puts the focus into a field there. */
  focusDetail(field: 'bylines' | 'stamp'): void {
    this.arrange({ panel: 'details' });
    document.querySelector<HTMLInputElement>(`[data-story-field~="${field}"]`)?.focus();
  }

  /** The story itself is never hidden by this: the browser would take the focus off it. */
  private putStoryFirst(): void {
    this.set({ panel: this.narrow.matches ? undefined : this.beside, covers: false });
  }
}

function remembered(): Partial<Layout> {
  let kept: unknown;
  try {
    kept = JSON.parse(localStorage.getItem(KEPT) ?? '{}');
  } catch {
    // Someone else's text: begin with the usual layout.
    return {};
  }
  if (typeof kept !== 'object' || kept === null) return {};
  const found: Partial<Layout> = {};
  if ('panel' in kept) {
    if (kept.panel === 'details' || kept.panel === 'preview') found.panel = kept.panel;
    else if (kept.panel === null) found.panel = undefined;
  }
  if ('screen' in kept && typeof kept.screen === 'string' && kept.screen in SCREENS) {
    found.screen = kept.screen as PreviewScreen;
  }
  return found;
}
