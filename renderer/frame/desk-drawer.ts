import { useEffect } from 'react';
import { useApp } from '../app/use-app.ts';

/**
 * Where the desk lies over the story, Escape takes it away once nothing else wants that key. A focus
 * in it goes back to the button that shows the desk.
 */
export function useDeskDrawer(): void {
  const { layout } = useApp();
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.isComposing || event.defaultPrevented) return;
      if (!layout.snapshot().desk || document.querySelector('dialog[open]') !== null) return;
      const button = document.querySelector<HTMLElement>('.desk-toggle');
      if (button?.checkVisibility() !== true) return;
      const hadFocus = document.activeElement?.closest('.desk') !== null;
      layout.arrange({ desk: false });
      if (hadFocus) button.focus();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [layout]);
}
