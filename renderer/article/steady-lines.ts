import { type RefObject, useLayoutEffect } from 'react';

/**
 * Keeps the lines of the proof where they are on the screen while the banner above it comes, grows
 * or goes: what the banner takes from the top, `scroller` scrolls. Where there is nothing left to
 * scroll, blank paper takes its place until the person has scrolled past it: CSS finds its heights
 * in `--blank-head` and `--blank-foot`.
 */
export function useSteadyLines(scroller: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    const proof = scroller.current;
    const banner = proof?.previousElementSibling;
    if (proof === null || !(banner instanceof HTMLElement)) return;
    // A banner that came with the story has moved nothing.
    const heightNow = () => banner.getBoundingClientRect().height;
    let height = heightNow();
    let blank = 0;

    const move = (by: number) => {
      const top = proof.scrollTop - blank + by;
      blank = Math.max(0, -top);
      proof.style.setProperty('--blank-head', `${blank}px`);
      proof.style.setProperty('--blank-foot', `${height}px`);
      proof.scrollTop = top + blank;
    };
    const observer = new ResizeObserver(() => {
      const by = heightNow() - height;
      height += by;
      if (by !== 0) move(by);
    });
    const tidy = () => {
      if (blank > 0 && proof.scrollTop >= blank) move(0);
    };
    observer.observe(banner);
    proof.addEventListener('scrollend', tidy);
    return () => {
      observer.disconnect();
      proof.removeEventListener('scrollend', tidy);
    };
  }, [scroller]);
}
