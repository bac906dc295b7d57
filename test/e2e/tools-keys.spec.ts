import { datelineBlock, divider, list, li, p, sidebar } from '../../article/build.ts';
import { expect, test } from './tools.ts';

const OSLO = { places: [{ name: 'OSLO' }], source: 'AP', style: 'ap', printed: 'OSLO (AP) — ' };

test('with the tools around the text its keys do the same', async ({ editor }) => {
  const box = sidebar('Title', [list('bulleted', li('One'))]);
  const blocks = [datelineBlock(OSLO), p('The storm.'), divider(), box, p('After.')];
  const frame = editor.page.locator('.article-text [data-selected]');
  const press = async (...keys: string[]): Promise<void> => {
    for (const key of keys) {
      await editor.page.keyboard.press(key);
      await editor.page.waitForTimeout(300);
    }
  };
  await editor.load(blocks);
  await editor.place('storm');
  await press('End', 'Delete');
  await editor.page.waitForTimeout(400);
  await expect(frame).toHaveCount(1);
  await editor.page.keyboard.type('Zz');
  expect((await editor.lines()).slice(0, 3)).toEqual([
    '[OSLO (AP) — ]The storm.',
    '(divider)',
    'Zz',
  ]);
  await editor.place('One');
  await press('Control+a', 'Control+a');
  await editor.page.waitForTimeout(400);
  await expect(frame).toHaveCount(1);
  await editor.page.keyboard.type('Yy');
  expect((await editor.lines()).slice(-2)).toEqual(['Yy', 'After.']);
  await editor.place('storm');
  await press('End', 'Shift+Home', 'Escape');
  await expect(editor.body).toBeFocused();
  await editor.page.keyboard.type('Quick ');
  expect((await editor.lines())[0]).toBe('[OSLO (AP) — ]Quick ');
  await editor.press('Control+z');
  expect((await editor.lines())[0]).toBe('[OSLO (AP) — ]The storm.');
});
