import { Store } from '../session/store.ts';

/** How the window is divided. */
interface Layout {
  /** What the right column shows; undefined while it is folded away. */
  panel: 'details' | 'preview' | undefined;
  /** Whether the desk is shown where there is little room for it. */
  desk: boolean;
  /** The screen that the preview plays. */
  screen: PreviewScreen;
}

export type PreviewScreen = keyof typeof SCREENS;

/** The screens of the preview and their widths in CSS pixels. */
export const SCREENS = { phone: 375, tablet: 768, desktop: 1280 } as const;

const KEPT = 'galley.layout';

/** Where the window is so narrow, or so far zoomed in, the column takes the place of the story. */
const isNarrow = matchMedia('(max-width: 760px)').matches;

/** The layout of this window, remembered from one start to the next. */
export const layout = new Store<Layout>({
  panel: 'details',
  desk: false,
  screen: 'phone',
  ...remembered(),
  ...(isNarrow && { panel: undefined }),
});

/** Changes the layout and remembers it. */
export function arrange(changes: Partial<Layout>): void {
  layout.set(changes);
  const { panel, screen } = layout.snapshot();
  localStorage.setItem(KEPT, JSON.stringify({ panel: panel ?? null, screen }));
}

/** Shows a side of the right column, or folds the column away when that side is shown already. */
export function togglePanel(panel: 'details' | 'preview'): void {
  arrange({ panel: layout.snapshot().panel === panel ? undefined : panel });
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
