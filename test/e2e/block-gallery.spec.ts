import { gallery, p, picture } from '../article/build.ts';
import type { Gallery } from '../../article/blocks/gallery/gallery.ts';
import { plainText } from '../../article/inline.ts';
import type { EditorPage } from './editor.ts';
import { expect, test } from './tools.ts';

const FILE = `${'0a'.repeat(8)}.png`;
const photo = (name: string) => ({ name, mimeType: 'image/png', buffer: Buffer.from('x') });
const named = (caption: string) => picture({ file: FILE, caption, credit: 'Ann' });
const three = () => gallery([named('One'), named('Two'), named('Three')], 'All of them');

const button = (editor: EditorPage, name: string) =>
  editor.page.getByRole('group', { name: /^Gallery/ }).getByRole('button', { name });

async function captions(editor: EditorPage): Promise<string[]> {
  const found = (await editor.blocks()).find(({ type }) => type === 'gallery') as Gallery;
  return found.images.map(({ caption }) => plainText(caption));
}

test('several chosen pictures become one gallery, which one step takes back', async ({
  editor,
}) => {
  await editor.load([p('')]);
  await editor.type('/gall');
  const choosing = editor.page.waitForEvent('filechooser');
  await editor.press('Enter');
  await (await choosing).setFiles([photo('a.png'), photo('map.svg'), photo('b.png')]);
  await expect(editor.page.getByRole('group', { name: /^Gallery, 2 pictures/ })).toBeVisible();
  await expect.poll(() => editor.page.getByText('Adding').count()).toBe(0);
  expect(await captions(editor)).toEqual(['The quay', 'The quay']);
  await editor.press('Control+z');
  expect(await editor.lines()).toEqual(['']);
});

test('pictures are added to a gallery by its button, by drop and by paste', async ({ editor }) => {
  await editor.load([three(), p('After')]);
  const choosing = editor.page.waitForEvent('filechooser');
  await button(editor, 'Add pictures…').click();
  await (await choosing).setFiles([photo('a.png')]);
  await expect(editor.page.getByRole('group', { name: /^Gallery, 4 pictures/ })).toBeVisible();
  const give = (kind: 'drop' | 'paste', selector: string) =>
    editor.page.evaluate(
      ([event, target]) => {
        const data = new DataTransfer();
        data.items.add(new File(['bytes'], 'c.png', { type: 'image/png' }));
        const init = { bubbles: true, cancelable: true };
        document
          .querySelector(target)
          ?.dispatchEvent(
            event === 'drop'
              ? new DragEvent('drop', { ...init, dataTransfer: data })
              : new ClipboardEvent('paste', { ...init, clipboardData: data }),
          );
      },
      [kind, selector] as const,
    );
  await give('drop', '.gallery-pictures > :first-child img');
  await expect(editor.page.getByRole('group', { name: /^Gallery, 5 pictures/ })).toBeVisible();
  expect(await captions(editor)).toEqual(['One', 'The quay', 'Two', 'Three', 'The quay']);
  await editor.page.getByRole('textbox', { name: 'Caption of the gallery' }).click();
  await editor.press('Escape');
  await give('paste', '.article-text');
  await expect(editor.page.getByRole('group', { name: /^Gallery, 6 pictures/ })).toBeVisible();
});

test('pictures change their places and go, by buttons and by keys', async ({ editor }) => {
  await editor.load([three(), p('After')]);
  await button(editor, 'Later: One, 1 of 3').click();
  expect(await captions(editor)).toEqual(['Two', 'One', 'Three']);
  await expect(button(editor, 'Later: One, 2 of 3')).toBeFocused();
  await editor.press('Enter');
  expect(await captions(editor)).toEqual(['Two', 'Three', 'One']);
  await expect(button(editor, 'Earlier: One, 3 of 3')).toBeFocused();
  const credit = editor.page.getByRole('textbox', { name: 'Credit' });
  await credit.nth(2).click();
  await editor.press('Alt+ArrowUp', 'Alt+ArrowUp', 'Alt+ArrowUp');
  expect(await captions(editor)).toEqual(['One', 'Two', 'Three']);
  await expect(credit.nth(0)).toBeFocused();
  await button(editor, 'Remove: Two, 2 of 3').click();
  expect(await captions(editor)).toEqual(['One', 'Three']);
  await expect(button(editor, 'Remove: Three, 2 of 2')).toBeFocused();
  await editor.press('Control+z');
  expect(await captions(editor)).toEqual(['One', 'Two', 'Three']);
  await editor.press('Control+z');
  expect(await captions(editor)).toEqual(['Two', 'One', 'Three']);
});

test('a picture is dragged to another place of its gallery, in one step', async ({ editor }) => {
  const { page } = editor;
  await page.setViewportSize({ width: 1280, height: 1200 });
  await editor.load([three(), p('After')]);
  const part = (index: number) => page.locator('.gallery-pictures > *').nth(index);
  const drag = async (from: number, to: number, where: 'above' | 'below') => {
    await part(from).locator('img').hover();
    await page.mouse.down();
    const box = await part(to).boundingBox();
    if (box === null) throw new Error('the picture is not on the page');
    const y = where === 'above' ? box.y + 3 : box.y + box.height - 3;
    await page.mouse.move(box.x + 60, y, { steps: 4 });
  };
  await drag(0, 2, 'below');
  await expect(part(2)).toHaveAttribute('data-drop-after');
  await page.mouse.up();
  expect(await captions(editor)).toEqual(['Two', 'Three', 'One']);
  await expect(page.locator('[data-dragged], [data-drop-after]')).toHaveCount(0);
  await drag(2, 1, 'above');
  await page.keyboard.press('Escape');
  await page.mouse.up();
  expect(await captions(editor)).toEqual(['Two', 'Three', 'One']);
  await drag(2, 1, 'above');
  await page.mouse.up();
  expect(await captions(editor)).toEqual(['Two', 'One', 'Three']);
  await editor.press('Control+z', 'Control+z');
  expect(await captions(editor)).toEqual(['One', 'Two', 'Three']);
});
