import type { Page } from 'playwright/test';
import { article, image, p } from '../article/build.ts';
import type { Calls } from '../../electron/contract/calls.ts';
import { photograph } from '../electron/pictures.ts';
import { expect, test } from './app.ts';
import { GalleyWindow } from './window.ts';

/** Calls Galley as its own page does, which has shown its token by the time that it shows stories. */
async function call<N extends keyof Calls>(
  page: Page,
  name: N,
  args: object,
): Promise<Calls[N]['answer']> {
  await new GalleyWindow(page).stories.first().waitFor();
  const { value } = await page.evaluate(
    async ([called, given]) => {
      const response = await fetch(`/call/${called}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(given),
      });
      return (await response.json()) as { value: unknown };
    },
    [name, args] as const,
  );
  return value as Calls[N]['answer'];
}

/** Whether a picture of the app's origin can be seen where the window shows it. */
const widthOf = (page: Page, src: string) =>
  page.evaluate(async (address) => {
    const img = new Image();
    img.src = address;
    await img.decode();
    return img.naturalWidth;
  }, src);

test('a picture of a story is shown in the window and in the preview', async ({ page, host }) => {
  test.skip(host.kind === 'electron', 'the calls are made over the web host');
  const { article: empty, hash } = await call(page, 'articles.create', {});
  const { id } = empty;
  const base64 = (await photograph()).toString('base64');
  const { file } = await call(page, 'media.add', { id, name: 'ferry.jpg', base64 });
  const { body } = article(p('Words.'), image({ file, alt: 'A ferry at a quay', credit: 'K' }));
  await call(page, 'articles.save', { article: { ...empty, body }, base: hash });
  expect(await widthOf(page, `/media/${id}/${file}`)).toBe(1200);
  const shown = await page.evaluate(async (address) => {
    const frame = document.createElement('iframe');
    frame.setAttribute('sandbox', 'allow-same-origin');
    frame.src = address;
    const loaded = new Promise((resolve) => frame.addEventListener('load', resolve));
    document.body.append(frame);
    await loaded;
    const [img] = frame.contentDocument?.images ?? [];
    if (img === undefined) return undefined;
    img.loading = 'eager';
    await img.decode();
    return { width: img.naturalWidth, source: img.currentSrc.replace(/^.*\/preview/u, '') };
  }, `/preview/${id}/`);
  expect(shown?.width).toBeGreaterThan(0);
  expect(shown?.source).toMatch(new RegExp(`^/${id}/media/[0-9a-f]{32}-\\d+\\.jpg$`, 'u'));
});

test('the preview shows the pictures of a story also after it was patched', async ({ page }) => {
  const galley = new GalleyWindow(page);
  await galley.open(/^Night Ferry/);
  await page.getByRole('button', { name: 'Preview', exact: true }).click();
  const frame = page.frameLocator('iframe[title="Preview"]');
  const picture = frame.getByRole('img', { name: /^A small lit ferry/ });
  const seen = () =>
    picture.evaluate(async (img: HTMLImageElement) => {
      img.loading = 'eager';
      await img.decode();
      return [img.naturalWidth > 0, img.currentSrc.replace(/^.*-(\d+)\.jpg$/u, '$1')];
    });
  await expect(frame.getByRole('heading', { level: 1 })).toContainText('Night Ferry');
  await galley.headline.press('Control+End');
  await page.keyboard.type(', Again');
  await expect(frame.getByRole('heading', { level: 1 })).toContainText(', Again');
  expect(await seen()).toEqual([true, expect.stringMatching(/^\d+$/u)]);
});

test('why a picture was refused stays until it is closed, by keys alone too', async ({ page }) => {
  const galley = new GalleyWindow(page);
  await galley.open(/^Tide Records/);
  await galley.body.click();
  const refuse = () =>
    galley.body.evaluate((body) => {
      const clipboardData = new DataTransfer();
      clipboardData.items.add(new File(['no picture'], 'quay.png', { type: 'image/png' }));
      body.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
      );
    });
  for (const key of ['Escape', 'Enter']) {
    await refuse();
    await expect(galley.news).toContainText('quay.png');
    await page.keyboard.press('F6');
    await expect(page.getByRole('button', { name: 'Close this line' })).toBeFocused();
    await page.keyboard.press(key);
    await expect(galley.news).toHaveCount(0);
    await expect(galley.body).toBeFocused();
  }
});
