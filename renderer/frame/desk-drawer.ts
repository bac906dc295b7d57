import { useEffect } from 'react';
import { arrange, layout } from '../app/layout-store.ts';

/**
 * Where the desk lies over the story, Escape takes it away once nothing else wants that key. A focus
 * in it goes back to the button that shows the desk.
 */
export function useDeskDrawer(): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.isComposing || event.defaultPrevented) return;
      if (!layout.snapshot().desk || document.querySelector('dialog[open]') !== null) return;
      const button = document.querySelector<HTMLElement>('.desk-toggle');
      if (button?.checkVisibility() !== true) return;
      const hadFocus = document.activeElement?.closest('.desk') !== null;
      arrange({ desk: false });
      if (hadFocus) button.focus();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
}
