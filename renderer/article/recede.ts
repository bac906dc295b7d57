import { useEffect } from 'react';

/**
 * While someone types in the proof, everything around it goes quiet; it comes back with the first
 * movement of the pointer, with Alt, or when the focus goes elsewhere. Watches the whole window
 * for as long as the view is there.
 */
export function useRecedingChrome(): void {
  useEffect(() => {
    const root = document.documentElement;
    const back = () => delete root.dataset['typing'];
    const inProof = (target: EventTarget | null) =>
      target instanceof Element && target.closest('.proof') !== null;
    const listening = new AbortController();
    const { signal } = listening;

    // Of most letters in the text the editor makes an edit of its own: no `input` follows.
    window.addEventListener(
      'beforeinput',
      ({ target }) => {
        if (root.dataset['typing'] === undefined && inProof(target)) root.dataset['typing'] = '';
      },
      { signal },
    );
    window.addEventListener(
      'keydown',
      ({ key }) => {
        if (key === 'Alt') back();
      },
      { signal },
    );
    window.addEventListener(
      'focusin',
      ({ target }) => {
        if (!inProof(target)) back();
      },
      { signal },
    );
    window.addEventListener('pointermove', back, { signal });
    window.addEventListener('blur', back, { signal });
    return () => {
      listening.abort();
      back();
    };
  }, []);
}
