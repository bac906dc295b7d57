import type { Page } from 'playwright/test';

/** What the clipboard holds, by its types. */
export function readClipboard(page: Page): Promise<Record<string, string>> {
  return page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    const forms = (item?.types ?? []).map(async (type) => {
      const blob = await item!.getType(type);
      return [type, await blob.text()] as const;
    });
    return Object.fromEntries(await Promise.all(forms));
  });
}

/**
 * Copies in another page, with the keys of the system's clipboard. A program that copies writes the
 * forms itself, unchanged: so does the page, where `navigator.clipboard.write` would tidy the HTML.
 */
export async function copyElsewhere(
  page: Page,
  forms: { html?: string; text: string },
): Promise<void> {
  const other = await page.context().newPage();
  await other.setContent('<p>Another program</p>');
  await other.evaluate(({ html, text }) => {
    document.addEventListener('copy', (event) => {
      event.preventDefault();
      if (html !== undefined) event.clipboardData?.setData('text/html', html);
      event.clipboardData?.setData('text/plain', text);
    });
    getSelection()?.selectAllChildren(document.body);
  }, forms);
  await other.bringToFront();
  await other.keyboard.press('Control+c');
  await other.close();
  await page.bringToFront();
}
