import axe, { type RunOptions } from 'axe-core';
import type { Page } from 'playwright/test';

declare global {
  interface Window {
    axe: typeof axe;
  }
}

/**
 * What axe finds on the page as it is now, one line for each fault: everything in the light theme,
 * and in the dark one and in that of high contrast, where only colours differ, what can be read.
 */
export async function axeFaults(
  page: Page,
  options: RunOptions = {},
  context: { include: string } | { exclude: string } = { include: 'html' },
): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  return page.evaluate(
    async ([asked, where]) => {
      const root = document.documentElement;
      const own = root.dataset['theme'];
      const faults: string[] = [];
      try {
        for (const theme of ['light', 'dark', 'contrast']) {
          root.dataset['theme'] = theme;
          // Colours on their way are no one's to read.
          await new Promise(requestAnimationFrame);
          const moving = document.getAnimations().filter((one) => one instanceof CSSTransition);
          await Promise.allSettled(moving.map(({ finished }) => finished));
          const { violations } = await window.axe.run(where, {
            ...asked,
            ...(theme !== 'light' && { runOnly: ['color-contrast'] }),
          });
          for (const { id, nodes } of violations) {
            const places = nodes.map(
              ({ target, failureSummary = '' }) => `${String(target)}: ${failureSummary}`,
            );
            faults.push(`${theme} ${id} ${places.join(' ')}`);
          }
        }
      } finally {
        if (own === undefined) delete root.dataset['theme'];
        else root.dataset['theme'] = own;
      }
      return faults;
    },
    [options, context] as const,
  );
}
